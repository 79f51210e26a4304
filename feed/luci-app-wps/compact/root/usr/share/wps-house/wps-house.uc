'use strict';import*as aa from'fs';import*as ab from'ubus';import*as ac from'uci';import*as ad from'uloop';function ae(){const a=clock(true)??[0,0];return{monotonic:a[0]*1000+int(a[1]/1000000),epoch:time()};}
const af=0,ag=4,ah=7,ai=ab.connect(null,1)??die('ubus'),aj=!exists(ab,'guard');let ak=null;const al=[];function am(a){try{a();return true;}catch(b){warn(`luci.wps: ${b.message}\n${b.stacktrace[0]?.context ?? ''}\n`);return false;}}
function an(a,b){if(ae().monotonic>=b)return{code:ah,data:null};const c=ai.call(a.object,a.method,a.args??{});return{code:ai.error(true)??af,data:c};}
function ao(a,b,c){if(aj){am(()=>c(map(a,j=>an(j,b))));return;}
const d=[];let e=length(a)+1,f=null;const g=()=>{e--;if(e>0)return;f?.cancel?.();am(()=>c(d));},h=(j,k,l)=>{if(d[j])return;d[j]={code:k,data:l??null};g();},i=map(a,(j,k)=>{const l=ai.defer(j.object,j.method,j.args??{},(m,n)=>h(k,m,n));if(l===null)h(k,ai.error(true)??ag,null);else ak=l;return l;});if(e>1)
f=ad.timer(max(1,b-ae().monotonic),()=>map(i,(j,k)=>{j?.abort?.();h(k,ah,null);}));g();}
function ap(a,b){const c=ai.listener('ubus.object.*',(d,e)=>{if(index(e.path,a)===0)
am(()=>b(substr(e.path,length(a)),d==='ubus.object.add'));});push(al,c);}
function aq(a,b){push(al,ai.listener(a,(c,d)=>am(()=>b(d))));}
const ar=[];function at(a,b){const c=ai.publish(a,b);push(ar,c);return c!==null;}
let au=null;try{au=require('log');}catch{au=null;}
function av(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(au)au.syslog(au.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function aw(a){return{timer:null,ring:a};}
function ax(a){a.timer?.cancel?.();a.timer=null;}
function ay(a,b){ax(a);a.timer=ad.timer(b,()=>{ax(a);am(a.ring);});}
function az(a){const b=aa.open('/dev/urandom','r'),c=b?.read?.(a)??'';b?.close?.();if(length(c)!==a)die('no random numbers');let d='';for(let e=0;e<a;e++)d+=sprintf('%02x',ord(c,e));return d;}
const aA=15,aB=30,aC=20000,aD=40000,aE=1000,aF=12,aG=128,aH=16,aI=20,aJ=8,aK=3,aL=60000,aM=10,aN=10000;function aO(a,b,c){return{left:a,most:a,pause:b,since:c};}
function aP(a,b){const c=int((b-a.since)/a.pause);if(c>0){a.left=min(a.most,a.left+c);a.since+=c*a.pause;}
if(a.left<1)return false;if(a.left===a.most)a.since=b;a.left--;return true;}
function aQ(a,b){const c=ae().monotonic;return{settings:a,model:{name:a.name,turns:a.turns,run:az(6),networks:{},neighbours:{},endedIds:[],pastIds:[],commandStarts:aO(aK,aL,c),neighbourStarts:aO(aM,aN,c),commandIds:[]},naming:{own:b,heard:false,changes:0},devices:[],discovered:{},rivals:aO(3,60000,c),rivalled:false,cancels:aO(10,2000,c),replies:aO(5,2000,c),notes:aO(10,2000,c),settled:false};}
function aR(a,b,c){return type(a)==='string'&&length(a)<=c&&match(a,b)?.[0]===a;}
function aS(a){if(a<128)return 1;if(a>=194&&a<224)return 2;if(a>=224&&a<240)return 3;return a>=240&&a<245?4:0;}
function aT(a,b,c){for(let f=1;f<c;f++){const g=ord(a,b+f)??0;if(g<128||g>191)return false;}
const d=ord(a,b)??0,e=c>2?(ord(a,b+1)??0):0;if((d===224&&e<160)||(d===237&&e>159))return false;if((d===240&&e<144)||(d===244&&e>143))return false;return true;}
function aU(a,b){let c='';for(let d=0;d<length(a);d++){const e=ord(a,d)??0,f=aS(e),g=f>0&&e>=32&&e!==127&&aT(a,d,f);if(length(c)+(g?f:1)>b)return c;c+=g?substr(a,d,f):'?';if(g)d+=f-1;}
return c;}
function aV(a,b){if(type(a)!=='string'||a===''||length(a)>b)return false;for(let c=0;c<length(a);c++){const d=ord(a,c)??0;if(d<32||d===127)return false;}
return true;}
function aW(a,b){return type(a)==='string'&&a!==''?aU(a,b):null;}
function aX(a,b,c){return type(a)==='int'&&a>=b&&a<=c?a:null;}
function aY(a){try{return json(a);}catch{return null;}}
const aZ=1;function ba(a){return aR(a,/[A-Za-z0-9_-]+/,32);}
function bb(a){return`n${hexenc(a)}`;}
function bc(a){return aR(a,/n[0-9a-f]+/,65)&&length(a)%2===1;}
function bd(a){return aR(a,/[A-Za-z0-9_.:-]+/,64);}
function be(a){return`${a}/${aZ}`;}
function bf(a,b){return`${a}/router/${b}/state`;}
function bg(a,b){return`${a}/router/${b}/event`;}
function bh(a,b){return`${a}/router/${b}/command`;}
function bi(a,b){return`${a}/router/${b}/reply`;}
function bj(a,b){return`${a}/house/${b}`;}
function bk(a,b){return`${a}/device/${b}/config`;}
function bl(a,b){const c=be(a);return[`${a}/+/router/+/state`,bh(c,b),bj(c,'command'),bj(c,'uuid')];}
function bm(a,b,c){const d=be(b);if(a===bh(d,c))return{kind:'command'};if(a===bj(d,'command'))return{kind:'house_command'};if(a===bj(d,'uuid'))return{kind:'uuid'};const e=index(a,`${b}/`)===0?split(substr(a,length(b)+1),'/'):[],f=length(e)===4&&aR(e[0],/[0-9]+/,4)&&e[1]==='router'&&ba(e[2])&&e[3]==='state';return f?{kind:'state',router:e[2],version:int(e[0])}:{kind:'other'};}
function bn(a,b){const c=[`-h ${a.broker}`,`-p ${a.port}`,'-V mqttv311',`-k ${a.keepalive}`,'-q 1','--nodelay',`-I wps-${a.name}-${b}-`];if(a.username!==null)push(c,`-u ${a.username}`);if(a.password!==null)push(c,`-P ${a.password}`);if(a.tls)push(c,`--cafile ${a.cafile ?? '/etc/ssl/certs/ca-certificates.crt'}`);if(a.tls&&a.certfile!==null){push(c,`--cert ${a.certfile}`);push(c,`--key ${a.keyfile}`);}
return c;}
function bo(a){return`${join('\n', a)}\n`;}
function bp(a,b,c){const d=bn(a,'sub');for(let e in[...bl(a.prefix,a.name),...b])push(d,`-t ${e}`);push(d,'-F %r %x %t');push(d,`--will-topic ${bf(be(a.prefix), a.name)}`);push(d,`--will-payload ${c}`);push(d,'--will-qos 1');push(d,'--will-retain');return bo(d);}
function bq(a){return bo([...bn(a,'pub'),`-t ${bf(be(a.prefix), a.name)}`,'-r','-l']);}
function br(a,b,c,d){const e=[...bn(a,'post'),`-t ${b}`,`-f ${d}`];if(c)push(e,'-r');return bo(e);}
const bs=3000;function bt(a,b,c,d){const e=`${a}.new`,f=aa.open(e,'w',0o600);if(!f)return false;const g=aa.chmod(e,0o600)&&f.write(b)===length(b);if(c!==null)aa.chown(e,c,c);const h=f.close();if(d&&h&&g)system(['fsync',e],bs);if(h&&g&&aa.rename(e,a))return true;aa.unlink(e);return false;}
const bu='/var/run/wps-house';function bv(a){return`${bu}/${a}`;}
function bw(a,b){return`${bu}/${a}/${b}`;}
function bx(a){for(let b in[bu,...map(a,c=>bv(c))]){aa.mkdir(b,0o700);aa.chmod(b,0o700);}}
function by(a,b,c){return bt(bw(a,b),c,null,false);}
function bz(a){const b=bw(a,'pipe');aa.unlink(b);return system(['mkfifo','-m','600',b],2000)===0;}
let bA=null,bB=null,bC=null,bD=null;function bE(a,b,c){if(!bz(a))return null;const d=bw(a,'pipe'),e=a==='pub',f=aa.open(d,'r+e');c?.close?.();const g=aa.open(d,e?'r':'w'),h=aa.open(d,e?'we':'re');f?.close?.();if(g===null||h===null)return null;if(g.fileno()!==b)die(`pipe ${a} is ${g.fileno()}, not ${b}`);return{inherited:g,kept:h};}
function bF(){bC?.close?.();bD?.close?.();bC=null;bD=null;}
function bG(){bF();const a=bE('pub',0,bA??aa.stdin);bA=a?.inherited??bA;const b=bE('sub',1,bB??aa.stdout);bB=b?.inherited??bB;bC=a?.kept??null;bD=b?.kept??null;return bC===null?null:bD;}
function bH(a){bC?.write?.(`${a}\n`);bC?.flush?.();}
function bI(){return bD?.read?.('all')??'';}
const bJ='/usr/bin/mosquitto_sub',bK='/usr/bin/mosquitto_pub',bL=['sub','pub','post'],bM={};function bN(){return aa.access(bJ,'x')===true&&aa.access(bK,'x')===true;}
function bO(a){const b=aa.readfile(`/proc/${a}/comm`);return b===null?null:trim(b);}
function bP(a){return index(['mosquitto_sub','mosquitto_pub'],bO(a))>=0;}
function bQ(){for(let a in bL){const b=int(aa.readfile(bw(a,'pid'))??'');if(b>1&&bP(b))system(['kill','-9',`${b}`],1000);aa.unlink(bw(a,'pid'));}}
function bR(a,b,c){const d=a==='sub'?bJ:bK;if(!by(a,a==='sub'?'mosquitto_sub':'mosquitto_pub',b))return false;const e={process:null,pid:0},f=ad.process(d,[],{XDG_CONFIG_HOME:bv(a),PATH:'/usr/bin:/bin'},g=>am(()=>{if(bM[a]===e){bM[a]=null;aa.unlink(bw(a,'pid'));}
c(g);}));if(f===null)return false;e.process=f;e.pid=f.pid();bM[a]=e;by(a,'pid',`${e.pid}\n`);return true;}
function bS(a){const b=bM[a]??null;if(b===null)return;bM[a]=null;aa.unlink(bw(a,'pid'));system(['kill','-9',`${b.pid}`],1000);}
function bT(a){const b=[];for(let c in a){const d=`/proc/${bM[c]?.pid ?? 0}/fd`;for(let e in sort(aa.lsdir(d)??[])){const f=aa.readlink(`${d}/${e}`)??'';if(index(f,'socket:')===0)push(b,f);}}
return join(' ',b);}
const bU=['sub','pub'],bV=1000,bW=aw(()=>null);let bX=null,bY=0,bZ='',ca=0;function cb(){bZ=bT(bU);}
function cc(a){if(bX===null)return;ca=a;if(bT(bU)!==bZ)bX();ay(bW,bY);gc();}
function cd(a){if(a-ca>bV)cc(a);}
function ce(a,b){bY=a;bX=b;bW.ring=()=>cc(ae().monotonic);ay(bW,bY);}
function cf(){bX=null;ax(bW);}
const cg=16384,ch=2*cg+512;function ci(a,b){const c=split(b,'\n'),d=[];for(let e=0;e<length(c);e++){const f=e===length(c)-1;if(!a.skipping)a.rest+=c[e];if(length(a.rest)>ch){a.skipping=true;a.rest='';}
if(f)continue;if(!a.skipping)push(d,a.rest);a.rest='';a.skipping=false;}
return d;}
function cj(a){const b=substr(a,0,2),c=substr(a,2),d=index(c,' ');if((b!=='0 '&&b!=='1 ')||d<0)return null;const e=d===0?'':hexdec(substr(c,0,d));return e===null?null:{retained:b==='1 ',topic:substr(c,d+1),payload:e};}
const ck=10000,cl=5000,cm=aw(()=>null);let cn=null,co=0,cp=null,cq=false,cr=false;function cs(){cq=true;if(cn===null||cp!==null)return;cq=false;co++;cp=co;cn(co);ay(cm,cr?cl:ck);}
function ct(a){if(a!==cp)return false;cp=null;cr=true;ax(cm);return true;}
function cu(){if(cq)cs();}
function cv(a,b){cn=a;cr=false;cm.ring=b;}
function cw(){cn=null;cp=null;ax(cm);}
const cx=60000,cy=4000;function cz(a,b){let c=1000;for(let d=1;d<a&&c<cx;d++)c*=2;return min(c,b?cy:cx);}
const cA=24;let cB=[],cC=false,cD=0;function cE(a){const b=cC?null:shift(cB);if(b===null)return;const c=bw('post','payload'),d=br(a,b.topic,b.retained,c),e=cD;cC=by('post','payload',b.payload)&&bR('post',d,()=>{if(e!==cD)return;cC=false;cE(a);});}
function cF(a,b,c,d){if(d)cB=filter(cB,e=>e.topic!==b);if(length(cB)>=cA)return;push(cB,{topic:b,payload:c,retained:d});cE(a);}
function cG(){cB=[];cC=false;cD++;bS('post');}
const cH=2000;let cI,cJ,cK={rest:'',skipping:false},cL=null;const cM=aw(()=>null);let cN=0,cO=false,cP=null,cQ=0,cR=0;function cS(){return cO;}
function cT(){return cP;}
function cU(a){cN++;cO=false;cP=a;cQ++;cw();cf();cL?.delete?.();cL=null;cG();for(let b in bL)bS(b);bF();ay(cM,cz(cQ,cJ.isOpen()));cJ.changed();}
function cV(a){if(!ct(a))return;cb();if(!cO){cO=true;cP=null;cQ=0;ce(cI.keepalive*1000,cs);cJ.changed();}
cu();}
function cW(a){const b=cJ.now();if(a.retained&&cO&&b-cR>cH){cJ.begins();cs();}
if(a.retained)cR=b;else cd(b);cJ.heard(a);}
function cX(){for(let a in ci(cK,bI())){const b=cj(a);if(b!==null)am(()=>cW(b));}}
function cY(a,b){if(a!==cN)return;cU(b===4||b===5?'refused':'unreachable');}
function cZ(){cN++;const a=cN;if(!bN())return cU('package');const b=bG();cK={rest:'',skipping:false};cL=b===null?null:ad.handle(b,()=>am(cX),ad.ULOOP_READ);const c=f=>cY(a,f),d=cJ.will(),e=cL!==null&&bR('sub',bp(cI,cJ.topics(),d),c)&&bR('pub',bq(cI),c);if(!e)return cU('unreachable');cR=cJ.now();cJ.begins();cv(f=>bH(cJ.report(f)),()=>cU(cO?'unreachable':'refused'));cs();}
function da(){cN++;cL?.delete?.();cL=null;for(let a in bL)bS(a);bF();}
function db(a,b){cI=a;cJ=b;bx(bL);bQ();cM.ring=cZ;ay(cM,1);}
const dc='/etc/config/wps';function dd(){const a=ac.cursor()??die('uci');a.load(dc);return a;}
function de(){const a=dd().get_all('wps','house')??null;return a!==null&&a['.type']==='house'?a:null;}
function df(a){const b=dd();b.set('wps','house','uuid',a);return b.commit()===true;}
function dg(a){const b=aa.readfile(a);return b===null?null:split(b,'\n')[0];}
const dh=['started','success','joined','overlap','failed','cancelled','timeout','lost'],di=['open','idle','not_ready'],dj="{{ 'online' if value_json.there else 'offline' }}",dk=8;function dl(a){return`wps_house_${replace(a.prefix, '/', '_')}`;}
function dm(a){return`wps_${replace(a.prefix, '/', '_')}_${a.name}`;}
function dn(a){return`{"id": "ha-{{ now().timestamp() }}", "command": "start", "key": "${a}", "at": {{ now().timestamp() | int }}}`;}
function dp(a,b,c,d){return{[`${b}_start`]:{platform:'button',unique_id:`${a}_${b}_start`,name:`Start WPS on ${c}`,icon:'mdi:wifi-plus',command_topic:d.command,command_template:dn(b)},[`${b}_state`]:{platform:'sensor',unique_id:`${a}_${b}_state`,name:`WPS on ${c}`,icon:'mdi:wifi-lock-open',device_class:'enum',options:di,state_topic:d.state,value_template:`{{ ((value_json.networks | default({})).get('${b}') or {}).get('state', 'not_ready') }}`},[`${b}_event`]:{platform:'event',unique_id:`${a}_${b}_event`,name:`Joined ${c}`,icon:'mdi:devices',event_types:dh,state_topic:d.event,value_template:`{{ value if value_json.key == '${b}' else '' }}`}};}
function dq(){return{name:'luci-app-wps',support_url:'https://github.com/luci-app-wps/luci-app-wps'};}
function dr(a,b,c){const d={};for(let e in slice(keys(a.networks),0,dk)){const f=dp(b,e,aU(a.networks[e].ssid,64),c);for(let g in keys(f))d[g]=f[g];}
return d;}
function ds(a,b){const c=b===null?null:aY(b),d=type(c?.components)==='object'?c.components:{};for(let e in slice(keys(d),0,4*dk*3)){const f=d[e]?.platform;if(!exists(a,e)&&index(['button','sensor','event'],f)>=0)
a[e]={platform:f};}
return a;}
function dt(a,b){const c=be(b.prefix),d=dm(b),e={command:bh(c,b.name),state:bf(c,b.name),event:bg(c,b.name)};return{device:d,text:f=>sprintf('%J',{device:{identifiers:[d],name:`WPS ${b.name}`,manufacturer:'OpenWrt',model:'luci-app-wps',sw_version:`${aZ}`,via_device:dl(b)},origin:dq(),availability_topic:e.state,availability_template:dj,qos:1,components:ds(dr(a,d,e),f)})};}
function du(a,b){const c=be(b.prefix),d=dl(b),e={command:bj(c,'command'),state:bj(c,'state'),event:bj(c,'event')},f=filter(keys(a.neighbours),h=>a.neighbours[h].version===aZ),g=sort([b.name,...f]);return{device:d,text:h=>sprintf('%J',{device:{identifiers:[d],name:'WPS, whole house',manufacturer:'OpenWrt',model:'luci-app-wps'},origin:dq(),availability:map(slice(g,0,16),i=>({topic:bf(c,i),value_template:dj})),availability_mode:'any',qos:1,components:ds(dr(a,d,e),h)})};}
function dv(a){const b={};for(let c in keys(a.networks)){const d=a.networks[c],e=d.open?[a.name]:[];let f=d.ready;for(let i in sort(keys(a.neighbours))){const j=a.neighbours[i],k=j.there?(j.networks[c]??null):null;if(k===null)continue;if(k.open)push(e,i);f=f||k.ready;}
const g=d.window,h=g!==null&&g.over&&length(e)===0;b[c]={ssid:aU(d.ssid,64),state:length(e)>0?'open':f?'idle':'not_ready',open:e,outcome:h?g.cause:null,router:h?g.router:null,device:h?g.device:null};}
return{networks:b};}
function dw(a){const b=filter(keys(a.neighbours),c=>a.neighbours[c].there&&a.neighbours[c].version===aZ);return sort([a.name,...b])[0];}
const dx=3;function dy(a){return aR(a,/77707300-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/,36);}
function dz(a){return`77707300-${substr(a, 0, 4)}-4${substr(a, 4, 3)}-8${substr(a, 7, 3)}-${substr(a, 10, 12)}`;}
function dA(a,b){if(!dy(b))return false;a.heard=true;if(b===a.own||a.changes>=dx)return false;a.own=b;a.changes++;return true;}
let dB='';function dC(a,b){if(a.settings.discovery===null)return;const c=bk(a.settings.discovery,b.device),d=a.discovered[c]??null,e=b.text(d);if(e===d)return;a.discovered[c]=e;cF(a.settings,c,e,true);}
function dD(a){const b=a.naming;if(b.heard)return;const c=b.own===null;b.own??=dz(az(12));b.heard=true;if(c&&!df(b.own))av('house: the UUID could not be kept in /etc/config/wps');cF(a.settings,bj(be(a.settings.prefix),'uuid'),b.own,true);}
function dE(a){if(!cS()||!a.settled){dB='';return;}
if(length(a.model.networks)>0)dC(a,dt(a.model,a.settings));if(dw(a.model)!==a.model.name){dB='';return;}
dD(a);if(length(a.model.networks)>0)dC(a,du(a.model,a.settings));const b=sprintf('%J',dv(a.model));if(b===dB)return;dB=b;cF(a.settings,bj(be(a.settings.prefix),'state'),b,true);}
const dF=100;function dG(a,b){if(index(a,b)>=0)return false;push(a,b);while(length(a)>dF)shift(a);return true;}
const dH=120,dI=120,dJ=600000,dK=20000,dL=dH*1000;function dM(a){return max(aC,min(aD,int(dL/length(a))));}
function dN(a){return max(dL,length(a)*dM(a));}
function dO(a,b){const c=dM(a),d=int(b/c),e=b%c,f=d===0?0:aE,g=e>=f;return{name:a[d%length(a)],open:g,left:g?c-e:f-e};}
function dP(a,b,c){if(b.cause==='joined')a.lastFruitless=null;else if(b.cause!=='overlap'&&c-b.began>=dK)a.lastFruitless=c;}
function dQ(a,b,c){const d=b.lastFruitless!==null&&c-b.lastFruitless<dJ;if(a.turns==='never'||(a.turns==='auto'&&!d))return[];const e=filter(keys(a.neighbours),g=>a.neighbours[g].there&&a.neighbours[g].networks[b.key]?.ready===true),f=b.ready?[a.name,...sort(e)]:sort(e);return length(f)>1?slice(f,0,aF):[];}
function dR(a,b,c){if(length(b.order)===0)return true;const d=dO(b.order,c-b.began);return d.open&&d.name===a.name;}
function dS(a){return a.window!==null&&!a.window.over?a.window:null;}
function dT(a,b){return filter(values(a.networks),c=>c.ssid===b)[0]??null;}
function dU(a,b,c,d,e){a.window={ids:b,by:c,began:d,order:e,outcome:'open',router:null,device:null,code:null,over:false,cause:null};}
function dV(a,b,c,d){for(let e in c.ids){dG(a.pastIds,e);if(c.cause!==null)dG(a.endedIds,e);}
c.over=true;dP(b,c,d);}
function dW(a,b,c,d){const e=dS(b);if(e===null||b.open||b.asked==='open'||!dR(a,e,d))return[];b.asked='open';return[{kind:'open',key:b.key,ssid:b.ssid,by:c}];}
function dX(a,b){if(a.asked==='close'||(!a.open&&a.asked!=='open'))return[];a.asked='close';a.closingFor=b;return[{kind:'close',key:a.key,ssid:a.ssid,by:b}];}
function dY(a){if(a.asked==='close')a.asked=null;}
function dZ(a,b){const c=dS(a);a.asked=null;if(b==='already_open')a.open=true;else if(c!==null&&!a.open){c.outcome='refused';c.code=b;}}
const ea=4000;function eb(a,b,c){ao([{object:'luci.wps',method:a,args:b}],ae().monotonic+ea,d=>c(d[0]));}
function ec(a,b,c){eb('start',{network:a,origin:'house',by:b},d=>c(d.code===af?null:(d.data?.error?.code??'refused')));}
function ed(a,b,c){eb('cancel',{network:a,origin:'house',by:b},d=>c(d.code===af));}
function ee(a,b){eb('cancel',{network:a},c=>b(c.code===af?null:(c.data?.error?.code??'refused')));}
function ef(a){eb('status',{},b=>a(b.code===af?(b.data?.networks??[]):null));}
function eg(a){eb('devices',{},b=>a(b.code===af?(b.data?.devices??[]):null));}
const eh=['open','joined','overlap','cancelled','closed','refused','timeout','failed'],ei=['joined','overlap','cancelled'];function ej(a){return index(ei,a)<0?null:a;}
function ek(a,b,c,d,e){const f=b.window;return{type:a,key:b.key,network:b.ssid,device:c,by:e?(f?.by??null):null,code:e?(f?.code??null):null,router:d,house:e};}
function el(a,b){return a.joinedElsewhere!==null&&b-a.joinedElsewhere<dI*1000;}
function em(a,b,c,d,e){const f=dS(b);if(f===null)return false;const g=c==='success'?'joined':c,h=ej(g);if(h!==null&&(h!=='overlap'||!el(b,e))){f.outcome=g;f.cause=h;f.router=a.name;f.device=d.peer?.name??null;dV(a,b,f,e);return true;}
f.outcome=c==='timeout'?'timeout':'failed';f.code=c==='timeout'?null:(d.reason??c);if(c==='timeout'&&length(f.order)===0)dV(a,b,f,e);return true;}
function en(a,b,c,d){const e=dT(a,c.network);if(e===null||c.method!=='pbc')return[];e.busy=b==='connecting';e.open=b==='started'||b==='connecting';if(b!=='connecting'){e.asked=null;e.closingFor=null;}
if(b==='connecting')return[];const f=b==='cancelled'&&c.reason==='house';if(f||b==='started'){const l=dS(e);if(!f&&l!==null)l.outcome='open';return[{kind:'say',what:ek(b,e,null,true,false)}];}
const g=c.peer?.name??null,h=e.window,i=h!==null&&h.outcome==='joined';if(b==='joined'&&i)h.device=g??h.device;const j=em(a,e,b,c,d)||(b==='joined'&&i),k=j&&(b!=='timeout'||h?.by===a.name);if(k&&b==='overlap'&&h?.outcome==='failed')
return[{kind:'say',what:ek(b,e,null,true,false)},{kind:'say',what:ek('failed',e,null,false,true)}];return[{kind:'say',what:ek(b,e,g,true,k)}];}
function eo(a,b){if(a===null)return null;return{ids:a.ids,by:a.by,age:int((b-a.began)/1000),order:a.order,outcome:a.outcome,cause:a.cause,router:a.router,device:a.device===null?null:aU(a.device,64),code:a.code};}
function ep(a,b){return map(slice(a,0,aI),c=>{const d={name:c.name===null?null:aU(c.name,64),network:aU(c.network,64),joined:c.joined,online:c.online};if(b)d.mac=c.mac;return d;});}
function eq(a,b,c){const d={};for(let e in keys(a.networks)){const f=a.networks[e];d[e]={ssid:aU(f.ssid,64),ready:f.ready,problem:f.problem,open:f.open,state:f.open?'open':f.ready?'idle':'not_ready',window:eo(f.window,c)};}
return{version:aZ,name:a.name,run:a.run,seq:0,there:true,networks:d,devices:b};}
function er(a){const b={};for(let c in keys(a.networks)){const d=a.networks[c];b[c]={...d,window:d.window===null?null:{...d.window,age:0}};}
return sprintf('%J',{...a,seq:0,networks:b});}
function es(a){return sprintf('%J',{version:aZ,name:a.name,run:a.run,seq:0,there:false});}
const et='/var/run/luci-wps-house.json',eu='/var/run/luci-wps-house-said';let ev='';function ew(a){const b=sprintf('%J\n',a);if(b!==ev&&bt(et,b,null,false))ev=b;}
function ex(a,b){bt(eu,`${b}\n${a}\n`,null,false);}
function ey(){const a=split(aa.readfile(eu)??'','\n');return length(a)>1?{at:int(a[0]),text:a[1]}:null;}
const ez=5000;function eA(a,b){let c=null;for(let d in values(a.networks)){const e=dS(d),f=e===null?0:e.began+ez+1-b;if(f>0)c=min(c??f,f);}
return c;}
function eB(a,b,c,d){if(!a.there)return null;if(b.window!==null&&b.window.outcome==='refused')return b.window.code??'refused';if(!b.ready)return b.problem;const e=c===null?null:dS(c);if(e===null||b.open||length(e.order)>0)return null;const f=b.window!==null&&length(filter(b.window.ids,g=>index(e.ids,g)>=0))>0;return!f&&d-e.began>ez?'late':null;}
function eC(a,b,c){return map(keys(b.networks),d=>{const e=b.networks[d],f=a.networks[d]??null;return{ssid:f===null?e.ssid:f.ssid,ready:e.ready,open:e.open,problem:eB(b,e,f,c)};});}
function eD(a,b,c){const d=b.version-aZ;return{name:b.name,there:b.there,problem:d===0?null:d<0?'older':'newer',networks:eC(a,b,c)};}
function eE(a,b,c,d,e){const f=sort(keys(a.neighbours));return{connected:b,name:a.name,problem:c,uuid:d,routers:map(f,g=>eD(a,a.neighbours[g],e))};}
const eF=(dH+5)*1000,eG=2000;function eH(a,b){const c=[];for(let d in values(a.networks)){if(d.closingFor!==null&&d.open&&d.asked===null)
for(let h in dX(d,d.closingFor))push(c,h);const e=dS(d);if(e===null)continue;const f=length(e.order)>0;let g=[];if(b-e.began>=(f?dN(e.order):eF)){if(e.outcome==='open')e.outcome='timeout';dV(a,d,e,b);if(f)g=dX(d,a.name);}else if(f&&dR(a,e,b))g=dW(a,d,e.by,b);else if(f&&!d.busy)g=dX(d,a.name);for(let h in g)push(c,h);}
return c;}
function eI(a,b){let c=null;for(let d in values(a.networks)){if(d.closingFor!==null&&d.open)c=min(c??eG,eG);const e=dS(d);if(e===null)continue;const f=b-e.began,g=length(e.order)>0;let h=(g?dN(e.order):eF)-f;if(g)h=min(h,dO(e.order,f).left);c=min(c??h,h);}
return c===null?null:max(c,0);}
const eJ=50,eK=aw(()=>null),eL=aw(()=>null);let eM='';function eN(a){const b=a.rivalled?'name_taken':cT();return eE(a.model,cS(),b,a.naming.own,ae().monotonic);}
function eO(a,b){const c=be(a.settings.prefix),d=sprintf('%J',{event_type:b.type,key:b.key,network:b.network,router:a.model.name,device:b.device,by:b.by,code:b.code}),e=b.device===null?'':`: ${b.device}`;if(b.house)av(`house: ${b.type} on "${b.network}"${e}`);if(!cS())return;if(b.router)cF(a.settings,bg(c,a.model.name),d,false);if(b.house)cF(a.settings,bj(c,'event'),d,false);}
function eP(a){const b=ae().monotonic,c=eq(a.model,a.devices,b),d=er(c);if(d!==eM){eM=d;ex(sprintf('%J',c),b);cs();}
dE(a);if(eL.timer===null)ay(eL,eJ);const e=eI(a.model,b);if(e===null)ax(eK);else ay(eK,max(1,min(e,eA(a.model,b)??e)));}
function eQ(a,b){for(let c in b){const d=c;if(d.kind==='note'){if(aP(a.notes,ae().monotonic))av(`house: ${d.text}`);}
if(d.kind==='say')eO(a,d.what);if(d.kind==='open')
ec(d.ssid,d.by,e=>{const f=a.model.networks[d.key]??null;if(f===null||e===null)return;dZ(f,e);if(!f.open)av(`house: "${d.ssid}" does not open here: ${e}`);eP(a);});if(d.kind==='close')
ed(d.ssid,d.by,e=>{const f=a.model.networks[d.key]??null;if(f!==null&&!e)dY(f);eP(a);});}
eP(a);}
function eR(a,b,c){const d={network:c?.network??'',method:c?.method??'',reason:c?.reason??null,peer:c?.peer??null};eQ(a,en(a.model,b,d,ae().monotonic));}
function eS(a){eK.ring=()=>eQ(a,eH(a.model,ae().monotonic));eL.ring=()=>ew(eN(a));}
function eT(a,b,c,d){const e=aY(b),f=type(e)==='object'&&bd(e.id)?e.id:null;if(f===null)return{id:null,refusal:'malformed'};if(c)return{id:null,refusal:'retained'};if((e.command!=='start'&&e.command!=='cancel')||type(e.at)!=='int')
return{id:f,refusal:'malformed'};if(!dG(a.commandIds,f))return{id:null,refusal:'repeated'};const g=d-e.at;if(g>aB)return{id:f,refusal:'too_old'};if(g<-aB)return{id:f,refusal:'clock'};const h=type(e.network)==='string'?dT(a,e.network):null,i=h??(type(e.key)==='string'?(a.networks[e.key]??null):null);if(i===null)return{id:f,refusal:'unknown_network'};return{id:f,refusal:null,command:e.command,own:i};}
function eU(a,b,c,d){const e=dS(b);if(e!==null){if(b.open)e.outcome='open';return[];}
dU(b,[c],a.name,d,dQ(a,b,d));const f=[{kind:'say',what:ek('started',b,null,false,true)}];for(let g in dW(a,b,a.name,d))push(f,g);return f;}
function eV(a,b,c){const d=dS(b);if(d===null)return[];d.outcome='cancelled';d.cause='cancelled';d.router=a.name;dV(a,b,d,c);return[{kind:'say',what:ek('cancelled',b,null,false,true)},...dX(b,a.name)];}
const eW=1500;function eX(a,b,c){if(!aP(a.replies,ae().monotonic))return;if(c!==null)av(`house: command ${b} is not obeyed: ${c}`);const d=c===null?{id:b,ok:true}:{id:b,ok:false,error:{code:c},now:ae().epoch};cF(a.settings,bi(be(a.settings.prefix),a.model.name),sprintf('%J',d),false);}
function eY(a){return aP(a.model.commandStarts,ae().monotonic);}
function eZ(a,b,c,d){const e=f=>eX(a,b,f);if(c==='cancel'&&aP(a.cancels,ae().monotonic))ee(d.ssid,e);else if(c==='start'&&eY(a))ec(d.ssid,a.model.name,e);else e('busy');}
function fa(a,b,c,d){if(c==='cancel')eQ(a,eV(a.model,d,ae().monotonic));else if(dS(d)!==null||eY(a))
eQ(a,eU(a.model,d,b,ae().monotonic));else return eX(a,b,'busy');eX(a,b,null);}
function fb(a,b,c,d){const e=eT(a.model,b,c,ae().epoch),f=e.id,g=dw(a.model)===a.model.name;if(e.refusal!==null){if(f!==null&&(!d||g))eX(a,f,e.refusal);return;}
if(f===null)return;const h=e.own;if(!d)return eZ(a,f,e.command,h);if(g)return fa(a,f,e.command,h);ad.timer(eW,()=>am(()=>{const i=[...a.model.pastIds,...a.model.endedIds,...(h.window?.ids??[])],j=index(i,f)>=0;if(e.command==='cancel'?dS(h)!==null:!j)
fa(a,f,e.command,h);}));}
function fc(a,b,c){const d=c-b.age*1000,e=d-a.began,f=sort([a.ids[0],b.ids[0]])[0];if(e>aA*1000||(e>-aA*1000&&f!==a.ids[0])){a.by=b.by;a.order=b.order;a.began=d;}
const g=[...a.ids];for(let h in b.ids)if(index(g,h)<0)push(g,h);a.ids=slice(sort(g),0,aJ);}
function fd(a,b){return length(filter(a,c=>index(b,c)>=0))>0;}
function fe(a,b){return length(filter(a,c=>index(b,c)<0))===0;}
function ff(a,b,c,d,e){const f=dS(b),g=f!==null&&fd(f.ids,d.ids),h=d.cause??'cancelled',i=length(filter(d.ids,k=>dG(a.endedIds,k)))>0;if(i&&h==='joined'&&d.router!==a.name&&d.age<2*dI)
b.joinedElsewhere=e;if(f===null||!g)return[];f.cause=h;f.outcome='closed';f.router=d.router??c;f.device=d.device;dV(a,b,f,e);const j=d.device===null?'':` (${d.device})`;return[{kind:'note',text:`"${b.ssid}" was ended by router ${f.router}: ${h}${j}`},...dX(b,c)];}
function fg(a,b,c,d,e,f){if(d.cause!==null||fd(a.endedIds,d.ids))return ff(a,b,c,d,f);if(!e)return[];const g=dS(b);if(fe(d.ids,[...a.pastIds,...(g?.ids??[])]))return[];if(g===null&&d.age>aA)return[];if(!aP(a.neighbourStarts,f))
return[{kind:'note',text:`too many starts: that of router ${c} is not obeyed`}];if(g!==null)fc(g,d,f);else dU(b,d.ids,d.by,f-d.age*1000,d.order);return dW(a,b,c,f);}
function fh(a,b,c,d,e){const f=[];for(let g in keys(c)){const h=a.networks[g]??null,i=c[g].window;if(h===null||i===null)continue;for(let j in fg(a,h,b,i,d,e))push(f,j);}
return f;}
function fi(a,b,c){if(length(a.neighbours)>=aG)return null;const d={name:b,version:c,there:false,run:'',former:null,seq:-1,live:false,networks:{}};a.neighbours[b]=d;return d;}
function fj(a,b,c){const d=a.neighbours[b]??null;if(d!==null&&d.version===aZ&&d.there)return;const e=d??fi(a,b,c);if(e===null)return;e.version=c;e.there=true;e.networks={};}
function fk(a,b,c){if(a.neighbours[b]?.version===c)delete a.neighbours[b];}
function fl(a,b){if(b.run===a.former)return true;return b.run===a.run&&b.there&&b.seq<=a.seq;}
function fm(a,b,c,d,e){if(c===null){delete a.neighbours[b];return[];}
const f=a.neighbours[b]??fi(a,b,aZ);if(f===null||fl(f,c))return[];if(c.run!==f.run){f.former=f.run===''?null:f.run;f.run=c.run;f.seq=-1;}
f.version=aZ;f.there=c.there;if(c.there){f.seq=c.seq;f.live=d||f.live;f.networks=c.networks;return fh(a,b,c.networks,d,e);}
for(let g in keys(f.networks))
f.networks[g]={...f.networks[g],ready:false,open:false,window:null};return[];}
function fn(a){for(let b in keys(a.neighbours)){const c=a.neighbours[b];c.there=false;c.live=false;c.seq=-1;}}
function fo(a,b,c){if(type(a)!=='array')return null;const d=a;return length(d)<=b&&length(filter(d,c))===length(d)?[...d]:null;}
function fp(a){for(let b=0;b<length(a);b++)if(index(a,a[b])<b)return true;return false;}
function fq(a){if(type(a)!=='object')return null;const b=fo(a.ids,aJ,bd),c=aX(a.age,0,86400),d=fo(a.order,aF,ba);if(b===null||length(b)===0||c===null||d===null)return null;if(fp(d))return null;if(!ba(a.by)||index(eh,a.outcome)<0)return null;return{ids:b,by:a.by,age:c,order:d,outcome:a.outcome,cause:index(ei,a.cause)<0?ej(a.outcome):a.cause,router:ba(a.router)?a.router:null,device:aW(a.device,64),code:aW(a.code,32)};}
function fr(a){const b=type(a)==='object'?aW(a.ssid,64):null;if(b===null)return null;return{ssid:b,ready:a.ready===true,problem:aW(a.problem,32),open:a.open===true,window:fq(a.window)};}
function fs(a){const b=aY(a),c=type(b)==='object'?aX(b.seq,0,1000000000000):null;if(c===null||!bd(b.run)||type(b.there)!=='bool')return null;const d={},e=type(b.networks)==='object'?b.networks:{};for(let f in slice(keys(e),0,aH)){const g=bc(f)?fr(e[f]):null;if(g!==null)d[f]=g;}
return{run:b.run,seq:c,there:b.there,networks:d};}
function ft(a,b){const c=a.model,d=fs(b.payload);if(d!==null&&d.run===c.run&&d.there)return cV(d.seq);if(!b.retained&&d!==null&&d.there&&!a.rivalled){a.rivalled=true;av(`house: another router calls itself ${c.name} as well`);}
if(aP(a.rivals,ae().monotonic))cs();eP(a);}
function fu(a,b,c,d){const e=a.model,f=ae().monotonic;if(b===e.name&&c===aZ)ft(a,d);else if(c!==aZ){if(d.payload==='')fk(e,b,c);else fj(e,b,c);eP(a);}else{const g=d.payload===''?null:fs(d.payload);if(g!==null||d.payload==='')
eQ(a,fm(e,b,g,!d.retained,f));}}
function fv(a,b){const c=bm(b.topic,a.settings.prefix,a.model.name);if(c.kind==='state')fu(a,c.router,c.version,b);else if(c.kind==='command')fb(a,b.payload,b.retained,false);else if(c.kind==='house_command')fb(a,b.payload,b.retained,true);else if(c.kind==='uuid'){if(dA(a.naming,b.payload))df(b.payload);eP(a);}else if(b.payload!=='')a.discovered[b.topic]=b.payload;else delete a.discovered[b.topic];}
function fw(a,b){return{key:a,ssid:b,ready:false,problem:null,open:false,busy:false,asked:null,closingFor:null,window:null,joinedElsewhere:null,lastFruitless:null};}
function fx(a,b){const c={};for(let d in slice(b,0,aH)){const e=bb(d.ssid);if(exists(c,e))continue;const f=a.networks[e]??fw(e,d.ssid);f.ready=d.ready;f.problem=d.problems[0]?.code??null;const g=d.session;if(f.asked===null)f.open=g!==null&&g.open&&g.method==='pbc';c[e]=f;}
a.networks=c;}
function fy(a,b,c){for(let d in keys(b)){const e=a.networks[d]??null,f=b[d].window;if(e===null||f===null||f.cause!==null||!e.open||e.window!==null)continue;dU(e,f.ids,f.by,c-f.age*1000,f.order);}}
const fz=255,fA=a=>aV(a,fz)&&substr(a,0,1)==='/',fB=a=>aR(a,/[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*/,100),fC=['1','on','true','yes','enabled'],fD=['0','off','false','no','disabled'],fE=a=>index(fC,a)>=0||index(fD,a)>=0,fF={broker:a=>aR(a,/[A-Za-z0-9:][A-Za-z0-9.:_-]*/,253),port:a=>aR(a,/[1-9][0-9]*/,5)&&int(a)<65536,tls:fE,cafile:fA,certfile:fA,keyfile:fA,username:a=>aV(a,fz),password_file:fA,prefix:fB,discovery:fB,name:ba,macs:fE,keepalive:a=>aR(a,/[1-9][0-9]*/,4)&&int(a)>=5,turns:a=>index(['auto','always','never'],a)>=0};function fG(a){let b='';for(let c=0;c<min(length(a),32);c++){const d=substr(a,c,1);b+=ba(d)?d:'-';}
return b===''?'router':b;}
function fH(a,b,c){const d={};for(let g in keys(fF)){const h=a[g]??'';if(h!==''&&!fF[g](h))return{settings:null,culprit:g};d[g]=h===''?null:h;}
const e=index(fC,d.tls)>=0;if(d.broker===null)return{settings:null,culprit:'broker'};if((d.certfile===null)!==(d.keyfile===null))return{settings:null,culprit:'certfile'};if(d.password_file!==null&&d.username===null)return{settings:null,culprit:'username'};if(d.password_file!==null&&!aV(c,fz))
return{settings:null,culprit:'password_file'};const f={broker:d.broker,port:int(d.port??(e?'8883':'1883')),tls:e,cafile:d.cafile,certfile:d.certfile,keyfile:d.keyfile,username:d.username,password:d.password_file===null?null:c,prefix:d.prefix??'wps',name:d.name??fG(b),discovery:d.discovery,macs:index(fC,d.macs)>=0,keepalive:int(d.keepalive??'30'),turns:d.turns==='always'||d.turns==='never'?d.turns:'auto'};return{settings:f,culprit:null};}
const fI=2500,fJ=2000,fK=5000,fL=['enabled','disabled','reverted'],fM=['joined','removed','renamed'],fN=aw(()=>null);function fO(a){ef(b=>{if(b!==null)fx(a.model,b);else ay(fN,fK);eP(a);});}
function fP(a){eg(b=>{a.devices=ep(b??[],a.settings.macs);eP(a);});}
function fQ(a,b){const c=aQ(a,dy(b)?b:null),d=c.model;eS(c);const e=aw(()=>{c.settled=true;eP(c);});fN.ring=()=>fO(c);const f=()=>ay(fN,fJ);aq('luci.wps',j=>{if(j.session)eR(c,j.type,j.session);if(index(fL,j.type)>=0)f();if(index(fM,j.type)>=0)fP(c);});ap('hostapd.',f);ap('luci.wps',(j,k)=>{if(j===''&&k)f();});at('luci.wps.house',{status:{args:{},call:()=>({house:eN(c)})},start:{args:{network:'',session:''},call:j=>{const k=dT(d,j.args.network??'');if(k===null)return{id:null};k.open=true;eQ(c,eU(d,k,`${d.name}.${j.args.session}`,ae().monotonic));return{id:k.window?.ids?.[0]??null};}}});const g=a.discovery,h=g===null?[]:[dt(d,a),du(d,a)],i={topics:()=>map(h,j=>bk(g??'',j.device)),will:()=>es(d),report:j=>sprintf('%J',{...eq(d,c.devices,ae().monotonic),seq:j}),isOpen:()=>length(filter(values(d.networks),j=>j.open))>0,heard:j=>fv(c,j),begins:()=>{fn(d);c.discovered={};c.naming.heard=false;c.settled=false;ay(e,fI);},changed:()=>{if(!cS())fn(d);eP(c);},now:()=>ae().monotonic};ew(eN(c));ef(j=>{const k=ey(),l=k===null?null:fs(k.text);if(j===null)ay(fN,fK);else fx(d,j);if(k!==null&&l!==null)fy(d,l.networks,k.at);db(a,i);eP(c);});fP(c);}
function fR(){const a=de()??{},b=a.password_file??null,c=type(b)==='string'?dg(b):null,d=dg('/proc/sys/kernel/hostname')??'',e=fH(a,d,c);if(e.settings!==null)return fQ(e.settings,a.uuid??null);av(`house: option ${e.culprit} of config house in /etc/config/wps can't be used`);ew({connected:false,name:d,problem:'settings',uuid:a.uuid??null,routers:[]});}
ad.init();am(fR);const fS=ad.run();da();return fS;
