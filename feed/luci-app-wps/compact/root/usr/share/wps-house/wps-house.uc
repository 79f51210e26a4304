'use strict';import*as aa from'fs';import*as ab from'ubus';import*as ac from'uci';import*as ad from'uloop';function ae(){const a=clock(true)??[0,0];return{monotonic:a[0]*1000+int(a[1]/1000000),epoch:time()};}
const af=0,ag=4,ah=7,ai=ab.connect(null,1)??die('ubus'),aj=!exists(ab,'guard');let ak=null;const al=[];function am(a){try{a();return true;}catch(b){warn(`luci.wps: ${b.message}\n${b.stacktrace[0]?.context ?? ''}\n`);return false;}}
function an(a,b){if(ae().monotonic>=b)return{code:ah,data:null};const c=ai.call(a.object,a.method,a.args??{});return{code:ai.error(true)??af,data:c};}
function ao(a,b,c){if(aj){am(()=>c(map(a,j=>an(j,b))));return;}
const d=[];let e=length(a)+1,f=null;const g=()=>{e--;if(e>0)return;f?.cancel?.();am(()=>c(d));},h=(j,k,l)=>{if(d[j])return;d[j]={code:k,data:l??null};g();},i=map(a,(j,k)=>{const l=ai.defer(j.object,j.method,j.args??{},(m,n)=>h(k,m,n));if(l===null)h(k,ai.error(true)??ag,null);else ak=l;return l;});if(e>1)
f=ad.timer(max(1,b-ae().monotonic),()=>map(i,(j,k)=>{j?.abort?.();h(k,ah,null);}));g();}
function ap(a,b){ai.event(a,b);}
function aq(a,b){const c=ai.listener('ubus.object.*',(d,e)=>{if(index(e.path,a)===0)
am(()=>b(substr(e.path,length(a)),d==='ubus.object.add'));});push(al,c);}
function ar(a,b){push(al,ai.listener(a,(c,d)=>am(()=>b(d))));}
const at=[];function au(a,b){const c=ai.publish(a,b);push(at,c);return c!==null;}
let av=null;try{av=require('log');}catch{av=null;}
function aw(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(av)av.syslog(av.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function ax(a){return{timer:null,ring:a};}
function ay(a){a.timer?.cancel?.();a.timer=null;}
function az(a,b){ay(a);a.timer=ad.timer(b,()=>{ay(a);am(a.ring);});}
function aA(a){const b=aa.open('/dev/urandom','r'),c=b?.read?.(a)??'';b?.close?.();if(length(c)!==a)die('no random numbers');let d='';for(let e=0;e<a;e++)d+=sprintf('%02x',ord(c,e));return d;}
const aB=15,aC=30,aD=20000,aE=40000,aF=1000,aG=12,aH=128,aI=16,aJ=20,aK=8,aL=3,aM=60000,aN=10,aO=10000,aP=65521;function aQ(a,b,c){return{left:a,most:a,pause:b,since:c};}
function aR(a,b){const c=int((b-a.since)/a.pause);if(c>0){a.left=min(a.most,a.left+c);a.since+=c*a.pause;}
if(a.left<1)return false;if(a.left===a.most)a.since=b;a.left--;return true;}
function aS(a,b){const c=ae().monotonic;return{settings:a,model:{name:a.name,turns:a.turns,run:aA(6),networks:{},neighbours:{},endedIds:[],pastIds:[],commandStarts:aQ(aL,aM,c),neighbourStarts:aQ(aN,aO,c),commandIds:[]},naming:{own:b,heard:false,changes:0},devices:[],discovered:{},rivals:aQ(3,60000,c),rivalled:false,cancels:aQ(10,2000,c),replies:aQ(5,2000,c),notes:aQ(10,2000,c),settled:false};}
function aT(a,b,c){return type(a)==='string'&&length(a)<=c&&match(a,b)?.[0]===a;}
function aU(a){if(a<128)return 1;if(a>=194&&a<224)return 2;if(a>=224&&a<240)return 3;return a>=240&&a<245?4:0;}
function aV(a,b,c){for(let f=1;f<c;f++){const g=ord(a,b+f)??0;if(g<128||g>191)return false;}
const d=ord(a,b)??0,e=c>2?(ord(a,b+1)??0):0;if((d===224&&e<160)||(d===237&&e>159))return false;if((d===240&&e<144)||(d===244&&e>143))return false;return true;}
function aW(a,b){let c='';for(let d=0;d<length(a);d++){const e=ord(a,d)??0,f=aU(e),g=f>0&&e>=32&&e!==127&&aV(a,d,f);if(length(c)+(g?f:1)>b)return c;c+=g?substr(a,d,f):'?';if(g)d+=f-1;}
return c;}
function aX(a,b){if(type(a)!=='string'||a===''||length(a)>b)return false;for(let c=0;c<length(a);c++){const d=ord(a,c)??0;if(d<32||d===127)return false;}
return true;}
function aY(a,b){return type(a)==='string'&&a!==''?aW(a,b):null;}
function aZ(a,b,c){return type(a)==='int'&&a>=b&&a<=c?a:null;}
function ba(a){try{return json(a);}catch{return null;}}
const bb=1;function bc(a){return aT(a,/[A-Za-z0-9_-]+/,32);}
function bd(a){return`n${hexenc(a)}`;}
function be(a){return aT(a,/n[0-9a-f]+/,65)&&length(a)%2===1;}
function bf(a){return aT(a,/[A-Za-z0-9_.:-]+/,64);}
function bg(a){return`${a}/${bb}`;}
function bh(a,b){return`${a}/router/${b}/state`;}
function bi(a,b){return`${a}/router/${b}/event`;}
function bj(a,b){return`${a}/router/${b}/command`;}
function bk(a,b){return`${a}/router/${b}/reply`;}
function bl(a,b){return`${a}/house/${b}`;}
function bm(a,b){return`${a}/device/${b}/config`;}
function bn(a,b){const c=bg(a);return[`${a}/+/router/+/state`,bj(c,b),bl(c,'command'),bl(c,'uuid')];}
function bo(a,b,c){const d=bg(b);if(a===bj(d,c))return{kind:'command'};if(a===bl(d,'command'))return{kind:'house_command'};if(a===bl(d,'uuid'))return{kind:'uuid'};const e=index(a,`${b}/`)===0?split(substr(a,length(b)+1),'/'):[],f=length(e)===4&&aT(e[0],/[0-9]+/,4)&&e[1]==='router'&&bc(e[2])&&e[3]==='state';return f?{kind:'state',router:e[2],version:int(e[0])}:{kind:'other'};}
function bp(a,b){const c=[`-h ${a.broker}`,`-p ${a.port}`,'-V mqttv311',`-k ${a.keepalive}`,'-q 1','--nodelay',`-I wps-${a.name}-${b}-`];if(a.username!==null)push(c,`-u ${a.username}`);if(a.password!==null)push(c,`-P ${a.password}`);if(a.tls)push(c,`--cafile ${a.cafile ?? '/etc/ssl/certs/ca-certificates.crt'}`);if(a.tls&&a.certfile!==null){push(c,`--cert ${a.certfile}`);push(c,`--key ${a.keyfile}`);}
return c;}
function bq(a){return`${join('\n', a)}\n`;}
function br(a,b,c){const d=bp(a,'sub');for(let e in[...bn(a.prefix,a.name),...b])push(d,`-t ${e}`);push(d,'-F %r %x %t');push(d,`--will-topic ${bh(bg(a.prefix), a.name)}`);push(d,`--will-payload ${c}`);push(d,'--will-qos 1');push(d,'--will-retain');return bq(d);}
function bs(a){return bq([...bp(a,'pub'),`-t ${bh(bg(a.prefix), a.name)}`,'-r','-l']);}
function bt(a,b,c,d){const e=[...bp(a,'post'),`-t ${b}`,`-f ${d}`];if(c)push(e,'-r');return bq(e);}
const bu=3000;function bv(a,b,c,d){const e=`${a}.new`,f=aa.open(e,'w',0o600);if(!f)return false;const g=aa.chmod(e,0o600)&&f.write(b)===length(b);if(c!==null)aa.chown(e,c,c);const h=f.close();if(d&&h&&g)system(['fsync',e],bu);if(h&&g&&aa.rename(e,a))return true;aa.unlink(e);return false;}
const bw='/var/run/wps-house';function bx(a){return`${bw}/${a}`;}
function by(a,b){return`${bw}/${a}/${b}`;}
function bz(a){for(let b in[bw,...map(a,c=>bx(c))]){aa.mkdir(b,0o700);aa.chmod(b,0o700);}}
function bA(a,b,c){return bv(by(a,b),c,null,false);}
function bB(a){const b=by(a,'pipe');aa.unlink(b);return system(['mkfifo','-m','600',b],2000)===0;}
let bC=null,bD=null,bE=null,bF=null;function bG(a,b,c){if(!bB(a))return null;const d=by(a,'pipe'),e=a==='pub',f=aa.open(d,'r+e');c?.close?.();const g=aa.open(d,e?'r':'w'),h=aa.open(d,e?'we':'re');f?.close?.();if(g===null||h===null)return null;if(g.fileno()!==b)die(`pipe ${a} is ${g.fileno()}, not ${b}`);return{inherited:g,kept:h};}
function bH(){bE?.close?.();bF?.close?.();bE=null;bF=null;}
function bI(){bH();const a=bG('pub',0,bC??aa.stdin);bC=a?.inherited??bC;const b=bG('sub',1,bD??aa.stdout);bD=b?.inherited??bD;bE=a?.kept??null;bF=b?.kept??null;return bE===null?null:bF;}
function bJ(a){bE?.write?.(`${a}\n`);bE?.flush?.();}
function bK(){return bF?.read?.('all')??'';}
const bL='/usr/bin/mosquitto_sub',bM='/usr/bin/mosquitto_pub',bN=['sub','pub','post'],bO={};function bP(){return aa.access(bL,'x')===true&&aa.access(bM,'x')===true;}
function bQ(a){const b=aa.readfile(`/proc/${a}/comm`);return b===null?null:trim(b);}
function bR(a){return index(['mosquitto_sub','mosquitto_pub'],bQ(a))>=0;}
function bS(){for(let a in bN){const b=int(aa.readfile(by(a,'pid'))??'');if(b>1&&bR(b))system(['kill','-9',`${b}`],1000);aa.unlink(by(a,'pid'));}}
function bT(a,b,c){const d=a==='sub'?bL:bM;if(!bA(a,a==='sub'?'mosquitto_sub':'mosquitto_pub',b))return false;const e={process:null,pid:0},f=ad.process(d,[],{XDG_CONFIG_HOME:bx(a),PATH:'/usr/bin:/bin'},g=>am(()=>{if(bO[a]===e){bO[a]=null;aa.unlink(by(a,'pid'));}
c(g);}));if(f===null)return false;e.process=f;e.pid=f.pid();bO[a]=e;bA(a,'pid',`${e.pid}\n`);return true;}
function bU(a){const b=bO[a]??null;if(b===null)return;bO[a]=null;aa.unlink(by(a,'pid'));system(['kill','-9',`${b.pid}`],1000);}
function bV(a){const b=[];for(let c in a){const d=`/proc/${bO[c]?.pid ?? 0}/fd`;for(let e in sort(aa.lsdir(d)??[])){const f=aa.readlink(`${d}/${e}`)??'';if(index(f,'socket:')===0)push(b,f);}}
return join(' ',b);}
const bW=['sub','pub'],bX=1000,bY=ax(()=>null);let bZ=null,ca=0,cb='',cc=0;function cd(){cb=bV(bW);}
function ce(a){if(bZ===null)return;cc=a;if(bV(bW)!==cb)bZ();az(bY,ca);gc();}
function cf(a){if(a-cc>bX)ce(a);}
function cg(a,b){ca=a;bZ=b;bY.ring=()=>ce(ae().monotonic);az(bY,ca);}
function ch(){bZ=null;ay(bY);}
const ci=16384,cj=2*ci+512;function ck(a,b){const c=split(b,'\n'),d=[];for(let e=0;e<length(c);e++){const f=e===length(c)-1;if(!a.skipping)a.rest+=c[e];if(length(a.rest)>cj){a.skipping=true;a.rest='';}
if(f)continue;if(!a.skipping)push(d,a.rest);a.rest='';a.skipping=false;}
return d;}
function cl(a){const b=substr(a,0,2),c=substr(a,2),d=index(c,' ');if((b!=='0 '&&b!=='1 ')||d<0)return null;const e=d===0?'':hexdec(substr(c,0,d));return e===null?null:{retained:b==='1 ',topic:substr(c,d+1),payload:e};}
const cm=10000,cn=5000,co=ax(()=>null);let cp=null,cq=0,cr=null,cs=false,ct=false;function cu(){cs=true;if(cp===null||cr!==null)return;cs=false;cq++;cr=cq;cp(cq);az(co,ct?cn:cm);}
function cv(a){if(a!==cr)return false;cr=null;ct=true;ay(co);return true;}
function cw(){if(cs)cu();}
function cx(a,b){cp=a;ct=false;co.ring=b;}
function cy(){cp=null;cr=null;ay(co);}
const cz=60000,cA=4000;function cB(a,b){let c=1000;for(let d=1;d<a&&c<cz;d++)c*=2;return min(c,b?cA:cz);}
const cC=24;let cD=[],cE=false,cF=0;function cG(a){const b=cE?null:shift(cD);if(b===null)return;const c=by('post','payload'),d=bt(a,b.topic,b.retained,c),e=cF;cE=bA('post','payload',b.payload)&&bT('post',d,()=>{if(e!==cF)return;cE=false;cG(a);});}
function cH(a,b,c,d){if(d)cD=filter(cD,e=>e.topic!==b);if(length(cD)>=cC)return;push(cD,{topic:b,payload:c,retained:d});cG(a);}
function cI(){cD=[];cE=false;cF++;bU('post');}
const cJ=2000;let cK,cL,cM={rest:'',skipping:false},cN=null;const cO=ax(()=>null);let cP=0,cQ=false,cR=null,cS=0,cT=0;function cU(){return cQ;}
function cV(){return cR;}
function cW(a){cP++;cQ=false;cR=a;cS++;cy();ch();cN?.delete?.();cN=null;cI();for(let b in bN)bU(b);bH();az(cO,cB(cS,cL.isOpen()));cL.changed();}
function cX(a){if(!cv(a))return;cd();if(!cQ){cQ=true;cR=null;cS=0;cg(cK.keepalive*1000,cu);cL.changed();}
cw();}
function cY(a){const b=cL.now();if(a.retained&&cQ&&b-cT>cJ){cL.begins();cu();}
if(a.retained)cT=b;else cf(b);cL.heard(a);}
function cZ(){for(let a in ck(cM,bK())){const b=cl(a);if(b!==null)am(()=>cY(b));}}
function da(a,b){if(a!==cP)return;cW(b===4||b===5?'refused':'unreachable');}
function db(){cP++;const a=cP;if(!bP())return cW('package');const b=bI();cM={rest:'',skipping:false};cN=b===null?null:ad.handle(b,()=>am(cZ),ad.ULOOP_READ);const c=f=>da(a,f),d=cL.will(),e=cN!==null&&bT('sub',br(cK,cL.topics(),d),c)&&bT('pub',bs(cK),c);if(!e)return cW('unreachable');cT=cL.now();cL.begins();cx(f=>bJ(cL.report(f)),()=>cW(cQ?'unreachable':'refused'));cu();}
function dc(){cP++;cN?.delete?.();cN=null;for(let a in bN)bU(a);bH();}
function dd(a,b){cK=a;cL=b;bz(bN);bS();cO.ring=db;az(cO,1);}
const de='/etc/config/wps';function df(){const a=ac.cursor()??die('uci');a.load(de);return a;}
function dg(){const a=df().get_all('wps','house')??null;return a!==null&&a['.type']==='house'?a:null;}
function dh(a){const b=df();b.set('wps','house','uuid',a);return b.commit()===true;}
function di(a){const b=aa.readfile(a);return b===null?null:split(b,'\n')[0];}
const dj=['started','success','joined','overlap','failed','cancelled','timeout','lost'],dk=['open','idle','not_ready'],dl="{{ 'online' if value_json.there else 'offline' }}",dm=8;function dn(a){return`wps_house_${replace(a.prefix, '/', '_')}`;}
function dp(a){return`wps_${replace(a.prefix, '/', '_')}_${a.name}`;}
function dq(a){return`{"id": "ha-{{ now().timestamp() }}", "command": "start", "key": "${a}", "at": {{ now().timestamp() | int }}}`;}
function dr(a,b,c,d){return{[`${b}_start`]:{platform:'button',unique_id:`${a}_${b}_start`,name:`Start WPS on ${c}`,icon:'mdi:wifi-plus',command_topic:d.command,command_template:dq(b)},[`${b}_state`]:{platform:'sensor',unique_id:`${a}_${b}_state`,name:`WPS on ${c}`,icon:'mdi:wifi-lock-open',device_class:'enum',options:dk,state_topic:d.state,value_template:`{{ ((value_json.networks | default({})).get('${b}') or {}).get('state', 'not_ready') }}`},[`${b}_event`]:{platform:'event',unique_id:`${a}_${b}_event`,name:`Joined ${c}`,icon:'mdi:devices',event_types:dj,state_topic:d.event,value_template:`{{ value if value_json.key == '${b}' else '' }}`}};}
function ds(){return{name:'luci-app-wps',support_url:'https://github.com/luci-app-wps/luci-app-wps'};}
function dt(a,b,c){const d={};for(let e in slice(keys(a.networks),0,dm)){const f=dr(b,e,aW(a.networks[e].ssid,64),c);for(let g in keys(f))d[g]=f[g];}
return d;}
function du(a,b){const c=b===null?null:ba(b),d=type(c?.components)==='object'?c.components:{};for(let e in slice(keys(d),0,4*dm*3)){const f=d[e]?.platform;if(!exists(a,e)&&index(['button','sensor','event'],f)>=0)
a[e]={platform:f};}
return a;}
function dv(a,b){const c=bg(b.prefix),d=dp(b),e={command:bj(c,b.name),state:bh(c,b.name),event:bi(c,b.name)};return{device:d,text:f=>sprintf('%J',{device:{identifiers:[d],name:`WPS ${b.name}`,manufacturer:'OpenWrt',model:'luci-app-wps',sw_version:`${bb}`,via_device:dn(b)},origin:ds(),availability_topic:e.state,availability_template:dl,qos:1,components:du(dt(a,d,e),f)})};}
function dw(a,b){const c=bg(b.prefix),d=dn(b),e={command:bl(c,'command'),state:bl(c,'state'),event:bl(c,'event')},f=filter(keys(a.neighbours),h=>a.neighbours[h].version===bb),g=sort([b.name,...f]);return{device:d,text:h=>sprintf('%J',{device:{identifiers:[d],name:'WPS, whole house',manufacturer:'OpenWrt',model:'luci-app-wps'},origin:ds(),availability:map(slice(g,0,16),i=>({topic:bh(c,i),value_template:dl})),availability_mode:'any',qos:1,components:du(dt(a,d,e),h)})};}
const dx=35000,dy=1000;function dz(a){let b=0;for(let c=0;c<length(a);c++)b=(b*31+(ord(a,c)??0))%aP;return b;}
function dA(a,b,c){if(b===null)a.expected=null;else if(a.expected===null&&!a.arrived)
a.expected={mark:b,next:c,until:c+dx};}
function dB(a,b){const c=a.expected;if(c===null||b<c.next||b>=c.until)return false;c.next=b+dy;return true;}
function dC(a,b){const c=a.expected;return c===null||b>=c.until?null:max(c.next-b,0);}
function dD(a,b){const c=a.expected?.mark??null;if(c===null||length(filter(b,d=>dz(d)===c))===0)return false;a.expected=null;a.arrived=true;return true;}
function dE(a,b,c){const d=c.arrived?(a.leaving?.session??null):null;if(d===null)return[];a.leaving=null;return[{kind:'arrived',session:d,router:b}];}
function dF(a){const b={};for(let c in keys(a.networks)){const d=a.networks[c],e=d.open?[a.name]:[];let f=d.ready;for(let i in sort(keys(a.neighbours))){const j=a.neighbours[i],k=j.there?(j.networks[c]??null):null;if(k===null)continue;if(k.open)push(e,i);f=f||k.ready;}
const g=d.window,h=g!==null&&g.over&&length(e)===0;b[c]={ssid:aW(d.ssid,64),state:length(e)>0?'open':f?'idle':'not_ready',open:e,outcome:h?g.cause:null,router:h?g.router:null,device:h?g.device:null};}
return{networks:b};}
function dG(a){const b=filter(keys(a.neighbours),c=>a.neighbours[c].there&&a.neighbours[c].version===bb);return sort([a.name,...b])[0];}
const dH=3;function dI(a){return aT(a,/77707300-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/,36);}
function dJ(a){return`77707300-${substr(a, 0, 4)}-4${substr(a, 4, 3)}-8${substr(a, 7, 3)}-${substr(a, 10, 12)}`;}
function dK(a,b){if(!dI(b))return false;a.heard=true;if(b===a.own||a.changes>=dH)return false;a.own=b;a.changes++;return true;}
let dL='';function dM(a,b){if(a.settings.discovery===null)return;const c=bm(a.settings.discovery,b.device),d=a.discovered[c]??null,e=b.text(d);if(e===d)return;a.discovered[c]=e;cH(a.settings,c,e,true);}
function dN(a){const b=a.naming;if(b.heard)return;const c=b.own===null;b.own??=dJ(aA(12));b.heard=true;if(c&&!dh(b.own))aw('house: the UUID could not be kept in /etc/config/wps');cH(a.settings,bl(bg(a.settings.prefix),'uuid'),b.own,true);}
function dO(a){if(!cU()||!a.settled){dL='';return;}
if(length(a.model.networks)>0)dM(a,dv(a.model,a.settings));if(dG(a.model)!==a.model.name){dL='';return;}
dN(a);if(length(a.model.networks)>0)dM(a,dw(a.model,a.settings));const b=sprintf('%J',dF(a.model));if(b===dL)return;dL=b;cH(a.settings,bl(bg(a.settings.prefix),'state'),b,true);}
const dP=100;function dQ(a,b){if(index(a,b)>=0)return false;push(a,b);while(length(a)>dP)shift(a);return true;}
const dR=120,dS=120,dT=600000,dU=20000,dV=dR*1000;function dW(a){return max(aD,min(aE,int(dV/length(a))));}
function dX(a){return max(dV,length(a)*dW(a));}
function dY(a,b){const c=dW(a),d=int(b/c),e=b%c,f=d===0?0:aF,g=e>=f;return{name:a[d%length(a)],open:g,left:g?c-e:f-e};}
function dZ(a,b,c){if(b.cause==='joined')a.lastFruitless=null;else if(b.cause!=='overlap'&&c-b.began>=dU)a.lastFruitless=c;}
function ea(a,b,c){const d=b.lastFruitless!==null&&c-b.lastFruitless<dT;if(a.turns==='never'||(a.turns==='auto'&&!d))return[];const e=filter(keys(a.neighbours),g=>a.neighbours[g].there&&a.neighbours[g].networks[b.key]?.ready===true),f=b.ready?[a.name,...sort(e)]:sort(e);return length(f)>1?slice(f,0,aG):[];}
function eb(a,b,c){if(length(b.order)===0)return true;const d=dY(b.order,c-b.began);return d.open&&d.name===a.name;}
const ec=3,ed=2000;function ee(a){return a.window!==null&&!a.window.over?a.window:null;}
function ef(a,b){return filter(values(a.networks),c=>c.ssid===b)[0]??null;}
function eg(a,b,c,d,e){a.window={ids:b,by:c,began:d,order:e,outcome:'open',router:null,device:null,code:null,tries:0,again:null,over:false,cause:null,leaving:null,expected:null,arrived:false};}
function eh(a,b,c,d){for(let e in c.ids){dQ(a.pastIds,e);if(c.cause!==null)dQ(a.endedIds,e);}
c.over=true;dZ(b,c,d);}
function ei(a,b,c,d){const e=ee(b);if(e===null||b.open||b.asked==='open'||!eb(a,e,d))return[];b.asked='open';e.tries++;e.again=null;return[{kind:'open',key:b.key,ssid:b.ssid,by:c}];}
function ej(a,b){if(a.asked==='close'||(!a.open&&a.asked!=='open'))return[];a.asked='close';a.closingFor=b;return[{kind:'close',key:a.key,ssid:a.ssid,by:b}];}
function ek(a){if(a.asked==='close')a.asked=null;}
function el(a,b,c){const d=ee(a);a.asked=null;if(b==='already_open')a.open=true;else if(d!==null&&!a.open){d.outcome='refused';d.code=b;if(b==='timeout'&&d.tries<ec)d.again=c+ed;}}
const em=4000;function en(a,b,c){ao([{object:'luci.wps',method:a,args:b}],ae().monotonic+em,d=>c(d[0]));}
function eo(a){return a.code===af?null:(a.data?.error?.code??'timeout');}
function ep(a,b,c){en('start',{network:a,origin:'house',by:b},d=>c(eo(d)));}
function eq(a,b,c){en('cancel',{network:a,origin:'house',by:b},d=>c(d.code===af));}
function er(a,b){en('cancel',{network:a},c=>b(eo(c)));}
function es(a){en('status',{},b=>a(b.code===af?(b.data?.networks??[]):null));}
function et(a){en('devices',{},b=>a(b.code===af?(b.data?.devices??[]):null));}
const eu=['open','joined','overlap','cancelled','closed','refused','timeout','failed'],ev=['joined','overlap','cancelled'];function ew(a){return index(ev,a)<0?null:a;}
function ex(a,b,c,d,e){const f=b.window;return{type:a,key:b.key,network:b.ssid,device:c,by:e?(f?.by??null):null,code:e?(f?.code??null):null,router:d,house:e};}
function ey(a,b){return a.joinedElsewhere!==null&&b-a.joinedElsewhere<dS*1000;}
function ez(a,b,c,d,e){const f=ee(b);if(f===null)return false;const g=c==='success'?'joined':c,h=ew(g);if(h!==null&&(h!=='overlap'||!ey(b,e))){const i=d.peer?.mac??null;if(c==='success'&&i!==null)f.leaving={session:d.id,mark:dz(i)};f.outcome=g;f.cause=h;f.router=a.name;f.device=d.peer?.name??null;eh(a,b,f,e);return true;}
f.outcome=c==='timeout'?'timeout':'failed';f.code=c==='timeout'?null:(d.reason??c);if(c==='timeout'&&length(f.order)===0)eh(a,b,f,e);return true;}
function eA(a,b,c,d){const e=ef(a,c.network);if(e===null||c.method!=='pbc')return[];e.busy=b==='connecting';e.open=b==='started'||b==='connecting';if(b!=='connecting'){e.asked=null;e.closingFor=null;}
if(b==='connecting')return[];const f=b==='cancelled'&&c.reason==='house';if(f||b==='started'){const l=ee(e);if(!f&&l!==null){l.outcome='open';l.code=null;}
return[{kind:'say',what:ex(b,e,null,true,false)}];}
const g=c.peer?.name??null,h=e.window,i=h!==null&&h.outcome==='joined';if(b==='joined'&&i){h.device=g??h.device;h.leaving=null;}
const j=ez(a,e,b,c,d)||(b==='joined'&&i),k=j&&(b!=='timeout'||h?.by===a.name);if(k&&b==='overlap'&&h?.outcome==='failed')
return[{kind:'say',what:ex(b,e,null,true,false)},{kind:'say',what:ex('failed',e,null,false,true)}];return[{kind:'say',what:ex(b,e,g,true,k)}];}
function eB(a,b){if(a===null)return null;return{ids:a.ids,by:a.by,age:int((b-a.began)/1000),order:a.order,outcome:a.outcome,cause:a.cause,router:a.router,device:a.device===null?null:aW(a.device,64),code:a.code,mark:a.leaving?.mark??null,arrived:a.arrived};}
function eC(a,b){return map(slice(a,0,aJ),c=>{const d={name:c.name===null?null:aW(c.name,64),network:aW(c.network,64),joined:c.joined,online:c.online};if(b)d.mac=c.mac;return d;});}
function eD(a,b,c){const d={};for(let e in keys(a.networks)){const f=a.networks[e];d[e]={ssid:aW(f.ssid,64),ready:f.ready,problem:f.problem,open:f.open,state:f.open?'open':f.ready?'idle':'not_ready',window:eB(f.window,c)};}
return{version:bb,name:a.name,run:a.run,seq:0,there:true,networks:d,devices:b};}
function eE(a){const b={};for(let c in keys(a.networks)){const d=a.networks[c];b[c]={...d,window:d.window===null?null:{...d.window,age:0}};}
return sprintf('%J',{...a,seq:0,networks:b});}
function eF(a){return sprintf('%J',{version:bb,name:a.name,run:a.run,seq:0,there:false});}
const eG='/var/run/luci-wps-house.json',eH='/var/run/luci-wps-house-said';let eI='';function eJ(a){const b=sprintf('%J\n',a);if(b!==eI&&bv(eG,b,null,false))eI=b;}
function eK(a,b){bv(eH,`${b}\n${a}\n`,null,false);}
function eL(){const a=split(aa.readfile(eH)??'','\n');return length(a)>1?{at:int(a[0]),text:a[1]}:null;}
const eM=2000;function eN(a,b){const c=map(a,d=>({object:`hostapd.${d}`,method:'get_clients'}));ao(c,ae().monotonic+eM,d=>{const e=[];for(let f in d){const g=f.code===af?(f.data?.clients??{}):{};for(let h in keys(g))
if(g[h]?.authorized===true&&g[h]?.wps!==true)push(e,h);}
b(e);});}
function eO(a,b){ap('luci.wps.arrived',{session:a,router:b});}
const eP=5000;function eQ(a,b){let c=null;for(let d in values(a.networks)){const e=ee(d),f=e===null?0:e.began+eP+1-b;if(f>0)c=min(c??f,f);}
return c;}
function eR(a,b,c,d){if(!a.there)return null;if(b.window!==null&&b.window.outcome==='refused')return b.window.code??'refused';if(!b.ready)return b.problem;const e=c===null?null:ee(c);if(e===null||b.open||length(e.order)>0)return null;const f=b.window!==null&&length(filter(b.window.ids,g=>index(e.ids,g)>=0))>0;return!f&&d-e.began>eP?'late':null;}
function eS(a,b,c){return map(keys(b.networks),d=>{const e=b.networks[d],f=a.networks[d]??null;return{ssid:f===null?e.ssid:f.ssid,ready:e.ready,open:e.open,problem:eR(b,e,f,c)};});}
function eT(a,b,c){const d=b.version-bb;return{name:b.name,there:b.there,problem:d===0?null:d<0?'older':'newer',networks:eS(a,b,c)};}
function eU(a,b,c,d,e){const f=sort(keys(a.neighbours));return{connected:b,name:a.name,problem:c,uuid:d,routers:map(f,g=>eT(a,a.neighbours[g],e))};}
const eV=(dR+5)*1000;function eW(a,b){const c=[];for(let d in values(a.networks)){if(d.closingFor!==null&&d.open&&d.asked===null)
for(let h in ej(d,d.closingFor))push(c,h);if(d.window!==null&&dB(d.window,b))push(c,{kind:'look',key:d.key});const e=ee(d);if(e===null)continue;const f=length(e.order)>0;let g=[];if(b-e.began>=(f?dX(e.order):eV)){if(e.outcome==='open')e.outcome='timeout';eh(a,d,e,b);if(f)g=ej(d,a.name);}else if(f&&eb(a,e,b))g=ei(a,d,e.by,b);else if(f&&!d.busy)g=ej(d,a.name);else if(e.again!==null&&b>=e.again)g=ei(a,d,e.by,b);for(let h in g)push(c,h);}
return c;}
function eX(a,b){let c=null;for(let d in values(a.networks)){if(d.closingFor!==null&&d.open)c=min(c??ed,ed);const e=d.window===null?null:dC(d.window,b);if(e!==null)c=min(c??e,e);const f=ee(d);if(f===null)continue;const g=b-f.began,h=length(f.order)>0;let i=(h?dX(f.order):eV)-g;if(h)i=min(i,dY(f.order,g).left);if(f.again!==null)i=min(i,f.again-b);c=min(c??i,i);}
return c===null?null:max(c,0);}
const eY=50,eZ=ax(()=>null),fa=ax(()=>null);let fb='';function fc(a){const b=a.rivalled?'name_taken':cV();return eU(a.model,cU(),b,a.naming.own,ae().monotonic);}
function fd(a,b){const c=bg(a.settings.prefix),d=sprintf('%J',{event_type:b.type,key:b.key,network:b.network,router:a.model.name,device:b.device,by:b.by,code:b.code}),e=b.device===null?'':`: ${b.device}`;if(b.house)aw(`house: ${b.type} on "${b.network}"${e}`);if(!cU())return;if(b.router)cH(a.settings,bi(c,a.model.name),d,false);if(b.house)cH(a.settings,bl(c,'event'),d,false);}
function fe(a){const b=ae().monotonic,c=eD(a.model,a.devices,b),d=eE(c);if(d!==fb){fb=d;eK(sprintf('%J',c),b);cu();}
dO(a);if(fa.timer===null)az(fa,eY);const e=eX(a.model,b);if(e===null)ay(eZ);else az(eZ,max(1,min(e,eQ(a.model,b)??e)));}
function ff(a,b){for(let c in b){const d=c;if(d.kind==='note'){if(aR(a.notes,ae().monotonic))aw(`house: ${d.text}`);}
if(d.kind==='say')fd(a,d.what);if(d.kind==='open')
ep(d.ssid,d.by,e=>{const f=a.model.networks[d.key]??null;if(f===null||e===null)return;el(f,e,ae().monotonic);if(!f.open)aw(`house: "${d.ssid}" does not open here: ${e}`);fe(a);});if(d.kind==='look')
eN(a.model.networks[d.key]?.ifnames??[],e=>{const f=a.model.networks[d.key]?.window??null;if(f!==null&&dD(f,e))fe(a);});if(d.kind==='arrived')eO(d.session,d.router);if(d.kind==='close')
eq(d.ssid,d.by,e=>{const f=a.model.networks[d.key]??null;if(f!==null&&!e)ek(f);fe(a);});}
fe(a);}
function fg(a,b,c){const d={id:c?.id??'',network:c?.network??'',method:c?.method??'',reason:c?.reason??null,peer:c?.peer??null};ff(a,eA(a.model,b,d,ae().monotonic));}
function fh(a){eZ.ring=()=>ff(a,eW(a.model,ae().monotonic));fa.ring=()=>eJ(fc(a));}
function fi(a,b,c,d){const e=ba(b),f=type(e)==='object'&&bf(e.id)?e.id:null;if(f===null)return{id:null,refusal:'malformed'};if(c)return{id:null,refusal:'retained'};if((e.command!=='start'&&e.command!=='cancel')||type(e.at)!=='int')
return{id:f,refusal:'malformed'};if(!dQ(a.commandIds,f))return{id:null,refusal:'repeated'};const g=d-e.at;if(g>aC)return{id:f,refusal:'too_old'};if(g<-aC)return{id:f,refusal:'clock'};const h=type(e.network)==='string'?ef(a,e.network):null,i=h??(type(e.key)==='string'?(a.networks[e.key]??null):null);if(i===null)return{id:f,refusal:'unknown_network'};return{id:f,refusal:null,command:e.command,own:i};}
function fj(a,b,c,d){const e=ee(b);if(e!==null){if(b.open)e.outcome='open';return[];}
eg(b,[c],a.name,d,ea(a,b,d));const f=[{kind:'say',what:ex('started',b,null,false,true)}];for(let g in ei(a,b,a.name,d))push(f,g);return f;}
function fk(a,b,c){const d=ee(b);if(d===null)return[];d.outcome='cancelled';d.cause='cancelled';d.router=a.name;eh(a,b,d,c);return[{kind:'say',what:ex('cancelled',b,null,false,true)},...ej(b,a.name)];}
const fl=1500;function fm(a,b,c){if(!aR(a.replies,ae().monotonic))return;if(c!==null)aw(`house: command ${b} is not obeyed: ${c}`);const d=c===null?{id:b,ok:true}:{id:b,ok:false,error:{code:c},now:ae().epoch};cH(a.settings,bk(bg(a.settings.prefix),a.model.name),sprintf('%J',d),false);}
function fn(a){return aR(a.model.commandStarts,ae().monotonic);}
function fo(a,b,c,d){const e=f=>fm(a,b,f);if(c==='cancel'&&aR(a.cancels,ae().monotonic))er(d.ssid,e);else if(c==='start'&&fn(a))ep(d.ssid,a.model.name,e);else e('busy');}
function fp(a,b,c,d){if(c==='cancel')ff(a,fk(a.model,d,ae().monotonic));else if(ee(d)!==null||fn(a))
ff(a,fj(a.model,d,b,ae().monotonic));else return fm(a,b,'busy');fm(a,b,null);}
function fq(a,b,c,d){const e=fi(a.model,b,c,ae().epoch),f=e.id,g=dG(a.model)===a.model.name;if(e.refusal!==null){if(f!==null&&(!d||g))fm(a,f,e.refusal);return;}
if(f===null)return;const h=e.own;if(!d)return fo(a,f,e.command,h);if(g)return fp(a,f,e.command,h);ad.timer(fl,()=>am(()=>{const i=[...a.model.pastIds,...a.model.endedIds,...(h.window?.ids??[])],j=index(i,f)>=0;if(e.command==='cancel'?ee(h)!==null:!j)
fp(a,f,e.command,h);}));}
function fr(a,b,c){const d=c-b.age*1000,e=d-a.began,f=sort([a.ids[0],b.ids[0]])[0];if(e>aB*1000||(e>-aB*1000&&f!==a.ids[0])){a.by=b.by;a.order=b.order;a.began=d;}
const g=[...a.ids];for(let h in b.ids)if(index(g,h)<0)push(g,h);a.ids=slice(sort(g),0,aK);}
function fs(a,b){return length(filter(a,c=>index(b,c)>=0))>0;}
function ft(a,b){return length(filter(a,c=>index(b,c)<0))===0;}
function fu(a,b,c,d,e){const f=b.window,g=d.cause??'cancelled',h=length(filter(d.ids,j=>dQ(a.endedIds,j)))>0;if(h&&g==='joined'&&d.router!==a.name&&d.age<2*dS)
b.joinedElsewhere=e;if(f===null||!fs(f.ids,d.ids))return[];if(d.router===c)dA(f,d.mark,e);if(f.over)return dE(f,c,d);f.cause=g;f.outcome='closed';f.router=d.router??c;f.device=d.device;eh(a,b,f,e);const i=d.device===null?'':` (${d.device})`;return[{kind:'note',text:`"${b.ssid}" was ended by router ${f.router}: ${g}${i}`},...ej(b,c)];}
function fv(a,b,c,d,e,f){if(d.cause!==null||fs(a.endedIds,d.ids))return fu(a,b,c,d,f);if(!e)return[];const g=ee(b);if(ft(d.ids,[...a.pastIds,...(g?.ids??[])]))return[];if(g===null&&d.age>aB)return[];if(!aR(a.neighbourStarts,f))
return[{kind:'note',text:`too many starts: that of router ${c} is not obeyed`}];if(g!==null)fr(g,d,f);else eg(b,d.ids,d.by,f-d.age*1000,d.order);return ei(a,b,c,f);}
function fw(a,b,c,d,e){const f=[];for(let g in keys(c)){const h=a.networks[g]??null,i=c[g].window;if(h===null||i===null)continue;for(let j in fv(a,h,b,i,d,e))push(f,j);}
return f;}
function fx(a,b,c){if(length(a.neighbours)>=aH)return null;const d={name:b,version:c,there:false,run:'',former:null,seq:-1,live:false,networks:{}};a.neighbours[b]=d;return d;}
function fy(a,b,c){const d=a.neighbours[b]??null;if(d!==null&&d.version===bb&&d.there)return;const e=d??fx(a,b,c);if(e===null)return;e.version=c;e.there=true;e.networks={};}
function fz(a,b,c){if(a.neighbours[b]?.version===c)delete a.neighbours[b];}
function fA(a,b){if(b.run===a.former)return true;return b.run===a.run&&b.there&&b.seq<=a.seq;}
function fB(a,b,c,d,e){if(c===null){delete a.neighbours[b];return[];}
const f=a.neighbours[b]??fx(a,b,bb);if(f===null||fA(f,c))return[];if(c.run!==f.run){f.former=f.run===''?null:f.run;f.run=c.run;f.seq=-1;}
f.version=bb;f.there=c.there;if(c.there){f.seq=c.seq;f.live=d||f.live;f.networks=c.networks;return fw(a,b,c.networks,d,e);}
for(let g in keys(f.networks))
f.networks[g]={...f.networks[g],ready:false,open:false,window:null};return[];}
function fC(a){for(let b in keys(a.neighbours)){const c=a.neighbours[b];c.there=false;c.live=false;c.seq=-1;}}
function fD(a,b,c){if(type(a)!=='array')return null;const d=a;return length(d)<=b&&length(filter(d,c))===length(d)?[...d]:null;}
function fE(a){for(let b=0;b<length(a);b++)if(index(a,a[b])<b)return true;return false;}
function fF(a){if(type(a)!=='object')return null;const b=fD(a.ids,aK,bf),c=aZ(a.age,0,86400),d=fD(a.order,aG,bc);if(b===null||length(b)===0||c===null||d===null)return null;if(fE(d))return null;if(!bc(a.by)||index(eu,a.outcome)<0)return null;return{ids:b,by:a.by,age:c,order:d,outcome:a.outcome,cause:index(ev,a.cause)<0?ew(a.outcome):a.cause,router:bc(a.router)?a.router:null,device:aY(a.device,64),code:aY(a.code,32),mark:aZ(a.mark,0,aP-1),arrived:a.arrived===true};}
function fG(a){const b=type(a)==='object'?aY(a.ssid,64):null;if(b===null)return null;return{ssid:b,ready:a.ready===true,problem:aY(a.problem,32),open:a.open===true,window:fF(a.window)};}
function fH(a){const b=ba(a),c=type(b)==='object'?aZ(b.seq,0,1000000000000):null;if(c===null||!bf(b.run)||type(b.there)!=='bool')return null;const d={},e=type(b.networks)==='object'?b.networks:{};for(let f in slice(keys(e),0,aI)){const g=be(f)?fG(e[f]):null;if(g!==null)d[f]=g;}
return{run:b.run,seq:c,there:b.there,networks:d};}
function fI(a,b){const c=a.model,d=fH(b.payload);if(d!==null&&d.run===c.run&&d.there)return cX(d.seq);if(!b.retained&&d!==null&&d.there&&!a.rivalled){a.rivalled=true;aw(`house: another router calls itself ${c.name} as well`);}
if(aR(a.rivals,ae().monotonic))cu();fe(a);}
function fJ(a,b,c,d){const e=a.model,f=ae().monotonic;if(b===e.name&&c===bb)fI(a,d);else if(c!==bb){if(d.payload==='')fz(e,b,c);else fy(e,b,c);fe(a);}else{const g=d.payload===''?null:fH(d.payload);if(g!==null||d.payload==='')
ff(a,fB(e,b,g,!d.retained,f));}}
function fK(a,b){const c=bo(b.topic,a.settings.prefix,a.model.name);if(c.kind==='state')fJ(a,c.router,c.version,b);else if(c.kind==='command')fq(a,b.payload,b.retained,false);else if(c.kind==='house_command')fq(a,b.payload,b.retained,true);else if(c.kind==='uuid'){if(dK(a.naming,b.payload))dh(b.payload);fe(a);}else if(b.payload!=='')a.discovered[b.topic]=b.payload;else delete a.discovered[b.topic];}
function fL(a,b){return{key:a,ssid:b,ready:false,problem:null,ifnames:[],open:false,busy:false,asked:null,closingFor:null,window:null,joinedElsewhere:null,lastFruitless:null};}
function fM(a,b){const c={};for(let d in slice(b,0,aI)){const e=bd(d.ssid);if(exists(c,e))continue;const f=a.networks[e]??fL(e,d.ssid);f.ready=d.ready;f.problem=d.problems[0]?.code??null;const g=filter(d.access_points??[],i=>i.ifname!==null);f.ifnames=map(g,i=>i.ifname??'');const h=d.session;if(f.asked===null)f.open=h!==null&&h.open&&h.method==='pbc';c[e]=f;}
a.networks=c;}
function fN(a,b,c){for(let d in keys(b)){const e=a.networks[d]??null,f=b[d].window;if(e===null||f===null||f.cause!==null||!e.open||e.window!==null)continue;eg(e,f.ids,f.by,c-f.age*1000,f.order);}}
const fO=255,fP=a=>aX(a,fO)&&substr(a,0,1)==='/',fQ=a=>aT(a,/[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*/,100),fR=['1','on','true','yes','enabled'],fS=['0','off','false','no','disabled'],fT=a=>index(fR,a)>=0||index(fS,a)>=0,fU={broker:a=>aT(a,/[A-Za-z0-9:][A-Za-z0-9.:_-]*/,253),port:a=>aT(a,/[1-9][0-9]*/,5)&&int(a)<65536,tls:fT,cafile:fP,certfile:fP,keyfile:fP,username:a=>aX(a,fO),password_file:fP,prefix:fQ,discovery:fQ,name:bc,macs:fT,keepalive:a=>aT(a,/[1-9][0-9]*/,4)&&int(a)>=5,turns:a=>index(['auto','always','never'],a)>=0};function fV(a){let b='';for(let c=0;c<min(length(a),32);c++){const d=substr(a,c,1);b+=bc(d)?d:'-';}
return b===''?'router':b;}
function fW(a,b,c){const d={};for(let g in keys(fU)){const h=a[g]??'';if(h!==''&&!fU[g](h))return{settings:null,culprit:g};d[g]=h===''?null:h;}
const e=index(fR,d.tls)>=0;if(d.broker===null)return{settings:null,culprit:'broker'};if((d.certfile===null)!==(d.keyfile===null))return{settings:null,culprit:'certfile'};if(d.password_file!==null&&d.username===null)return{settings:null,culprit:'username'};if(d.password_file!==null&&!aX(c,fO))
return{settings:null,culprit:'password_file'};const f={broker:d.broker,port:int(d.port??(e?'8883':'1883')),tls:e,cafile:d.cafile,certfile:d.certfile,keyfile:d.keyfile,username:d.username,password:d.password_file===null?null:c,prefix:d.prefix??'wps',name:d.name??fV(b),discovery:d.discovery,macs:index(fR,d.macs)>=0,keepalive:int(d.keepalive??'30'),turns:d.turns==='always'||d.turns==='never'?d.turns:'auto'};return{settings:f,culprit:null};}
const fX=2500,fY=2000,fZ=5000,ga=['enabled','disabled','reverted'],gb=['joined','removed','renamed'],gd=ax(()=>null);function ge(a){es(b=>{if(b!==null)fM(a.model,b);else az(gd,fZ);fe(a);});}
function gf(a){et(b=>{a.devices=eC(b??[],a.settings.macs);fe(a);});}
function gg(a,b){const c=aS(a,dI(b)?b:null),d=c.model;fh(c);const e=ax(()=>{c.settled=true;fe(c);});gd.ring=()=>ge(c);const f=()=>az(gd,fY);ar('luci.wps',j=>{if(j.session)fg(c,j.type,j.session);if(index(ga,j.type)>=0)f();if(index(gb,j.type)>=0)gf(c);});aq('hostapd.',f);aq('luci.wps',(j,k)=>{if(j===''&&k)f();});au('luci.wps.house',{status:{args:{},call:()=>({house:fc(c)})},start:{args:{network:'',session:''},call:j=>{const k=ef(d,j.args.network??'');if(k===null)return{id:null};k.open=true;ff(c,fj(d,k,`${d.name}.${j.args.session}`,ae().monotonic));return{id:k.window?.ids?.[0]??null};}}});const g=a.discovery,h=g===null?[]:[dv(d,a),dw(d,a)],i={topics:()=>map(h,j=>bm(g??'',j.device)),will:()=>eF(d),report:j=>sprintf('%J',{...eD(d,c.devices,ae().monotonic),seq:j}),isOpen:()=>length(filter(values(d.networks),j=>j.open))>0,heard:j=>fK(c,j),begins:()=>{fC(d);c.discovered={};c.naming.heard=false;c.settled=false;az(e,fX);},changed:()=>{if(!cU())fC(d);fe(c);},now:()=>ae().monotonic};eJ(fc(c));es(j=>{const k=eL(),l=k===null?null:fH(k.text);if(j===null)az(gd,fZ);else fM(d,j);if(k!==null&&l!==null)fN(d,l.networks,k.at);dd(a,i);fe(c);});gf(c);}
function gh(){const a=dg()??{},b=a.password_file??null,c=type(b)==='string'?di(b):null,d=di('/proc/sys/kernel/hostname')??'',e=fW(a,d,c);if(e.settings!==null)return gg(e.settings,a.uuid??null);aw(`house: option ${e.culprit} of config house in /etc/config/wps can't be used`);eJ({connected:false,name:d,problem:'settings',uuid:a.uuid??null,routers:[]});}
ad.init();am(gh);const gi=ad.run();dc();return gi;
