'use strict';import*as aa from'fs';import*as ab from'ubus';import*as ac from'uci';import*as ad from'uloop';function ae(){const a=clock(true)??[0,0];return{monotonic:a[0]*1000+int(a[1]/1000000),epoch:time()}}
const af=0,ag=4,ah=7,ai=ab.connect(null,1)??die('ubus'),aj=!exists(ab,'guard');let ak=null;const al=[];function am(a){try{a();return true}catch(b){warn(`luci.wps: ${b.message}\n${b.stacktrace[0]?.context ?? ''}\n`);return false}}
function an(a,b){if(ae().monotonic>=b)return{code:ah,data:null};const c=ai.call(a.object,a.method,a.args??{});return{code:ai.error(true)??af,data:c}}
function ao(a,b,c){if(aj){am(()=>c(map(a,j=>an(j,b))));return;}
const d=[];let e=length(a)+1,f=null;const g=()=>{e--;if(e>0)return;f?.cancel?.();am(()=>c(d))},h=(j,k,l)=>{if(d[j])return;d[j]={code:k,data:l??null};g()},i=map(a,(j,k)=>{const l=ai.defer(j.object,j.method,j.args??{},(m,n)=>h(k,m,n));if(l===null)h(k,ai.error(true)??ag,null);else ak=l;return l});if(e>1)
f=ad.timer(max(1,b-ae().monotonic),()=>map(i,(j,k)=>{j?.abort?.();h(k,ah,null)}));g()}
function ap(a,b){const c=ai.listener('ubus.object.*',(d,e)=>{if(index(e.path,a)===0)
am(()=>b(substr(e.path,length(a)),d==='ubus.object.add'));});push(al,c)}
function aq(a,b){push(al,ai.listener(a,(c,d)=>am(()=>b(d))))}
const ar=[];function at(a,b){const c=ai.publish(a,b);push(ar,c);return c!==null}
let au=null;try{au=require('log')}catch{au=null}
function av(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(au)au.syslog(au.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function aw(a){return{timer:null,ring:a}}
function ax(a){a.timer?.cancel?.();a.timer=null}
function ay(a,b){ax(a);a.timer=ad.timer(b,()=>{ax(a);am(a.ring)})}
function az(a){const b=aa.open('/dev/urandom','r'),c=b?.read?.(a)??'';b?.close?.();if(length(c)!==a)die('no random numbers');let d='';for(let e=0;e<a;e++)d+=sprintf('%02x',ord(c,e));return d}
const aA=15,aB=30,aC=20000,aD=40000,aE=1000,aF=12,aG=128,aH=16,aI=20,aJ=8,aK=3,aL=60000,aM=10,aN=10000;function aO(a,b,c){return type(a)==='string'&&length(a)<=c&&match(a,b)?.[0]===a}
function aP(a){if(a<128)return 1;if(a>=194&&a<224)return 2;if(a>=224&&a<240)return 3;return a>=240&&a<245?4:0}
function aQ(a,b,c){for(let f=1;f<c;f++){const g=ord(a,b+f)??0;if(g<128||g>191)return false;}
const d=ord(a,b)??0,e=c>2?(ord(a,b+1)??0):0;if((d===224&&e<160)||(d===237&&e>159))return false;if((d===240&&e<144)||(d===244&&e>143))return false;return true}
function aR(a,b){let c='';for(let d=0;d<length(a);d++){const e=ord(a,d)??0,f=aP(e),g=f>0&&e>=32&&e!==127&&aQ(a,d,f);if(length(c)+(g?f:1)>b)return c;c+=g?substr(a,d,f):'?';if(g)d+=f-1;}
return c}
function aS(a,b){if(type(a)!=='string'||a===''||length(a)>b)return false;for(let c=0;c<length(a);c++){const d=ord(a,c)??0;if(d<32||d===127)return false;}
return true}
function aT(a,b){return type(a)==='string'&&a!==''?aR(a,b):null}
function aU(a,b,c){return type(a)==='int'&&a>=b&&a<=c?a:null}
const aV=1;function aW(a){return aO(a,/[A-Za-z0-9_-]+/,32)}
function aX(a){return`${a}/${aV}`}
function aY(a,b){return`${a}/router/${b}/state`}
function aZ(a,b){return`${a}/router/${b}/event`}
function ba(a,b){return`${a}/router/${b}/command`}
function bb(a,b){return`${a}/router/${b}/reply`}
function bc(a,b){return`${a}/house/${b}`}
function bd(a,b){return`${a}/device/${b}/config`}
function be(a,b){const c=aX(a);return[`${a}/+/router/+/state`,ba(c,b),bc(c,'command'),bc(c,'uuid')]}
function bf(a,b,c){const d=aX(b);if(a===ba(d,c))return{kind:'command'};if(a===bc(d,'command'))return{kind:'house_command'};if(a===bc(d,'uuid'))return{kind:'uuid'};const e=index(a,`${b}/`)===0?split(substr(a,length(b)+1),'/'):[],f=length(e)===4&&aO(e[0],/[0-9]+/,4)&&e[1]==='router'&&aW(e[2])&&e[3]==='state';return f?{kind:'state',router:e[2],version:int(e[0])}:{kind:'other'}}
const bg=['open','joined','overlap','cancelled','closed','refused','timeout','failed'],bh=['joined','overlap','cancelled'];function bi(a){return`n${hexenc(a)}`}
function bj(a){return aO(a,/n[0-9a-f]+/,65)&&length(a)%2===1}
function bk(a){return aO(a,/[A-Za-z0-9_.:-]+/,64)}
function bl(a,b,c){if(type(a)!=='array')return null;const d=a;return length(d)<=b&&length(filter(d,c))===length(d)?[...d]:null}
function bm(a){for(let b=0;b<length(a);b++)if(index(a,a[b])<b)return true;return false}
function bn(a){return index(bh,a)<0?null:a}
function bo(a){if(type(a)!=='object')return null;const b=bl(a.ids,aJ,bk),c=aU(a.age,0,86400),d=bl(a.order,aF,aW);if(b===null||length(b)===0||c===null||d===null)return null;if(bm(d))return null;if(!aW(a.by)||index(bg,a.outcome)<0)return null;return{ids:b,by:a.by,age:c,order:d,outcome:a.outcome,cause:index(bh,a.cause)<0?bn(a.outcome):a.cause,router:aW(a.router)?a.router:null,device:aT(a.device,64),code:aT(a.code,32)}}
function bp(a){const b=type(a)==='object'?aT(a.ssid,64):null;if(b===null)return null;return{ssid:b,ready:a.ready===true,problem:aT(a.problem,32),open:a.open===true,window:bo(a.window)}}
function bq(a){try{return json(a)}catch{return null}}
function br(a){const b=bq(a),c=type(b)==='object'?aU(b.seq,0,1000000000000):null;if(c===null||!bk(b.run)||type(b.there)!=='bool')return null;const d={},e=type(b.networks)==='object'?b.networks:{};for(let f in slice(keys(e),0,aH)){const g=bj(f)?bp(e[f]):null;if(g!==null)d[f]=g;}
return{run:b.run,seq:c,there:b.there,networks:d}}
const bs=['started','success','joined','overlap','failed','cancelled','timeout','lost'],bt=['open','idle','not_ready'],bu="{{ 'online' if value_json.there else 'offline' }}",bv=8;function bw(a){return`wps_house_${replace(a.prefix, '/', '_')}`}
function bx(a){return`wps_${replace(a.prefix, '/', '_')}_${a.name}`}
function by(a){return`{"id": "ha-{{ now().timestamp() }}", "command": "start", "key": "${a}", "at": {{ now().timestamp() | int }}}`}
function bz(a,b,c,d){return{[`${b}_start`]:{platform:'button',unique_id:`${a}_${b}_start`,name:`Start WPS on ${c}`,icon:'mdi:wifi-plus',command_topic:d.command,command_template:by(b)},[`${b}_state`]:{platform:'sensor',unique_id:`${a}_${b}_state`,name:`WPS on ${c}`,icon:'mdi:wifi-lock-open',device_class:'enum',options:bt,state_topic:d.state,value_template:`{{ ((value_json.networks | default({})).get('${b}') or {}).get('state', 'not_ready') }}`},[`${b}_event`]:{platform:'event',unique_id:`${a}_${b}_event`,name:`Joined ${c}`,icon:'mdi:devices',event_types:bs,state_topic:d.event,value_template:`{{ value if value_json.key == '${b}' else '' }}`}}}
function bA(){return{name:'luci-app-wps',support_url:'https://github.com/luci-app-wps/luci-app-wps'}}
function bB(a,b,c){const d={};for(let e in slice(keys(a.locals),0,bv)){const f=bz(b,e,aR(a.locals[e].ssid,64),c);for(let g in keys(f))d[g]=f[g];}
return d}
function bC(a,b){const c=b===null?null:bq(b),d=type(c?.components)==='object'?c.components:{};for(let e in slice(keys(d),0,4*bv*3)){const f=d[e]?.platform;if(!exists(a,e)&&index(['button','sensor','event'],f)>=0)
a[e]={platform:f};}
return a}
function bD(a,b){const c=aX(b.prefix),d=bx(b),e={command:ba(c,b.name),state:aY(c,b.name),event:aZ(c,b.name)};return{device:d,text:f=>sprintf('%J',{device:{identifiers:[d],name:`WPS ${b.name}`,manufacturer:'OpenWrt',model:'luci-app-wps',sw_version:`${aV}`,via_device:bw(b)},origin:bA(),availability_topic:e.state,availability_template:bu,qos:1,components:bC(bB(a,d,e),f)})}}
function bE(a,b){const c=aX(b.prefix),d=bw(b),e={command:bc(c,'command'),state:bc(c,'state'),event:bc(c,'event')},f=filter(keys(a.neighbours),h=>a.neighbours[h].version===aV),g=sort([b.name,...f]);return{device:d,text:h=>sprintf('%J',{device:{identifiers:[d],name:'WPS, whole house',manufacturer:'OpenWrt',model:'luci-app-wps'},origin:bA(),availability:map(slice(g,0,16),i=>({topic:aY(c,i),value_template:bu})),availability_mode:'any',qos:1,components:bC(bB(a,d,e),h)})}}
const bF=3000;function bG(a,b,c,d){const e=`${a}.new`,f=aa.open(e,'w',0o600);if(!f)return false;const g=aa.chmod(e,0o600)&&f.write(b)===length(b);if(c!==null)aa.chown(e,c,c);const h=f.close();if(d&&h&&g)system(['fsync',e],bF);if(h&&g&&aa.rename(e,a))return true;aa.unlink(e);return false}
const bH='/var/run/luci-wps-house.json',bI='/etc/config/wps',bJ='/var/run/luci-wps-house-said';let bK='';function bL(a){const b=sprintf('%J\n',a);if(b!==bK&&bG(bH,b,null,false))bK=b;}
function bM(a,b){bG(bJ,`${b}\n${a}\n`,null,false)}
function bN(){const a=split(aa.readfile(bJ)??'','\n');return length(a)>1?{at:int(a[0]),text:a[1]}:null}
function bO(){const a=ac.cursor()??die('uci');a.load(bI);return a}
function bP(){const a=bO().get_all('wps','house')??null;return a!==null&&a['.type']==='house'?a:null}
function bQ(a){const b=bO();b.set('wps','house','uuid',a);return b.commit()===true}
function bR(a){const b=aa.readfile(a);return b===null?null:split(b,'\n')[0]}
const bS='/var/run/wps-house';function bT(a){return`${bS}/${a}`}
function bU(a,b){return`${bS}/${a}/${b}`}
function bV(a){for(let b in[bS,...map(a,c=>bT(c))]){aa.mkdir(b,0o700);aa.chmod(b,0o700)}}
function bW(a,b,c){return bG(bU(a,b),c,null,false)}
function bX(a){const b=bU(a,'pipe');aa.unlink(b);return system(['mkfifo','-m','600',b],2000)===0}
const bY='/usr/bin/mosquitto_sub',bZ='/usr/bin/mosquitto_pub',ca=['sub','pub','post'],cb={};function cc(){return aa.access(bY,'x')===true&&aa.access(bZ,'x')===true}
function cd(a){const b=aa.readfile(`/proc/${a}/comm`);return b===null?null:trim(b)}
function ce(a){return index(['mosquitto_sub','mosquitto_pub'],cd(a))>=0}
function cf(){for(let a in ca){const b=int(aa.readfile(bU(a,'pid'))??'');if(b>1&&ce(b))system(['kill','-9',`${b}`],1000);aa.unlink(bU(a,'pid'))}}
function cg(a,b,c){const d=a==='sub'?bY:bZ;if(!bW(a,a==='sub'?'mosquitto_sub':'mosquitto_pub',b))return false;const e={process:null,pid:0},f=ad.process(d,[],{XDG_CONFIG_HOME:bT(a),PATH:'/usr/bin:/bin'},g=>am(()=>{if(cb[a]===e){cb[a]=null;aa.unlink(bU(a,'pid'))}
c(g)}));if(f===null)return false;e.process=f;e.pid=f.pid();cb[a]=e;bW(a,'pid',`${e.pid}\n`);return true}
function ch(a){const b=cb[a]??null;if(b===null)return;cb[a]=null;aa.unlink(bU(a,'pid'));system(['kill','-9',`${b.pid}`],1000)}
function ci(a){const b=[];for(let c in a){const d=`/proc/${cb[c]?.pid ?? 0}/fd`;for(let e in sort(aa.lsdir(d)??[])){const f=aa.readlink(`${d}/${e}`)??'';if(index(f,'socket:')===0)push(b,f);}}
return join(' ',b)}
const cj=16384,ck=2*cj+512;function cl(a,b){const c=split(b,'\n'),d=[];for(let e=0;e<length(c);e++){const f=e===length(c)-1;if(!a.skipping)a.rest+=c[e];if(length(a.rest)>ck){a.skipping=true;a.rest=''}
if(f)continue;if(!a.skipping)push(d,a.rest);a.rest='';a.skipping=false}
return d}
function cm(a){const b=substr(a,0,2),c=substr(a,2),d=index(c,' ');if((b!=='0 '&&b!=='1 ')||d<0)return null;const e=d===0?'':hexdec(substr(c,0,d));return e===null?null:{retained:b==='1 ',topic:substr(c,d+1),payload:e}}
function cn(a,b){const c=[`-h ${a.broker}`,`-p ${a.port}`,'-V mqttv311',`-k ${a.keepalive}`,'-q 1','--nodelay',`-I wps-${a.name}-${b}-`];if(a.username!==null)push(c,`-u ${a.username}`);if(a.password!==null)push(c,`-P ${a.password}`);if(a.tls)push(c,`--cafile ${a.cafile ?? '/etc/ssl/certs/ca-certificates.crt'}`);if(a.tls&&a.certfile!==null){push(c,`--cert ${a.certfile}`);push(c,`--key ${a.keyfile}`)}
return c}
function co(a){return`${join('\n', a)}\n`}
function cp(a,b,c){const d=cn(a,'sub');for(let e in[...be(a.prefix,a.name),...b])push(d,`-t ${e}`);push(d,'-F %r %x %t');push(d,`--will-topic ${aY(aX(a.prefix), a.name)}`);push(d,`--will-payload ${c}`);push(d,'--will-qos 1');push(d,'--will-retain');return co(d)}
function cq(a){return co([...cn(a,'pub'),`-t ${aY(aX(a.prefix), a.name)}`,'-r','-l'])}
function cr(a,b,c,d){const e=[...cn(a,'post'),`-t ${b}`,`-f ${d}`];if(c)push(e,'-r');return co(e)}
const cs=60000,ct=4000;function cu(a,b){let c=1000;for(let d=1;d<a&&c<cs;d++)c*=2;return min(c,b?ct:cs)}
let cv=null,cw=null,cx=null,cy=null;function cz(a,b,c){if(!bX(a))return null;const d=bU(a,'pipe'),e=a==='pub',f=aa.open(d,'r+e');c?.close?.();const g=aa.open(d,e?'r':'w'),h=aa.open(d,e?'we':'re');f?.close?.();if(g===null||h===null)return null;if(g.fileno()!==b)die(`pipe ${a} is ${g.fileno()}, not ${b}`);return{inherited:g,kept:h}}
function cA(){cx?.close?.();cy?.close?.();cx=null;cy=null}
function cB(){cA();const a=cz('pub',0,cv??aa.stdin);cv=a?.inherited??cv;const b=cz('sub',1,cw??aa.stdout);cw=b?.inherited??cw;cx=a?.kept??null;cy=b?.kept??null;return cx===null?null:cy}
function cC(a){cx?.write?.(`${a}\n`);cx?.flush?.()}
function cD(){return cy?.read?.('all')??''}
const cE=24;let cF=[],cG=false,cH=0;function cI(a){const b=cG?null:shift(cF);if(b===null)return;const c=bU('post','payload'),d=cr(a,b.topic,b.retained,c),e=cH;cG=bW('post','payload',b.payload)&&cg('post',d,()=>{if(e!==cH)return;cG=false;cI(a)})}
function cJ(a,b,c,d){if(d)cF=filter(cF,e=>e.topic!==b);if(length(cF)>=cE)return;push(cF,{topic:b,payload:c,retained:d});cI(a)}
function cK(){cF=[];cG=false;cH++;ch('post')}
const cL=10000,cM=5000,cN=2000,cO=1000;let cP,cQ,cR={rest:'',skipping:false},cS=null;const cT=aw(()=>null),cU=aw(()=>null),cV=aw(()=>null);let cW=0,cX=false,cY=false,cZ=null,da=0,db=0,dc=null,dd=false,de='',df=0,dg=0;function dh(){return cY}
function di(){return cZ}
function dj(a){cW++;cX=false;cY=false;cZ=a;dc=null;da++;ax(cU);ax(cV);cS?.delete?.();cS=null;cK();for(let b in ca)ch(b);cA();ay(cT,cu(da,cQ.isOpen()));cQ.changed()}
function dk(){dd=true;if(!cX||dc!==null)return;dd=false;db++;dc=db;cC(cQ.document(db));ay(cU,cY?cM:cL)}
function dl(a){if(a!==dc)return;dc=null;ax(cU);de=ci(['sub','pub']);if(!cY){cY=true;cZ=null;da=0;ay(cV,cP.keepalive*1000);cQ.changed()}
if(dd)dk();}
function dm(a){if(!cY)return;df=a;if(ci(['sub','pub'])!==de)dk();ay(cV,cP.keepalive*1000);gc()}
function dn(a){const b=cQ.now();if(a.retained&&cY&&b-dg>cN){cQ.begins();dk()}
if(a.retained)dg=b;else if(b-df>cO)dm(b);cQ.heard(a)}
function dp(){for(let a in cl(cR,cD())){const b=cm(a);if(b!==null)am(()=>dn(b));}}
function dq(a,b){if(a!==cW)return;dj(b===4||b===5?'refused':'unreachable')}
function dr(){cW++;const a=cW;if(!cc())return dj('package');const b=cB();cR={rest:'',skipping:false};cS=b===null?null:ad.handle(b,()=>am(dp),ad.ULOOP_READ);const c=f=>dq(a,f),d=cQ.will(),e=cS!==null&&cg('sub',cp(cP,cQ.topics(),d),c)&&cg('pub',cq(cP),c);if(!e)return dj('unreachable');cX=true;dg=cQ.now();cQ.begins();dk()}
function ds(){cW++;cS?.delete?.();cS=null;for(let a in ca)ch(a);cA()}
function dt(a,b){cP=a;cQ=b;bV(ca);cf();cT.ring=dr;cU.ring=()=>dj(cY?'unreachable':'refused');cV.ring=()=>dm(cQ.now());ay(cT,1)}
const du=120,dv=120;function dw(a,b,c){return{left:a,most:a,pause:b,since:c}}
function dx(a,b){const c=int((b-a.since)/a.pause);if(c>0){a.left=min(a.most,a.left+c);a.since+=c*a.pause}
if(a.left<1)return false;if(a.left===a.most)a.since=b;a.left--;return true}
const dy=100;function dz(a,b){if(index(a,b)>=0)return false;push(a,b);while(length(a)>dy)shift(a);return true}
const dA=du*1000;function dB(a){return max(aC,min(aD,int(dA/length(a))))}
function dC(a){return max(dA,length(a)*dB(a))}
function dD(a,b){const c=dB(a),d=int(b/c),e=b%c,f=d===0?0:aE,g=e>=f;return{name:a[d%length(a)],open:g,left:g?c-e:f-e}}
const dE=(du+5)*1000,dF=600000,dG=20000,dH=2000;function dI(a){return a.window!==null&&!a.window.over?a.window:null}
function dJ(a,b){return filter(values(a.locals),c=>c.ssid===b)[0]??null}
function dK(a,b){return length(filter(a,c=>index(b,c)>=0))>0}
function dL(a,b){return length(filter(a,c=>index(b,c)<0))===0}
function dM(a,b,c,d,e){const f=b.window;return{type:a,key:b.key,network:b.ssid,device:c,by:e?(f?.by??null):null,code:e?(f?.code??null):null,router:d,house:e}}
function dN(a,b,c,d){for(let e in c.ids){dz(a.past,e);if(c.cause!==null)dz(a.over,e);}
c.over=true;if(c.cause==='joined')b.fruitless=null;else if(c.cause!=='overlap'&&d-c.began>=dG)b.fruitless=d;}
function dO(a,b,c){const d=b.fruitless!==null&&c-b.fruitless<dF;if(a.turns==='never'||(a.turns==='auto'&&!d))return[];const e=filter(keys(a.neighbours),g=>a.neighbours[g].there&&a.neighbours[g].networks[b.key]?.ready===true),f=b.ready?[a.name,...sort(e)]:sort(e);return length(f)>1?slice(f,0,aF):[]}
function dP(a,b,c){if(length(b.order)===0)return true;const d=dD(b.order,c-b.began);return d.open&&d.name===a.name}
function dQ(a,b,c,d){const e=dI(b);if(e===null||b.open||b.asked==='open'||!dP(a,e,d))return[];b.asked='open';return[{kind:'open',key:b.key,ssid:b.ssid,by:c}]}
function dR(a,b){if(a.asked==='close'||(!a.open&&a.asked!=='open'))return[];a.asked='close';a.closing=b;return[{kind:'close',key:a.key,ssid:a.ssid,by:b}]}
function dS(a,b,c,d,e){a.window={ids:b,by:c,began:d,order:e,outcome:'open',router:null,device:null,code:null,over:false,cause:null}}
function dT(a,b,c,d){const e=dI(b);if(e!==null){if(b.open)e.outcome='open';return[]}
dS(b,[c],a.name,d,dO(a,b,d));const f=[{kind:'say',what:dM('started',b,null,false,true)}];for(let g in dQ(a,b,a.name,d))push(f,g);return f}
function dU(a){if(a.asked==='close')a.asked=null;}
function dV(a,b,c){const d=dI(b);if(d===null)return[];d.outcome='cancelled';d.cause='cancelled';d.router=a.name;dN(a,b,d,c);return[{kind:'say',what:dM('cancelled',b,null,false,true)},...dR(b,a.name)]}
function dW(a,b,c){for(let d in keys(b)){const e=a.locals[d]??null,f=b[d].window;if(e===null||f===null||f.cause!==null||!e.open||e.window!==null)
continue;dS(e,f.ids,f.by,c-f.age*1000,f.order)}}
function dX(a,b){const c=dI(a);a.asked=null;if(b==='already_open')a.open=true;else if(c!==null&&!a.open){c.outcome='refused';c.code=b}}
function dY(a,b,c){const d=c-b.age*1000,e=d-a.began,f=sort([a.ids[0],b.ids[0]])[0];if(e>aA*1000||(e>-aA*1000&&f!==a.ids[0])){a.by=b.by;a.order=b.order;a.began=d}
const g=[...a.ids];for(let h in b.ids)if(index(g,h)<0)push(g,h);a.ids=slice(sort(g),0,aJ)}
function dZ(a,b,c,d,e){const f=dI(b),g=f!==null&&dK(f.ids,d.ids),h=d.cause??'cancelled',i=length(filter(d.ids,k=>dz(a.over,k)))>0;if(i&&h==='joined'&&d.router!==a.name&&d.age<2*dv)
b.elsewhere=e;if(f===null||!g)return[];f.cause=h;f.outcome='closed';f.router=d.router??c;f.device=d.device;dN(a,b,f,e);const j=d.device===null?'':` (${d.device})`;return[{kind:'note',text:`"${b.ssid}" was ended by router ${f.router}: ${h}${j}`},...dR(b,c)]}
function ea(a,b,c,d,e,f){if(d.cause!==null||dK(a.over,d.ids))return dZ(a,b,c,d,f);if(!e)return[];const g=dI(b);if(dL(d.ids,[...a.past,...(g?.ids??[])]))return[];if(g===null&&d.age>aA)return[];if(!dx(a.presses,f))
return[{kind:'note',text:`too many starts: that of router ${c} is not obeyed`}];if(g!==null)dY(g,d,f);else dS(b,d.ids,d.by,f-d.age*1000,d.order);return dQ(a,b,c,f)}
function eb(a,b,c,d,e){const f=[];for(let g in keys(c)){const h=a.locals[g]??null,i=c[g].window;if(h===null||i===null)continue;for(let j in ea(a,h,b,i,d,e))push(f,j);}
return f}
function ec(a,b){return a.elsewhere!==null&&b-a.elsewhere<dv*1000}
function ed(a,b,c,d,e){const f=dI(b);if(f===null)return false;const g=c==='success'?'joined':c,h=bn(g);if(h!==null&&(h!=='overlap'||!ec(b,e))){f.outcome=g;f.cause=h;f.router=a.name;f.device=d.peer?.name??null;dN(a,b,f,e);return true}
f.outcome=c==='timeout'?'timeout':'failed';f.code=c==='timeout'?null:(d.reason??c);if(c==='timeout'&&length(f.order)===0)dN(a,b,f,e);return true}
function ee(a,b,c,d){const e=dJ(a,c.network);if(e===null||c.method!=='pbc')return[];e.busy=b==='connecting';e.open=b==='started'||b==='connecting';if(b!=='connecting'){e.asked=null;e.closing=null}
if(b==='connecting')return[];const f=b==='cancelled'&&c.reason==='house';if(f||b==='started'){const l=dI(e);if(!f&&l!==null)l.outcome='open';return[{kind:'say',what:dM(b,e,null,true,false)}]}
const g=c.peer?.name??null,h=e.window,i=h!==null&&h.outcome==='joined';if(b==='joined'&&i)h.device=g??h.device;const j=ed(a,e,b,c,d)||(b==='joined'&&i),k=j&&(b!=='timeout'||h?.by===a.name);if(k&&b==='overlap'&&h?.outcome==='failed')
return[{kind:'say',what:dM(b,e,null,true,false)},{kind:'say',what:dM('failed',e,null,false,true)}];return[{kind:'say',what:dM(b,e,g,true,k)}]}
function ef(a,b){const c=[];for(let d in values(a.locals)){if(d.closing!==null&&d.open&&d.asked===null)
for(let h in dR(d,d.closing))push(c,h);const e=dI(d);if(e===null)continue;const f=length(e.order)>0;let g=[];if(b-e.began>=(f?dC(e.order):dE)){if(e.outcome==='open')e.outcome='timeout';dN(a,d,e,b);if(f)g=dR(d,a.name);}else if(f&&dP(a,e,b))g=dQ(a,d,e.by,b);else if(f&&!d.busy)g=dR(d,a.name);for(let h in g)push(c,h);}
return c}
function eg(a,b){let c=null;for(let d in values(a.locals)){if(d.closing!==null&&d.open)c=min(c??dH,dH);const e=dI(d);if(e===null)continue;const f=b-e.began,g=length(e.order)>0;let h=(g?dC(e.order):dE)-f;if(g)h=min(h,dD(e.order,f).left);c=min(c??h,h)}
return c===null?null:max(c,0)}
function eh(a,b,c){if(length(a.neighbours)>=aG)return null;const d={name:b,version:c,there:false,run:'',former:null,seq:-1,live:false,networks:{}};a.neighbours[b]=d;return d}
function ei(a,b,c){const d=a.neighbours[b]??null;if(d!==null&&d.version===aV&&d.there)return;const e=d??eh(a,b,c);if(e===null)return;e.version=c;e.there=true;e.networks={}}
function ej(a,b,c){if(a.neighbours[b]?.version===c)delete a.neighbours[b];}
function ek(a,b){if(b.run===a.former)return true;return b.run===a.run&&b.there&&b.seq<=a.seq}
function el(a,b,c,d,e){if(c===null){delete a.neighbours[b];return[]}
const f=a.neighbours[b]??eh(a,b,aV);if(f===null||ek(f,c))return[];if(c.run!==f.run){f.former=f.run===''?null:f.run;f.run=c.run;f.seq=-1}
f.version=aV;f.there=c.there;if(c.there){f.seq=c.seq;f.live=d||f.live;f.networks=c.networks;return eb(a,b,c.networks,d,e)}
for(let g in keys(f.networks))
f.networks[g]={...f.networks[g],ready:false,open:false,window:null};return[]}
function em(a){for(let b in keys(a.neighbours)){const c=a.neighbours[b];c.there=false;c.live=false;c.seq=-1}}
function en(a){const b=filter(keys(a.neighbours),c=>a.neighbours[c].there&&a.neighbours[c].version===aV);return sort([a.name,...b])[0]}
const eo=3;function ep(a){return aO(a,/77707300-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/,36)}
function eq(a){return`77707300-${substr(a, 0, 4)}-4${substr(a, 4, 3)}-8${substr(a, 7, 3)}-${substr(a, 10, 12)}`}
function er(a,b){if(!ep(b))return false;a.heard=true;if(b===a.own||a.changes>=eo)return false;a.own=b;a.changes++;return true}
function es(a){const b={};for(let c in keys(a.locals)){const d=a.locals[c],e=d.open?[a.name]:[];let f=d.ready;for(let i in sort(keys(a.neighbours))){const j=a.neighbours[i],k=j.there?(j.networks[c]??null):null;if(k===null)continue;if(k.open)push(e,i);f=f||k.ready}
const g=d.window,h=g!==null&&g.over&&length(e)===0;b[c]={ssid:aR(d.ssid,64),state:length(e)>0?'open':f?'idle':'not_ready',open:e,outcome:h?g.cause:null,router:h?g.router:null,device:h?g.device:null}}
return{networks:b}}
let et='';function eu(a,b){if(a.settings.discovery===null)return;const c=bd(a.settings.discovery,b.device),d=a.discovered[c]??null,e=b.text(d);if(e===d)return;a.discovered[c]=e;cJ(a.settings,c,e,true)}
function ev(a){const b=a.naming;if(b.heard)return;const c=b.own===null;b.own??=eq(az(12));b.heard=true;if(c&&!bQ(b.own))av('house: the UUID could not be kept in /etc/config/wps');cJ(a.settings,bc(aX(a.settings.prefix),'uuid'),b.own,true)}
function ew(a){if(!dh()||!a.settled){et='';return;}
if(length(a.model.locals)>0)eu(a,bD(a.model,a.settings));if(en(a.model)!==a.model.name){et='';return;}
ev(a);if(length(a.model.locals)>0)eu(a,bE(a.model,a.settings));const b=sprintf('%J',es(a.model));if(b===et)return;et=b;cJ(a.settings,bc(aX(a.settings.prefix),'state'),b,true)}
const ex=4000;function ey(a,b,c){ao([{object:'luci.wps',method:a,args:b}],ae().monotonic+ex,d=>c(d[0]))}
function ez(a,b,c){ey('start',{network:a,origin:'house',by:b},d=>c(d.code===af?null:(d.data?.error?.code??'refused')))}
function eA(a,b,c){ey('cancel',{network:a,origin:'house',by:b},d=>c(d.code===af))}
function eB(a,b){ey('cancel',{network:a},c=>b(c.code===af?null:(c.data?.error?.code??'refused')))}
function eC(a){ey('status',{},b=>a(b.code===af?(b.data?.networks??[]):null))}
function eD(a){ey('devices',{},b=>a(b.code===af?(b.data?.devices??[]):null))}
const eE=5000;function eF(a,b){let c=null;for(let d in values(a.locals)){const e=dI(d),f=e===null?0:e.began+eE+1-b;if(f>0)c=min(c??f,f);}
return c}
function eG(a,b,c,d){if(!a.there)return null;if(b.window!==null&&b.window.outcome==='refused')return b.window.code??'refused';if(!b.ready)return b.problem;const e=c===null?null:dI(c);if(e===null||b.open||length(e.order)>0)return null;const f=b.window!==null&&length(filter(b.window.ids,g=>index(e.ids,g)>=0))>0;return!f&&d-e.began>eE?'late':null}
function eH(a,b,c){return map(keys(b.networks),d=>{const e=b.networks[d],f=a.locals[d]??null;return{ssid:f===null?e.ssid:f.ssid,ready:e.ready,open:e.open,problem:eG(b,e,f,c)}})}
function eI(a,b,c){const d=b.version-aV;return{name:b.name,there:b.there,problem:d===0?null:d<0?'older':'newer',networks:eH(a,b,c)}}
function eJ(a,b,c,d,e){const f=sort(keys(a.neighbours));return{connected:b,name:a.name,problem:c,uuid:d,routers:map(f,g=>eI(a,a.neighbours[g],e))}}
function eK(a,b){if(a===null)return null;return{ids:a.ids,by:a.by,age:int((b-a.began)/1000),order:a.order,outcome:a.outcome,cause:a.cause,router:a.router,device:a.device===null?null:aR(a.device,64),code:a.code}}
function eL(a,b){return map(slice(a,0,aI),c=>{const d={name:c.name===null?null:aR(c.name,64),network:aR(c.network,64),joined:c.joined,online:c.online};if(b)d.mac=c.mac;return d})}
function eM(a,b,c){const d={};for(let e in keys(a.locals)){const f=a.locals[e];d[e]={ssid:aR(f.ssid,64),ready:f.ready,problem:f.problem,open:f.open,state:f.open?'open':f.ready?'idle':'not_ready',window:eK(f.window,c)}}
return{version:aV,name:a.name,run:a.run,seq:0,there:true,networks:d,devices:b}}
function eN(a){const b={};for(let c in keys(a.networks)){const d=a.networks[c];b[c]={...d,window:d.window===null?null:{...d.window,age:0}}}
return sprintf('%J',{...a,seq:0,networks:b})}
function eO(a){return sprintf('%J',{version:aV,name:a.name,run:a.run,seq:0,there:false})}
const eP=50,eQ=aw(()=>null),eR=aw(()=>null);let eS='';function eT(a){const b=a.rivalled?'name_taken':di();return eJ(a.model,dh(),b,a.naming.own,ae().monotonic)}
function eU(a,b){const c=aX(a.settings.prefix),d=sprintf('%J',{event_type:b.type,key:b.key,network:b.network,router:a.model.name,device:b.device,by:b.by,code:b.code}),e=b.device===null?'':`: ${b.device}`;if(b.house)av(`house: ${b.type} on "${b.network}"${e}`);if(!dh())return;if(b.router)cJ(a.settings,aZ(c,a.model.name),d,false);if(b.house)cJ(a.settings,bc(c,'event'),d,false);}
function eV(a){const b=ae().monotonic,c=eM(a.model,a.devices,b),d=eN(c);if(d!==eS){eS=d;bM(sprintf('%J',c),b);dk()}
ew(a);if(eR.timer===null)ay(eR,eP);const e=eg(a.model,b);if(e===null)ax(eQ);else ay(eQ,max(1,min(e,eF(a.model,b)??e)));}
function eW(a,b){for(let c in b){const d=c;if(d.kind==='note'){if(dx(a.notes,ae().monotonic))av(`house: ${d.text}`);}
if(d.kind==='say')eU(a,d.what);if(d.kind==='open')
ez(d.ssid,d.by,e=>{const f=a.model.locals[d.key]??null;if(f===null||e===null)return;dX(f,e);if(!f.open)av(`house: "${d.ssid}" does not open here: ${e}`);eV(a)});if(d.kind==='close')
eA(d.ssid,d.by,e=>{const f=a.model.locals[d.key]??null;if(f!==null&&!e)dU(f);eV(a)});}
eV(a)}
function eX(a,b,c){const d={network:c?.network??'',method:c?.method??'',reason:c?.reason??null,peer:c?.peer??null};eW(a,ee(a.model,b,d,ae().monotonic))}
function eY(a){eQ.ring=()=>eW(a,ef(a.model,ae().monotonic));eR.ring=()=>bL(eT(a))}
function eZ(a,b){return{key:a,ssid:b,ready:false,problem:null,open:false,busy:false,asked:null,closing:null,window:null,elsewhere:null,fruitless:null}}
function fa(a,b){const c={};for(let d in slice(b,0,aH)){const e=bi(d.ssid);if(exists(c,e))continue;const f=a.locals[e]??eZ(e,d.ssid);f.ready=d.ready;f.problem=d.problems[0]?.code??null;const g=d.session;if(f.asked===null)f.open=g!==null&&g.open&&g.method==='pbc';c[e]=f}
a.locals=c}
function fb(a,b,c,d){const e=bq(b),f=type(e)==='object'&&bk(e.id)?e.id:null;if(f===null)return{id:null,refusal:'malformed'};if(c)return{id:null,refusal:'retained'};if((e.command!=='start'&&e.command!=='cancel')||type(e.at)!=='int')
return{id:f,refusal:'malformed'};if(!dz(a.commands,f))return{id:null,refusal:'repeated'};const g=d-e.at;if(g>aB)return{id:f,refusal:'too_old'};if(g<-aB)return{id:f,refusal:'clock'};const h=type(e.network)==='string'?dJ(a,e.network):null,i=h??(type(e.key)==='string'?(a.locals[e.key]??null):null);if(i===null)return{id:f,refusal:'unknown_network'};return{id:f,refusal:null,command:e.command,local:i}}
const fc=1500;function fd(a,b,c){if(!dx(a.replies,ae().monotonic))return;if(c!==null)av(`house: command ${b} is not obeyed: ${c}`);const d=c===null?{id:b,ok:true}:{id:b,ok:false,error:{code:c},now:ae().epoch};cJ(a.settings,bb(aX(a.settings.prefix),a.model.name),sprintf('%J',d),false)}
function fe(a){return dx(a.model.orders,ae().monotonic)}
function ff(a,b,c,d){const e=f=>fd(a,b,f);if(c==='cancel'&&dx(a.cancels,ae().monotonic))eB(d.ssid,e);else if(c==='start'&&fe(a))ez(d.ssid,a.model.name,e);else e('busy');}
function fg(a,b,c,d){if(c==='cancel')eW(a,dV(a.model,d,ae().monotonic));else if(dI(d)!==null||fe(a))
eW(a,dT(a.model,d,b,ae().monotonic));else return fd(a,b,'busy');fd(a,b,null)}
function fh(a,b,c,d){const e=fb(a.model,b,c,ae().epoch),f=e.id,g=en(a.model)===a.model.name;if(e.refusal!==null){if(f!==null&&(!d||g))fd(a,f,e.refusal);return;}
if(f===null)return;const h=e.local;if(!d)return ff(a,f,e.command,h);if(g)return fg(a,f,e.command,h);ad.timer(fc,()=>am(()=>{const i=[...a.model.past,...a.model.over,...(h.window?.ids??[])],j=index(i,f)>=0;if(e.command==='cancel'?dI(h)!==null:!j)
fg(a,f,e.command,h);}))}
const fi=255,fj=a=>aS(a,fi)&&substr(a,0,1)==='/',fk=a=>aO(a,/[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*/,100),fl=['1','on','true','yes','enabled'],fm=['0','off','false','no','disabled'],fn=a=>index(fl,a)>=0||index(fm,a)>=0,fo={broker:a=>aO(a,/[A-Za-z0-9:][A-Za-z0-9.:_-]*/,253),port:a=>aO(a,/[1-9][0-9]*/,5)&&int(a)<65536,tls:fn,cafile:fj,certfile:fj,keyfile:fj,username:a=>aS(a,fi),password_file:fj,prefix:fk,discovery:fk,name:aW,macs:fn,keepalive:a=>aO(a,/[1-9][0-9]*/,4)&&int(a)>=5,turns:a=>index(['auto','always','never'],a)>=0};function fp(a){let b='';for(let c=0;c<min(length(a),32);c++){const d=substr(a,c,1);b+=aW(d)?d:'-'}
return b===''?'router':b}
function fq(a,b,c){const d={};for(let g in keys(fo)){const h=a[g]??'';if(h!==''&&!fo[g](h))return{settings:null,culprit:g};d[g]=h===''?null:h}
const e=index(fl,d.tls)>=0;if(d.broker===null)return{settings:null,culprit:'broker'};if((d.certfile===null)!==(d.keyfile===null))return{settings:null,culprit:'certfile'};if(d.password_file!==null&&d.username===null)return{settings:null,culprit:'username'};if(d.password_file!==null&&!aS(c,fi))
return{settings:null,culprit:'password_file'};const f={broker:d.broker,port:int(d.port??(e?'8883':'1883')),tls:e,cafile:d.cafile,certfile:d.certfile,keyfile:d.keyfile,username:d.username,password:d.password_file===null?null:c,prefix:d.prefix??'wps',name:d.name??fp(b),discovery:d.discovery,macs:index(fl,d.macs)>=0,keepalive:int(d.keepalive??'30'),turns:d.turns==='always'||d.turns==='never'?d.turns:'auto'};return{settings:f,culprit:null}}
function fr(a,b){const c=ae().monotonic;return{settings:a,model:{name:a.name,turns:a.turns,run:az(6),locals:{},neighbours:{},over:[],past:[],orders:dw(aK,aL,c),presses:dw(aM,aN,c),commands:[]},naming:{own:b,heard:false,changes:0},devices:[],discovered:{},rivals:dw(3,60000,c),rivalled:false,cancels:dw(10,2000,c),replies:dw(5,2000,c),notes:dw(10,2000,c),settled:false}}
const fs=2500,ft=2000,fu=5000,fv=['enabled','disabled','reverted'],fw=['joined','removed','renamed'],fx=aw(()=>null);function fy(a){eC(b=>{if(b!==null)fa(a.model,b);else ay(fx,fu);eV(a)})}
function fz(a){eD(b=>{a.devices=eL(b??[],a.settings.macs);eV(a)})}
function fA(a,b){const c=a.model,d=br(b.payload);if(d!==null&&d.run===c.run&&d.there)return dl(d.seq);if(!b.retained&&d!==null&&d.there&&!a.rivalled){a.rivalled=true;av(`house: another router calls itself ${c.name} as well`)}
if(dx(a.rivals,ae().monotonic))dk();eV(a)}
function fB(a,b,c,d){const e=a.model,f=ae().monotonic;if(b===e.name&&c===aV)fA(a,d);else if(c!==aV){if(d.payload==='')ej(e,b,c);else ei(e,b,c);eV(a)}else{const g=d.payload===''?null:br(d.payload);if(g!==null||d.payload==='')
eW(a,el(e,b,g,!d.retained,f));}}
function fC(a,b){const c=bf(b.topic,a.settings.prefix,a.model.name);if(c.kind==='state')fB(a,c.router,c.version,b);else if(c.kind==='command')fh(a,b.payload,b.retained,false);else if(c.kind==='house_command')fh(a,b.payload,b.retained,true);else if(c.kind==='uuid'){if(er(a.naming,b.payload))bQ(b.payload);eV(a)}else if(b.payload!=='')a.discovered[b.topic]=b.payload;else delete a.discovered[b.topic];}
function fD(a,b){const c=fr(a,ep(b)?b:null),d=c.model;eY(c);const e=aw(()=>{c.settled=true;eV(c)});fx.ring=()=>fy(c);const f=()=>ay(fx,ft);aq('luci.wps',j=>{if(j.session)eX(c,j.type,j.session);if(index(fv,j.type)>=0)f();if(index(fw,j.type)>=0)fz(c);});ap('hostapd.',f);ap('luci.wps',(j,k)=>{if(j===''&&k)f();});at('luci.wps.house',{status:{args:{},call:()=>({house:eT(c)})},start:{args:{network:'',session:''},call:j=>{const k=dJ(d,j.args.network??'');if(k===null)return{id:null};k.open=true;eW(c,dT(d,k,`${d.name}.${j.args.session}`,ae().monotonic));return{id:k.window?.ids?.[0]??null}}}});const g=a.discovery,h=g===null?[]:[bD(d,a),bE(d,a)],i={topics:()=>map(h,j=>bd(g??'',j.device)),will:()=>eO(d),document:j=>sprintf('%J',{...eM(d,c.devices,ae().monotonic),seq:j}),isOpen:()=>length(filter(values(d.locals),j=>j.open))>0,heard:j=>fC(c,j),begins:()=>{em(d);c.discovered={};c.naming.heard=false;c.settled=false;ay(e,fs)},changed:()=>{if(!dh())em(d);eV(c)},now:()=>ae().monotonic};bL(eT(c));eC(j=>{const k=bN(),l=k===null?null:br(k.text);if(j===null)ay(fx,fu);else fa(d,j);if(k!==null&&l!==null)dW(d,l.networks,k.at);dt(a,i);eV(c)});fz(c)}
function fE(){const a=bP()??{},b=a.password_file??null,c=type(b)==='string'?bR(b):null,d=bR('/proc/sys/kernel/hostname')??'',e=fq(a,d,c);if(e.settings!==null)return fD(e.settings,a.uuid??null);av(`house: option ${e.culprit} of config house in /etc/config/wps can't be used`);bL({connected:false,name:d,problem:'settings',uuid:a.uuid??null,routers:[]})}
ad.init();am(fE);const fF=ad.run();ds();return fF;
