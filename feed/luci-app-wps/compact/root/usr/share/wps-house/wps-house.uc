'use strict';import*as aa from'fs';import*as ab from'ubus';import*as ac from'uci';import*as ad from'uloop';function ae(){const a=clock(true)??[0,0];return{monotonic:a[0]*1000+int(a[1]/1000000),epoch:time()};}
const af=0;const ag=4;const ah=7;const ai=ab.connect(null,1)??die('ubus');const aj=!exists(ab,'guard');let ak=null;const al=[];function am(a){try{a();}catch(b){warn(`luci.wps: ${b.message}\n${b.stacktrace[0]?.context ?? ''}\n`);}}
function an(a,b){if(ae().monotonic>=b)return{code:ah,data:null};const c=ai.call(a.object,a.method,a.args??{});return{code:ai.error(true)??af,data:c};}
function ao(a,b,c){if(aj)return am(()=>c(map(a,j=>an(j,b))));const d=[];let e=length(a)+1;let f=null;const g=()=>{e--;if(e>0)return;f?.cancel?.();am(()=>c(d));};const h=(j,k,l)=>{if(d[j])return;d[j]={code:k,data:l??null};g();};const i=map(a,(j,k)=>{const l=ai.defer(j.object,j.method,j.args??{},(m,n)=>h(k,m,n));if(l===null)h(k,ai.error(true)??ag,null);else ak=l;return l;});if(e>1)
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
function az(a){const b=aa.open('/dev/urandom','r');const c=b?.read?.(a)??'';b?.close?.();if(length(c)!==a)die('no random numbers');let d='';for(let e=0;e<a;e++)d+=sprintf('%02x',ord(c,e));return d;}
const aA=15;const aB=30;const aC=20000;const aD=1000;const aE=128;const aF=16;const aG=20;const aH=8;const aI=3;const aJ=60000;const aK=10;const aL=2000;const aM=10;const aN=10000;function aO(a,b,c){return type(a)==='string'&&length(a)<=c&&match(a,b)?.[0]===a;}
function aP(a){if(a<128)return 1;if(a>=194&&a<224)return 2;if(a>=224&&a<240)return 3;return a>=240&&a<245?4:0;}
function aQ(a,b,c){for(let d=1;d<c;d++){const e=ord(a,b+d)??0;if(e<128||e>191)return false;}
return true;}
function aR(a,b){let c='';for(let d=0;d<length(a);d++){const e=ord(a,d)??0;const f=aP(e);const g=f>0&&e>=32&&e!==127&&aQ(a,d,f);if(length(c)+(g?f:1)>b)return c;c+=g?substr(a,d,f):'?';if(g)d+=f-1;}
return c;}
function aS(a,b){if(type(a)!=='string'||a===''||length(a)>b)return false;for(let c=0;c<length(a);c++){const d=ord(a,c)??0;if(d<32||d===127)return false;}
return true;}
function aT(a,b){return type(a)==='string'&&a!==''?aR(a,b):null;}
function aU(a,b,c){return type(a)==='int'&&a>=b&&a<=c?a:null;}
const aV=1;function aW(a){return aO(a,/[A-Za-z0-9_-]+/,32);}
function aX(a){return`${a}/${aV}`;}
function aY(a,b){return`${a}/router/${b}/state`;}
function aZ(a,b){return`${a}/router/${b}/event`;}
function ba(a,b){return`${a}/router/${b}/command`;}
function bb(a,b){return`${a}/router/${b}/reply`;}
function bc(a,b){return`${a}/house/${b}`;}
function bd(a,b){return`${a}/device/${b}/config`;}
function be(a,b){const c=aX(a);return[`${a}/+/router/+/state`,ba(c,b),bc(c,'command'),bc(c,'uuid')];}
function bf(a,b,c){const d=aX(b);if(a===ba(d,c))return{kind:'command'};if(a===bc(d,'command'))return{kind:'house_command'};if(a===bc(d,'uuid'))return{kind:'uuid'};const e=index(a,`${b}/`)===0?split(substr(a,length(b)+1),'/'):[];const f=length(e)===4&&aO(e[0],/[0-9]+/,4)&&e[1]==='router'&&aW(e[2])&&e[3]==='state';return f?{kind:'state',router:e[2],version:int(e[0])}:{kind:'other'};}
const bg=['open','joined','overlap','cancelled','closed','refused','timeout','failed'];const bh=['joined','overlap','cancelled'];function bi(a){return`n${hexenc(a)}`;}
function bj(a){return aO(a,/n[0-9a-f]+/,65)&&length(a)%2===1;}
function bk(a){return aO(a,/[A-Za-z0-9_.:-]+/,64);}
function bl(a,b,c){if(type(a)!=='array')return null;const d=a;return length(d)<=b&&length(filter(d,c))===length(d)?[...d]:null;}
function bm(a){return length(filter(a,(b,c)=>index(a,b)!==c))===0;}
function bn(a){return index(bh,a)<0?null:a;}
function bo(a){if(type(a)!=='object')return null;const b=bl(a.ids,aH,bk);const c=aU(a.age,0,86400);const d=bl(a.order,aE,aW);if(b===null||length(b)===0||c===null||d===null||!bm(d))
return null;if(!aW(a.by)||index(bg,a.outcome)<0)return null;return{ids:b,by:a.by,age:c,order:d,outcome:a.outcome,cause:index(bh,a.cause)<0?bn(a.outcome):a.cause,router:aW(a.router)?a.router:null,device:aT(a.device,64),code:aT(a.code,32)};}
function bp(a){const b=type(a)==='object'?aT(a.ssid,64):null;if(b===null)return null;return{ssid:b,ready:a.ready===true,problem:aT(a.problem,32),open:a.open===true,window:bo(a.window)};}
function bq(a){try{return json(a);}catch{return null;}}
function br(a){const b=bq(a);const c=type(b)==='object'?aU(b.seq,0,1000000000000):null;if(c===null||!bk(b.run)||type(b.there)!=='bool')return null;const d={};const e=type(b.networks)==='object'?b.networks:{};for(let f in slice(keys(e),0,aF)){const g=bj(f)?bp(e[f]):null;if(g!==null)d[f]=g;}
return{run:b.run,seq:c,there:b.there,networks:d};}
const bs=['started','success','joined','overlap','failed','cancelled','timeout','lost'];const bt=['open','idle','not_ready'];const bu="{{ 'online' if value_json.there else 'offline' }}";const bv=8;function bw(a){return`wps_house_${replace(a.prefix, '/', '_')}`;}
function bx(a){return`wps_${replace(a.prefix, '/', '_')}_${a.name}`;}
function by(a){return`{"id": "ha-{{ now().timestamp() }}", "command": "start", "key": "${a}", "at": {{ now().timestamp() | int }}}`;}
function bz(a,b,c,d){return{[`${b}_start`]:{platform:'button',unique_id:`${a}_${b}_start`,name:`Start WPS on ${c}`,icon:'mdi:wifi-plus',command_topic:d.command,command_template:by(b)},[`${b}_state`]:{platform:'sensor',unique_id:`${a}_${b}_state`,name:`WPS on ${c}`,icon:'mdi:wifi-lock-open',device_class:'enum',options:bt,state_topic:d.state,value_template:`{{ ((value_json.networks | default({})).get('${b}') or {}).get('state', 'not_ready') }}`},[`${b}_event`]:{platform:'event',unique_id:`${a}_${b}_event`,name:`Joined ${c}`,icon:'mdi:devices',event_types:bs,state_topic:d.event,value_template:`{{ value if value_json.key == '${b}' else '' }}`}};}
function bA(){return{name:'luci-app-wps',support_url:'https://github.com/luci-app-wps/luci-app-wps'};}
function bB(a,b,c){const d={};for(let e in slice(keys(a.locals),0,bv)){const f=bz(b,e,aR(a.locals[e].ssid,64),c);for(let g in keys(f))d[g]=f[g];}
return d;}
function bC(a,b){const c=b===null?null:bq(b);const d=type(c?.components)==='object'?c.components:{};for(let e in slice(keys(d),0,4*bv*3)){const f=d[e]?.platform;if(!exists(a,e)&&index(['button','sensor','event'],f)>=0)
a[e]={platform:f};}
return a;}
function bD(a,b){const c=aX(b.prefix);const d=bx(b);const e={command:ba(c,b.name),state:aY(c,b.name),event:aZ(c,b.name)};return{device:d,text:f=>sprintf('%J',{device:{identifiers:[d],name:`WPS ${b.name}`,manufacturer:'OpenWrt',model:'luci-app-wps',sw_version:`${aV}`,via_device:bw(b)},origin:bA(),availability_topic:e.state,availability_template:bu,qos:1,components:bC(bB(a,d,e),f)})};}
function bE(a,b){const c=aX(b.prefix);const d=bw(b);const e={command:bc(c,'command'),state:bc(c,'state'),event:bc(c,'event')};const f=filter(keys(a.neighbours),h=>a.neighbours[h].version===aV);const g=sort([b.name,...f]);return{device:d,text:h=>sprintf('%J',{device:{identifiers:[d],name:'WPS, whole house',manufacturer:'OpenWrt',model:'luci-app-wps'},origin:bA(),availability:map(slice(g,0,16),i=>({topic:aY(c,i),value_template:bu})),availability_mode:'any',qos:1,components:bC(bB(a,d,e),h)})};}
const bF=3000;function bG(a,b,c,d){const e=`${a}.new`;const f=aa.open(e,'w',0o600);if(!f)return false;const g=aa.chmod(e,0o600)&&f.write(b)===length(b);if(c!==null)aa.chown(e,c,c);const h=f.close();if(d&&h&&g)system(['fsync',e],bF);if(h&&g&&aa.rename(e,a))return true;aa.unlink(e);return false;}
const bH='/var/run/luci-wps-house.json';const bI='/etc/config/wps';const bJ='/var/run/luci-wps-house-said';let bK='';function bL(a){const b=sprintf('%J\n',a);if(b!==bK&&bG(bH,b,null,false))bK=b;}
function bM(a,b){bG(bJ,`${b}\n${a}\n`,null,false);}
function bN(){const a=split(aa.readfile(bJ)??'','\n');return length(a)>1?{at:int(a[0]),text:a[1]}:null;}
function bO(){const a=ac.cursor()??die('uci');a.load(bI);return a;}
function bP(){const a=bO().get_all('wps','house')??null;return a!==null&&a['.type']==='house'?a:null;}
function bQ(a){const b=bO();b.set('wps','house','uuid',a);return b.commit()===true;}
function bR(a){const b=aa.readfile(a);return b===null?null:split(b,'\n')[0];}
const bS='/var/run/wps-house';function bT(a){return`${bS}/${a}`;}
function bU(a,b){return`${bS}/${a}/${b}`;}
function bV(a){for(let b in[bS,...map(a,c=>bT(c))]){aa.mkdir(b,0o700);aa.chmod(b,0o700);}}
function bW(a,b,c){return bG(bU(a,b),c,null,false);}
function bX(a){const b=bU(a,'pipe');aa.unlink(b);return system(['mkfifo','-m','600',b],2000)===0;}
const bY='/usr/bin/mosquitto_sub';const bZ='/usr/bin/mosquitto_pub';const ca=['sub','pub','post'];const cb={};function cc(){return aa.access(bY,'x')===true&&aa.access(bZ,'x')===true;}
function cd(a){const b=aa.readfile(`/proc/${a}/comm`);return b===null?null:trim(b);}
function ce(a){return index(['mosquitto_sub','mosquitto_pub'],cd(a))>=0;}
function cf(){for(let a in ca){const b=int(aa.readfile(bU(a,'pid'))??'');if(b>1&&ce(b))system(['kill','-9',`${b}`],1000);aa.unlink(bU(a,'pid'));}}
function cg(a,b,c){const d=a==='sub'?bY:bZ;if(!bW(a,a==='sub'?'mosquitto_sub':'mosquitto_pub',b))return false;const e={process:null,pid:0};const f=ad.process(d,[],{XDG_CONFIG_HOME:bT(a),PATH:'/usr/bin:/bin'},g=>am(()=>{if(cb[a]===e){cb[a]=null;aa.unlink(bU(a,'pid'));}
c(g);}));if(f===null)return false;e.process=f;e.pid=f.pid();cb[a]=e;bW(a,'pid',`${e.pid}\n`);return true;}
function ch(a){const b=cb[a]??null;if(b===null)return;cb[a]=null;aa.unlink(bU(a,'pid'));system(['kill','-9',`${b.pid}`],1000);}
function ci(a){const b=[];for(let c in a){const d=`/proc/${cb[c]?.pid ?? 0}/fd`;for(let e in sort(aa.lsdir(d)??[])){const f=aa.readlink(`${d}/${e}`)??'';if(index(f,'socket:')===0)push(b,f);}}
return join(' ',b);}
const cj=16384;const ck=2*cj+512;function cl(a,b){const c=split(b,'\n');const d=[];for(let e=0;e<length(c);e++){const f=e===length(c)-1;if(!a.skipping)a.rest+=c[e];if(length(a.rest)>ck){a.skipping=true;a.rest='';}
if(f)continue;if(!a.skipping)push(d,a.rest);a.rest='';a.skipping=false;}
return d;}
function cm(a){const b=substr(a,0,2);const c=substr(a,2);const d=index(c,' ');if((b!=='0 '&&b!=='1 ')||d<0)return null;const e=d===0?'':hexdec(substr(c,0,d));return e===null?null:{retained:b==='1 ',topic:substr(c,d+1),payload:e};}
function cn(a,b){const c=[`-h ${a.broker}`,`-p ${a.port}`,'-V mqttv311',`-k ${a.keepalive}`,'-q 1','--nodelay',`-I wps-${a.name}-${b}-`];if(a.username!==null)push(c,`-u ${a.username}`);if(a.password!==null)push(c,`-P ${a.password}`);if(a.tls)push(c,`--cafile ${a.cafile ?? '/etc/ssl/certs/ca-certificates.crt'}`);if(a.tls&&a.certfile!==null){push(c,`--cert ${a.certfile}`);push(c,`--key ${a.keyfile}`);}
return c;}
function co(a){return`${join('\n', a)}\n`;}
function cp(a,b,c){const d=cn(a,'sub');for(let e in[...be(a.prefix,a.name),...b])push(d,`-t ${e}`);push(d,'-F %r %x %t');push(d,`--will-topic ${aY(aX(a.prefix), a.name)}`);push(d,`--will-payload ${c}`);push(d,'--will-qos 1');push(d,'--will-retain');return co(d);}
function cq(a){return co([...cn(a,'pub'),`-t ${aY(aX(a.prefix), a.name)}`,'-r','-l']);}
function cr(a,b,c,d){const e=[...cn(a,'post'),`-t ${b}`,`-f ${d}`];if(c)push(e,'-r');return co(e);}
const cs=60000;const ct=4000;function cu(a,b){let c=1000;for(let d=1;d<a&&c<cs;d++)c*=2;return min(c,b?ct:cs);}
let cv=null;let cw=null;let cx=null;let cy=null;function cz(a,b,c){if(!bX(a))return null;const d=bU(a,'pipe');const e=a==='pub';const f=aa.open(d,'r+e');c?.close?.();const g=aa.open(d,e?'r':'w');const h=aa.open(d,e?'we':'re');f?.close?.();if(g===null||h===null)return null;if(g.fileno()!==b)die(`pipe ${a} is ${g.fileno()}, not ${b}`);return{inherited:g,kept:h};}
function cA(){cx?.close?.();cy?.close?.();cx=null;cy=null;}
function cB(){cA();const a=cz('pub',0,cv??aa.stdin);cv=a?.inherited??cv;const b=cz('sub',1,cw??aa.stdout);cw=b?.inherited??cw;cx=a?.kept??null;cy=b?.kept??null;return cx===null?null:cy;}
function cC(a){cx?.write?.(`${a}\n`);cx?.flush?.();}
function cD(){return cy?.read?.('all')??'';}
const cE=24;let cF=[];let cG=false;let cH=0;function cI(a){const b=cG?null:shift(cF);if(b===null)return;const c=bU('post','payload');const d=cr(a,b.topic,b.retained,c);const e=cH;cG=bW('post','payload',b.payload)&&cg('post',d,()=>{if(e!==cH)return;cG=false;cI(a);});}
function cJ(a,b,c,d){if(d)cF=filter(cF,e=>e.topic!==b);if(length(cF)>=cE)return;push(cF,{topic:b,payload:c,retained:d});cI(a);}
function cK(){cF=[];cG=false;cH++;ch('post');}
const cL=10000;const cM=5000;const cN=2000;const cO=1000;let cP;let cQ;let cR={rest:'',skipping:false};let cS=null;const cT=aw(()=>null);const cU=aw(()=>null);const cV=aw(()=>null);let cW=0;let cX=false;let cY=false;let cZ=null;let da=0;let db=0;let dc=null;let dd=false;let de='';let df=0;let dg=0;function dh(){return cY;}
function di(){return cZ;}
function dj(a){cW++;cX=false;cY=false;cZ=a;dc=null;da++;ax(cU);ax(cV);cS?.delete?.();cS=null;cK();for(let b in ca)ch(b);cA();ay(cT,cu(da,cQ.isOpen()));cQ.changed();}
function dk(){dd=true;if(!cX||dc!==null)return;dd=false;db++;dc=db;cC(cQ.document(db));ay(cU,cY?cM:cL);}
function dl(a){if(a!==dc)return;dc=null;ax(cU);de=ci(['sub','pub']);if(!cY){cY=true;cZ=null;da=0;ay(cV,cP.keepalive*1000);cQ.changed();}
if(dd)dk();}
function dm(a){if(!cY)return;df=a;if(ci(['sub','pub'])!==de)dk();ay(cV,cP.keepalive*1000);gc();}
function dn(a){const b=cQ.now();if(a.retained&&cY&&b-dg>cN){cQ.begins();dk();}
if(a.retained)dg=b;else if(b-df>cO)dm(b);cQ.heard(a);}
function dp(){for(let a in cl(cR,cD())){const b=cm(a);if(b!==null)am(()=>dn(b));}}
function dq(a,b){if(a!==cW)return;dj(b===4||b===5?'refused':'unreachable');}
function dr(){cW++;const a=cW;if(!cc())return dj('package');const b=cB();cR={rest:'',skipping:false};cS=b===null?null:ad.handle(b,()=>am(dp),ad.ULOOP_READ);const c=f=>dq(a,f);const d=cQ.will();const e=cS!==null&&cg('sub',cp(cP,cQ.topics(),d),c)&&cg('pub',cq(cP),c);if(!e)return dj('unreachable');cX=true;dg=cQ.now();cQ.begins();dk();}
function ds(a,b){cP=a;cQ=b;bV(ca);cf();cT.ring=dr;cU.ring=()=>dj(cY?'unreachable':'refused');cV.ring=()=>dm(cQ.now());ay(cT,1);}
function dt(a,b,c){return{left:a,most:a,pause:b,since:c};}
function du(a,b){const c=int((b-a.since)/a.pause);if(c>0){a.left=min(a.most,a.left+c);a.since+=c*a.pause;}
if(a.left<1)return false;if(a.left===a.most)a.since=b;a.left--;return true;}
const dv=100;function dw(a,b){if(index(a,b)>=0)return false;push(a,b);while(length(a)>dv)shift(a);return true;}
function dx(a){return max(120000,length(a)*aC);}
function dy(a,b){const c=int(b/aC);const d=b%aC;const e=c===0?0:aD;const f=d>=e;return{name:a[c%length(a)],open:f,left:f?aC-d:e-d};}
const dz=125000;const dA=600000;const dB=20000;const dC=2000;function dD(a){return a.window!==null&&!a.window.over?a.window:null;}
function dE(a,b){return filter(values(a.locals),c=>c.ssid===b)[0]??null;}
function dF(a,b){return length(filter(a,c=>index(b,c)>=0))>0;}
function dG(a,b){return length(filter(a,c=>index(b,c)<0))===0;}
function dH(a,b,c,d,e){const f=b.window;return{type:a,key:b.key,network:b.ssid,device:c,by:e?(f?.by??null):null,code:e?(f?.code??null):null,router:d,house:e};}
function dI(a,b,c,d){for(let e in c.ids){dw(a.past,e);if(c.cause!==null)dw(a.over,e);}
c.over=true;if(c.cause==='joined')b.fruitless=null;else if(c.cause!=='overlap'&&d-c.began>=dB)b.fruitless=d;}
function dJ(a,b,c){const d=b.fruitless!==null&&c-b.fruitless<dA;if(a.turns==='never'||(a.turns==='auto'&&!d))return[];const e=filter(keys(a.neighbours),g=>a.neighbours[g].there&&a.neighbours[g].networks[b.key]?.ready===true);const f=b.ready?[a.name,...sort(e)]:sort(e);return length(f)>1?f:[];}
function dK(a,b,c){if(length(b.order)===0)return true;const d=dy(b.order,c-b.began);return d.open&&d.name===a.name;}
function dL(a,b,c,d){const e=dD(b);if(e===null||b.open||b.asked==='open'||!dK(a,e,d))return[];b.asked='open';return[{kind:'open',key:b.key,ssid:b.ssid,by:c}];}
function dM(a,b){if(a.asked==='close'||(!a.open&&a.asked!=='open'))return[];a.asked='close';a.closing=b;return[{kind:'close',key:a.key,ssid:a.ssid,by:b}];}
function dN(a,b,c,d,e){a.window={ids:b,by:c,began:d,order:e,outcome:'open',router:null,device:null,code:null,over:false,cause:null};}
function dO(a,b,c,d){const e=dD(b);if(e!==null){if(b.open)e.outcome='open';return[];}
dN(b,[c],a.name,d,dJ(a,b,d));const f=[{kind:'say',what:dH('started',b,null,false,true)}];for(let g in dL(a,b,a.name,d))push(f,g);return f;}
function dP(a){if(a.asked==='close')a.asked=null;}
function dQ(a,b,c){const d=dD(b);if(d===null)return[];d.outcome='cancelled';d.cause='cancelled';d.router=a.name;dI(a,b,d,c);return[{kind:'say',what:dH('cancelled',b,null,false,true)},...dM(b,a.name)];}
function dR(a,b,c){for(let d in keys(b)){const e=a.locals[d]??null;const f=b[d].window;if(e===null||f===null||f.cause!==null||!e.open||e.window!==null)
continue;dN(e,f.ids,f.by,c-f.age*1000,f.order);}}
function dS(a,b){const c=dD(a);a.asked=null;if(b==='already_open')a.open=true;else if(c!==null&&!a.open){c.outcome='refused';c.code=b;}}
function dT(a,b,c){const d=c-b.age*1000;const e=d-a.began;const f=sort([a.ids[0],b.ids[0]])[0];if(e>aA*1000||(e>-aA*1000&&f!==a.ids[0])){a.by=b.by;a.order=b.order;a.began=d;}
const g=[...a.ids];for(let h in b.ids)if(index(g,h)<0)push(g,h);a.ids=slice(sort(g),0,aH);}
function dU(a,b,c,d,e){const f=dD(b);const g=f!==null&&dF(f.ids,d.ids);for(let j in d.ids)dw(a.over,j);if(f===null||!g)return[];const h=d.cause??'cancelled';f.cause=h;f.outcome='closed';f.router=d.router??c;f.device=d.device;dI(a,b,f,e);const i=d.device===null?'':` (${d.device})`;return[{kind:'note',text:`"${b.ssid}" was ended by router ${f.router}: ${h}${i}`},...dM(b,c)];}
function dV(a,b,c,d,e,f){if(d.cause!==null||dF(a.over,d.ids))return dU(a,b,c,d,f);if(!e)return[];const g=dD(b);if(g!==null){if(dG(d.ids,g.ids))return[];}else if(d.age>aA||dG(d.ids,a.past))return[];if(!du(a.presses,f))
return[{kind:'note',text:`too many starts: that of router ${c} is not obeyed`}];if(g!==null)dT(g,d,f);else dN(b,d.ids,d.by,f-d.age*1000,d.order);return dL(a,b,c,f);}
function dW(a,b,c,d,e){const f=[];for(let g in keys(c)){const h=a.locals[g]??null;const i=c[g].window;if(h===null||i===null)continue;for(let j in dV(a,h,b,i,d,e))push(f,j);}
return f;}
function dX(a,b,c,d,e){const f=dD(b);if(f===null)return false;const g=c==='success'?'joined':c;const h=bn(g);if(h!==null){f.outcome=g;f.cause=h;f.router=a.name;f.device=d.peer?.name??null;dI(a,b,f,e);return true;}
f.outcome=c==='timeout'?'timeout':'failed';f.code=c==='timeout'?null:(d.reason??c);if(c==='timeout'&&length(f.order)===0)dI(a,b,f,e);return true;}
function dY(a,b,c,d){const e=dE(a,c.network);if(e===null||c.method!=='pbc')return[];e.busy=b==='connecting';e.open=b==='started'||b==='connecting';if(b!=='connecting'){e.asked=null;e.closing=null;}
if(b==='connecting')return[];const f=b==='cancelled'&&c.reason==='house';if(f||b==='started'){const l=dD(e);if(!f&&l!==null)l.outcome='open';return[{kind:'say',what:dH(b,e,null,true,false)}];}
const g=c.peer?.name??null;const h=e.window;const i=h!==null&&h.outcome==='joined';if(b==='joined'&&i)h.device=g??h.device;const j=dX(a,e,b,c,d)||(b==='joined'&&i);const k=j&&(b!=='timeout'||h?.by===a.name);return[{kind:'say',what:dH(b,e,g,true,k)}];}
function dZ(a,b){const c=[];for(let d in values(a.locals)){if(d.closing!==null&&d.open&&d.asked===null)
for(let h in dM(d,d.closing))push(c,h);const e=dD(d);if(e===null)continue;const f=length(e.order)>0;let g=[];if(b-e.began>=(f?dx(e.order):dz)){if(e.outcome==='open')e.outcome='timeout';dI(a,d,e,b);if(f)g=dM(d,a.name);}else if(f&&dK(a,e,b))g=dL(a,d,e.by,b);else if(f&&!d.busy)g=dM(d,a.name);for(let h in g)push(c,h);}
return c;}
function ea(a,b){let c=null;for(let d in values(a.locals)){if(d.closing!==null&&d.open)c=min(c??dC,dC);const e=dD(d);if(e===null)continue;const f=b-e.began;const g=length(e.order)>0;let h=(g?dx(e.order):dz)-f;if(g)h=min(h,dy(e.order,f).left);c=min(c??h,h);}
return c===null?null:max(c,0);}
function eb(a,b,c){if(length(a.neighbours)>=aE)return null;const d={name:b,version:c,there:false,run:'',former:null,seq:-1,live:false,networks:{}};a.neighbours[b]=d;return d;}
function ec(a,b,c){const d=a.neighbours[b]??null;if(d!==null&&d.version===aV&&d.there)return;const e=d??eb(a,b,c);if(e===null)return;e.version=c;e.there=true;e.networks={};}
function ed(a,b){if(b.run===a.former)return true;return b.run===a.run&&b.there&&b.seq<=a.seq;}
function ee(a,b,c,d,e){if(c===null){delete a.neighbours[b];return[];}
const f=a.neighbours[b]??eb(a,b,aV);if(f===null||ed(f,c))return[];if(c.run!==f.run){f.former=f.run===''?null:f.run;f.run=c.run;f.seq=-1;}
f.version=aV;f.there=c.there;if(c.there){f.seq=c.seq;f.live=d||f.live;f.networks=c.networks;return dW(a,b,c.networks,d,e);}
for(let g in keys(f.networks))
f.networks[g]={...f.networks[g],ready:false,open:false,window:null};return[];}
function ef(a){for(let b in keys(a.neighbours)){const c=a.neighbours[b];c.there=false;c.live=false;c.seq=-1;}}
function eg(a){const b=filter(keys(a.neighbours),c=>a.neighbours[c].there&&a.neighbours[c].version===aV);return sort([a.name,...b])[0];}
const eh=3;function ei(a){return aO(a,/77707300-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/,36);}
function ej(a){return`77707300-${substr(a, 0, 4)}-4${substr(a, 4, 3)}-8${substr(a, 7, 3)}-${substr(a, 10, 12)}`;}
function ek(a,b){if(!ei(b))return false;a.heard=true;if(b===a.own||a.changes>=eh)return false;a.own=b;a.changes++;return true;}
function el(a){const b={};for(let c in keys(a.locals)){const d=a.locals[c];const e=d.open?[a.name]:[];let f=d.ready;for(let i in sort(keys(a.neighbours))){const j=a.neighbours[i];const k=j.there?(j.networks[c]??null):null;if(k===null)continue;if(k.open)push(e,i);f=f||k.ready;}
const g=d.window;const h=g!==null&&g.over&&length(e)===0;b[c]={ssid:aR(d.ssid,64),state:length(e)>0?'open':f?'idle':'not_ready',open:e,outcome:h?g.cause:null,router:h?g.router:null,device:h?g.device:null};}
return{networks:b};}
let em='';function en(a,b){if(a.settings.discovery===null)return;const c=bd(a.settings.discovery,b.device);const d=a.discovered[c]??null;const e=b.text(d);if(e===d)return;a.discovered[c]=e;cJ(a.settings,c,e,true);}
function eo(a){const b=a.naming;if(b.heard)return;const c=b.own===null;b.own??=ej(az(12));b.heard=true;if(c&&!bQ(b.own))av('house: the UUID could not be kept in /etc/config/wps');cJ(a.settings,bc(aX(a.settings.prefix),'uuid'),b.own,true);}
function ep(a){if(!dh()||!a.settled){em='';return;}
if(length(a.model.locals)>0)en(a,bD(a.model,a.settings));if(eg(a.model)!==a.model.name){em='';return;}
eo(a);if(length(a.model.locals)>0)en(a,bE(a.model,a.settings));const b=sprintf('%J',el(a.model));if(b===em)return;em=b;cJ(a.settings,bc(aX(a.settings.prefix),'state'),b,true);}
const eq=4000;function er(a,b,c){ao([{object:'luci.wps',method:a,args:b}],ae().monotonic+eq,d=>c(d[0]));}
function es(a,b,c){er('start',{network:a,origin:'house',by:b},d=>c(d.code===af?null:(d.data?.error?.code??'refused')));}
function et(a,b,c){er('cancel',{network:a,origin:'house',by:b},d=>c(d.code===af));}
function eu(a,b){er('cancel',{network:a},c=>b(c.code===af?null:(c.data?.error?.code??'refused')));}
function ev(a){er('status',{},b=>a(b.code===af?(b.data?.networks??[]):null));}
function ew(a){er('devices',{},b=>a(b.code===af?(b.data?.devices??[]):null));}
const ex=5000;function ey(a,b){let c=null;for(let d in values(a.locals)){const e=dD(d);const f=e===null?0:e.began+ex+1-b;if(f>0)c=min(c??f,f);}
return c;}
function ez(a,b,c,d){if(!a.there)return null;if(b.window!==null&&b.window.outcome==='refused')return b.window.code??'refused';if(!b.ready)return b.problem;const e=c===null?null:dD(c);if(e===null||b.open||length(e.order)>0)return null;const f=b.window!==null&&length(filter(b.window.ids,g=>index(e.ids,g)>=0))>0;return!f&&d-e.began>ex?'late':null;}
function eA(a,b,c){return map(keys(b.networks),d=>{const e=b.networks[d];const f=a.locals[d]??null;return{ssid:f===null?e.ssid:f.ssid,ready:e.ready,open:e.open,problem:ez(b,e,f,c)};});}
function eB(a,b,c){const d=b.version-aV;return{name:b.name,there:b.there,problem:d===0?null:d<0?'older':'newer',networks:eA(a,b,c)};}
function eC(a,b,c,d){const e=sort(keys(a.neighbours));return{connected:b,name:a.name,problem:c,routers:map(e,f=>eB(a,a.neighbours[f],d))};}
function eD(a,b){if(a===null)return null;return{ids:a.ids,by:a.by,age:int((b-a.began)/1000),order:a.order,outcome:a.outcome,cause:a.cause,router:a.router,device:a.device===null?null:aR(a.device,64),code:a.code};}
function eE(a,b){return map(slice(a,0,aG),c=>{const d={name:c.name===null?null:aR(c.name,64),network:aR(c.network,64),joined:c.joined,online:c.online};if(b)d.mac=c.mac;return d;});}
function eF(a,b,c){const d={};for(let e in keys(a.locals)){const f=a.locals[e];d[e]={ssid:aR(f.ssid,64),ready:f.ready,problem:f.problem,open:f.open,state:f.open?'open':f.ready?'idle':'not_ready',window:eD(f.window,c)};}
return{version:aV,name:a.name,run:a.run,seq:0,there:true,networks:d,devices:b};}
function eG(a){const b={};for(let c in keys(a.networks)){const d=a.networks[c];b[c]={...d,window:d.window===null?null:{...d.window,age:0}};}
return sprintf('%J',{...a,seq:0,networks:b});}
function eH(a){return sprintf('%J',{version:aV,name:a.name,run:a.run,seq:0,there:false});}
const eI=50;const eJ=aw(()=>null);const eK=aw(()=>null);let eL='';function eM(a){const b=a.rivalled?'name_taken':di();return eC(a.model,dh(),b,ae().monotonic);}
function eN(a,b){const c=aX(a.settings.prefix);const d=sprintf('%J',{event_type:b.type,key:b.key,network:b.network,router:a.model.name,device:b.device,by:b.by,code:b.code});const e=b.device===null?'':`: ${b.device}`;if(b.house)av(`house: ${b.type} on "${b.network}"${e}`);if(!dh())return;if(b.router)cJ(a.settings,aZ(c,a.model.name),d,false);if(b.house)cJ(a.settings,bc(c,'event'),d,false);}
function eO(a){const b=ae().monotonic;const c=eF(a.model,a.devices,b);const d=eG(c);if(d!==eL){eL=d;bM(sprintf('%J',c),b);dk();}
ep(a);if(eK.timer===null)ay(eK,eI);const e=ea(a.model,b);if(e===null)ax(eJ);else ay(eJ,max(1,min(e,ey(a.model,b)??e)));}
function eP(a,b){for(let c in b){const d=c;if(d.kind==='note'){if(du(a.notes,ae().monotonic))av(`house: ${d.text}`);}
if(d.kind==='say')eN(a,d.what);if(d.kind==='open')
es(d.ssid,d.by,e=>{const f=a.model.locals[d.key]??null;if(f===null||e===null)return;dS(f,e);if(!f.open)av(`house: "${d.ssid}" does not open here: ${e}`);eO(a);});if(d.kind==='close')
et(d.ssid,d.by,e=>{const f=a.model.locals[d.key]??null;if(f!==null&&!e)dP(f);eO(a);});}
eO(a);}
function eQ(a,b,c){const d={network:c?.network??'',method:c?.method??'',reason:c?.reason??null,peer:c?.peer??null};eP(a,dY(a.model,b,d,ae().monotonic));}
function eR(a){eJ.ring=()=>eP(a,dZ(a.model,ae().monotonic));eK.ring=()=>bL(eM(a));}
function eS(a,b){return{key:a,ssid:b,ready:false,problem:null,open:false,busy:false,asked:null,closing:null,window:null,fruitless:null};}
function eT(a,b){const c={};for(let d in slice(b,0,aF)){const e=bi(d.ssid);if(exists(c,e))continue;const f=a.locals[e]??eS(e,d.ssid);f.ready=d.ready;f.problem=d.problems[0]?.code??null;const g=d.session;if(f.asked===null)f.open=g!==null&&g.open&&g.method==='pbc';c[e]=f;}
a.locals=c;}
function eU(a,b,c,d){const e=bq(b);const f=type(e)==='object'&&bk(e.id)?e.id:null;if(f===null)return{id:null,refusal:'malformed'};if(c)return{id:null,refusal:'retained'};if((e.command!=='start'&&e.command!=='cancel')||type(e.at)!=='int')
return{id:f,refusal:'malformed'};if(!dw(a.commands,f))return{id:null,refusal:'repeated'};const g=d-e.at;if(g>aB)return{id:f,refusal:'too_old'};if(g<-aB)return{id:f,refusal:'clock'};const h=type(e.network)==='string'?dE(a,e.network):null;const i=h??(type(e.key)==='string'?(a.locals[e.key]??null):null);if(i===null)return{id:f,refusal:'unknown_network'};return{id:f,refusal:null,command:e.command,local:i};}
const eV=1500;function eW(a,b,c){if(!du(a.replies,ae().monotonic))return;if(c!==null)av(`house: command ${b} is not obeyed: ${c}`);const d=c===null?{id:b,ok:true}:{id:b,ok:false,error:{code:c},now:ae().epoch};cJ(a.settings,bb(aX(a.settings.prefix),a.model.name),sprintf('%J',d),false);}
function eX(a){return du(a.model.orders,ae().monotonic);}
function eY(a,b,c,d){const e=f=>eW(a,b,f);if(c==='cancel'&&du(a.cancels,ae().monotonic))eu(d.ssid,e);else if(c==='start'&&eX(a))es(d.ssid,a.model.name,e);else e('busy');}
function eZ(a,b,c,d){if(c==='cancel')eP(a,dQ(a.model,d,ae().monotonic));else if(dD(d)!==null||eX(a))
eP(a,dO(a.model,d,b,ae().monotonic));else return eW(a,b,'busy');eW(a,b,null);}
function fa(a,b,c,d){const e=eU(a.model,b,c,ae().epoch);const f=e.id;const g=eg(a.model)===a.model.name;if(e.refusal!==null){if(f!==null&&(!d||g))eW(a,f,e.refusal);return;}
if(f===null)return;const h=e.local;if(!d)return eY(a,f,e.command,h);if(g)return eZ(a,f,e.command,h);ad.timer(eV,()=>am(()=>{const i=[...a.model.past,...a.model.over,...(h.window?.ids??[])];const j=index(i,f)>=0;if(e.command==='cancel'?dD(h)!==null:!j)
eZ(a,f,e.command,h);}));}
const fb=255;const fc=a=>aS(a,fb)&&substr(a,0,1)==='/';const fd=a=>aO(a,/[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*/,100);const fe=['1','on','true','yes','enabled'];const ff=['0','off','false','no','disabled'];const fg=a=>index(fe,a)>=0||index(ff,a)>=0;const fh={broker:a=>aO(a,/[A-Za-z0-9:][A-Za-z0-9.:_-]*/,253),port:a=>aO(a,/[1-9][0-9]*/,5)&&int(a)<65536,tls:fg,cafile:fc,certfile:fc,keyfile:fc,username:a=>aS(a,fb),password_file:fc,prefix:fd,discovery:fd,name:aW,macs:fg,keepalive:a=>aO(a,/[1-9][0-9]*/,4)&&int(a)>=5,turns:a=>index(['auto','always','never'],a)>=0};function fi(a){let b='';for(let c=0;c<min(length(a),32);c++){const d=substr(a,c,1);b+=aW(d)?d:'-';}
return b===''?'router':b;}
function fj(a,b,c){const d={};for(let g in keys(fh)){const h=a[g]??'';if(h!==''&&!fh[g](h))return{settings:null,culprit:g};d[g]=h===''?null:h;}
const e=index(fe,d.tls)>=0;if(d.broker===null)return{settings:null,culprit:'broker'};if((d.certfile===null)!==(d.keyfile===null))return{settings:null,culprit:'certfile'};if(d.password_file!==null&&d.username===null)return{settings:null,culprit:'username'};if(d.password_file!==null&&!aS(c,fb))
return{settings:null,culprit:'password_file'};const f={broker:d.broker,port:int(d.port??(e?'8883':'1883')),tls:e,cafile:d.cafile,certfile:d.certfile,keyfile:d.keyfile,username:d.username,password:d.password_file===null?null:c,prefix:d.prefix??'wps',name:d.name??fi(b),discovery:d.discovery,macs:index(fe,d.macs)>=0,keepalive:int(d.keepalive??'30'),turns:d.turns==='always'||d.turns==='never'?d.turns:'auto'};return{settings:f,culprit:null};}
function fk(a,b){const c=ae().monotonic;return{settings:a,model:{name:a.name,turns:a.turns,run:az(6),locals:{},neighbours:{},over:[],past:[],orders:dt(aI,aJ,c),presses:dt(aM,aN,c),commands:[]},naming:{own:b,heard:false,changes:0},devices:[],discovered:{},rivals:dt(3,60000,c),rivalled:false,cancels:dt(aK,aL,c),replies:dt(5,2000,c),notes:dt(10,2000,c),settled:false};}
const fl=2500;const fm=2000;const fn=5000;const fo=['enabled','disabled','reverted'];const fp=['joined','removed','renamed'];const fq=aw(()=>null);function fr(a){ev(b=>{if(b!==null)eT(a.model,b);else ay(fq,fn);eO(a);});}
function fs(a){ew(b=>{a.devices=eE(b??[],a.settings.macs);eO(a);});}
function ft(a,b){const c=a.model;const d=br(b.payload);if(d!==null&&d.run===c.run&&d.there)return dl(d.seq);if(!b.retained&&d!==null&&d.there&&!a.rivalled){a.rivalled=true;av(`house: another router calls itself ${c.name} as well`);}
if(du(a.rivals,ae().monotonic))dk();eO(a);}
function fu(a,b,c,d){const e=a.model;const f=ae().monotonic;if(b===e.name&&c===aV)ft(a,d);else if(c!==aV){if(d.payload!=='')ec(e,b,c);eO(a);}else{const g=d.payload===''?null:br(d.payload);if(g!==null||d.payload==='')
eP(a,ee(e,b,g,!d.retained,f));}}
function fv(a,b){const c=bf(b.topic,a.settings.prefix,a.model.name);if(c.kind==='state')fu(a,c.router,c.version,b);else if(c.kind==='command')fa(a,b.payload,b.retained,false);else if(c.kind==='house_command')fa(a,b.payload,b.retained,true);else if(c.kind==='uuid'){if(ek(a.naming,b.payload))bQ(b.payload);}else if(b.payload!=='')a.discovered[b.topic]=b.payload;else delete a.discovered[b.topic];}
function fw(a,b){const c=fk(a,ei(b)?b:null);const d=c.model;eR(c);const e=aw(()=>{c.settled=true;eO(c);});fq.ring=()=>fr(c);const f=()=>ay(fq,fm);aq('luci.wps',j=>{if(j.session)eQ(c,j.type,j.session);if(index(fo,j.type)>=0)f();if(index(fp,j.type)>=0)fs(c);});ap('hostapd.',f);ap('luci.wps',(j,k)=>{if(j===''&&k)f();});at('luci.wps.house',{status:{args:{},call:()=>({house:eM(c)})},start:{args:{network:'',session:''},call:j=>{const k=dE(d,j.args.network??'');if(k===null)return{id:null};k.open=true;eP(c,dO(d,k,`${d.name}.${j.args.session}`,ae().monotonic));return{id:k.window?.ids?.[0]??null};}}});const g=a.discovery;const h=g===null?[]:[bD(d,a),bE(d,a)];const i={topics:()=>map(h,j=>bd(g??'',j.device)),will:()=>eH(d),document:j=>sprintf('%J',{...eF(d,c.devices,ae().monotonic),seq:j}),isOpen:()=>length(filter(values(d.locals),j=>j.open))>0,heard:j=>fv(c,j),begins:()=>{ef(d);c.discovered={};c.naming.heard=false;c.settled=false;ay(e,fl);},changed:()=>{if(!dh())ef(d);eO(c);},now:()=>ae().monotonic};bL(eM(c));ev(j=>{const k=bN();const l=k===null?null:br(k.text);if(j===null)ay(fq,fn);else eT(d,j);if(k!==null&&l!==null)dR(d,l.networks,k.at);ds(a,i);eO(c);});fs(c);}
function fx(){const a=bP()??{};const b=a.password_file??null;const c=type(b)==='string'?bR(b):null;const d=bR('/proc/sys/kernel/hostname')??'';const e=fj(a,d,c);if(e.settings!==null)return fw(e.settings,a.uuid??null);av(`house: option ${e.culprit} of config house in /etc/config/wps can't be used`);bL({connected:false,name:d,problem:'settings',routers:[]});}
ad.init();am(fx);const fy=ad.run();return fy;
