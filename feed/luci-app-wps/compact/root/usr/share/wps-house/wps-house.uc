'use strict';import*as aa from'fs';import*as ab from'ubus';import*as ac from'uci';import*as ad from'uloop';function ae(){const a=clock(true)??[0,0];return{monotonic:a[0]*1000+int(a[1]/1000000),epoch:time()};}
const af=0,ag=4,ah=7,ai=ab.connect(null,1)??die('ubus'),aj=!exists(ab,'guard');let ak=null;const al=[];function am(a){try{a();}catch(b){warn(`luci.wps: ${b.message}\n${b.stacktrace[0]?.context ?? ''}\n`);}}
function an(a,b){if(ae().monotonic>=b)return{code:ah,data:null};const c=ai.call(a.object,a.method,a.args??{});return{code:ai.error(true)??af,data:c};}
function ao(a,b,c){if(aj)return am(()=>c(map(a,j=>an(j,b))));const d=[];let e=length(a)+1,f=null;const g=()=>{e--;if(e>0)return;f?.cancel?.();am(()=>c(d));},h=(j,k,l)=>{if(d[j])return;d[j]={code:k,data:l??null};g();},i=map(a,(j,k)=>{const l=ai.defer(j.object,j.method,j.args??{},(m,n)=>h(k,m,n));if(l===null)h(k,ai.error(true)??ag,null);else ak=l;return l;});if(e>1)
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
const aA=15,aB=30,aC=20000,aD=1000,aE=128,aF=16,aG=20,aH=8,aI=3,aJ=60000,aK=10,aL=10000;function aM(a,b,c){return type(a)==='string'&&length(a)<=c&&match(a,b)?.[0]===a;}
function aN(a){if(a<128)return 1;if(a>=194&&a<224)return 2;if(a>=224&&a<240)return 3;return a>=240&&a<245?4:0;}
function aO(a,b,c){for(let d=1;d<c;d++){const e=ord(a,b+d)??0;if(e<128||e>191)return false;}
return true;}
function aP(a,b){let c='';for(let d=0;d<length(a);d++){const e=ord(a,d)??0,f=aN(e),g=f>0&&e>=32&&e!==127&&aO(a,d,f);if(length(c)+(g?f:1)>b)return c;c+=g?substr(a,d,f):'?';if(g)d+=f-1;}
return c;}
function aQ(a,b){if(type(a)!=='string'||a===''||length(a)>b)return false;for(let c=0;c<length(a);c++){const d=ord(a,c)??0;if(d<32||d===127)return false;}
return true;}
function aR(a,b){return type(a)==='string'&&a!==''?aP(a,b):null;}
function aS(a,b,c){return type(a)==='int'&&a>=b&&a<=c?a:null;}
const aT=1;function aU(a){return aM(a,/[A-Za-z0-9_-]+/,32);}
function aV(a){return`${a}/${aT}`;}
function aW(a,b){return`${a}/router/${b}/state`;}
function aX(a,b){return`${a}/router/${b}/event`;}
function aY(a,b){return`${a}/router/${b}/command`;}
function aZ(a,b){return`${a}/router/${b}/reply`;}
function ba(a,b){return`${a}/house/${b}`;}
function bb(a,b){return`${a}/device/${b}/config`;}
function bc(a,b){const c=aV(a);return[`${a}/+/router/+/state`,aY(c,b),ba(c,'command'),ba(c,'uuid')];}
function bd(a,b,c){const d=aV(b);if(a===aY(d,c))return{kind:'command'};if(a===ba(d,'command'))return{kind:'house_command'};if(a===ba(d,'uuid'))return{kind:'uuid'};const e=index(a,`${b}/`)===0?split(substr(a,length(b)+1),'/'):[],f=length(e)===4&&aM(e[0],/[0-9]+/,4)&&e[1]==='router'&&aU(e[2])&&e[3]==='state';return f?{kind:'state',router:e[2],version:int(e[0])}:{kind:'other'};}
const be=['open','joined','overlap','cancelled','closed','refused','timeout','failed'],bf=['joined','overlap','cancelled'];function bg(a){return`n${hexenc(a)}`;}
function bh(a){return aM(a,/n[0-9a-f]+/,65)&&length(a)%2===1;}
function bi(a){return aM(a,/[A-Za-z0-9_.:-]+/,64);}
function bj(a,b,c){if(type(a)!=='array')return null;const d=a;return length(d)<=b&&length(filter(d,c))===length(d)?[...d]:null;}
function bk(a){return index(bf,a)<0?null:a;}
function bl(a){if(type(a)!=='object')return null;const b=bj(a.ids,aH,bi),c=aS(a.age,0,86400),d=bj(a.order,aE,aU);if(b===null||length(b)===0||c===null||d===null)return null;if(!aU(a.by)||index(be,a.outcome)<0)return null;return{ids:b,by:a.by,age:c,order:d,outcome:a.outcome,cause:index(bf,a.cause)<0?bk(a.outcome):a.cause,router:aU(a.router)?a.router:null,device:aR(a.device,64),code:aR(a.code,32)};}
function bm(a){const b=type(a)==='object'?aR(a.ssid,64):null;if(b===null)return null;return{ssid:b,ready:a.ready===true,problem:aR(a.problem,32),open:a.open===true,window:bl(a.window)};}
function bn(a){try{return json(a);}catch{return null;}}
function bo(a){const b=bn(a),c=type(b)==='object'?aS(b.seq,0,1000000000000):null;if(c===null||!bi(b.run)||type(b.there)!=='bool')return null;const d={},e=type(b.networks)==='object'?b.networks:{};for(let f in slice(keys(e),0,aF)){const g=bh(f)?bm(e[f]):null;if(g!==null)d[f]=g;}
return{run:b.run,seq:c,there:b.there,networks:d};}
const bp=['started','success','joined','overlap','failed','cancelled','timeout','lost'],bq=['open','idle','not_ready'],br="{{ 'online' if value_json.there else 'offline' }}",bs=8;function bt(a){return`wps_house_${replace(a.prefix, '/', '_')}`;}
function bu(a){return`wps_${replace(a.prefix, '/', '_')}_${a.name}`;}
function bv(a){return`{"id": "ha-{{ now().timestamp() }}", "command": "start", "key": "${a}", "at": {{ now().timestamp() | int }}}`;}
function bw(a,b,c,d){return{[`${b}_start`]:{platform:'button',unique_id:`${a}_${b}_start`,name:`Start WPS on ${c}`,icon:'mdi:wifi-plus',command_topic:d.command,command_template:bv(b)},[`${b}_state`]:{platform:'sensor',unique_id:`${a}_${b}_state`,name:`WPS on ${c}`,icon:'mdi:wifi-lock-open',device_class:'enum',options:bq,state_topic:d.state,value_template:`{{ ((value_json.networks | default({})).get('${b}') or {}).get('state', 'not_ready') }}`},[`${b}_event`]:{platform:'event',unique_id:`${a}_${b}_event`,name:`Joined ${c}`,icon:'mdi:devices',event_types:bp,state_topic:d.event,value_template:`{{ value if value_json.key == '${b}' else '' }}`}};}
function bx(){return{name:'luci-app-wps',support_url:'https://github.com/luci-app-wps/luci-app-wps'};}
function by(a,b,c){const d={};for(let e in slice(keys(a.locals),0,bs)){const f=bw(b,e,aP(a.locals[e].ssid,64),c);for(let g in keys(f))d[g]=f[g];}
return d;}
function bz(a,b){const c=b===null?null:bn(b),d=type(c?.components)==='object'?c.components:{};for(let e in slice(keys(d),0,4*bs*3)){const f=d[e]?.platform;if(!exists(a,e)&&index(['button','sensor','event'],f)>=0)
a[e]={platform:f};}
return a;}
function bA(a,b){const c=aV(b.prefix),d=bu(b),e={command:aY(c,b.name),state:aW(c,b.name),event:aX(c,b.name)};return{device:d,text:f=>sprintf('%J',{device:{identifiers:[d],name:`WPS ${b.name}`,manufacturer:'OpenWrt',model:'luci-app-wps',sw_version:`${aT}`,via_device:bt(b)},origin:bx(),availability_topic:e.state,availability_template:br,qos:1,components:bz(by(a,d,e),f)})};}
function bB(a,b){const c=aV(b.prefix),d=bt(b),e={command:ba(c,'command'),state:ba(c,'state'),event:ba(c,'event')},f=filter(keys(a.neighbours),h=>a.neighbours[h].version===aT),g=sort([b.name,...f]);return{device:d,text:h=>sprintf('%J',{device:{identifiers:[d],name:'WPS, whole house',manufacturer:'OpenWrt',model:'luci-app-wps'},origin:bx(),availability:map(slice(g,0,16),i=>({topic:aW(c,i),value_template:br})),availability_mode:'any',qos:1,components:bz(by(a,d,e),h)})};}
const bC=3000;function bD(a,b,c,d){const e=`${a}.new`,f=aa.open(e,'w',0o600);if(!f)return false;const g=aa.chmod(e,0o600)&&f.write(b)===length(b);if(c!==null)aa.chown(e,c,c);const h=f.close();if(d&&h&&g)system(['fsync',e],bC);if(h&&g&&aa.rename(e,a))return true;aa.unlink(e);return false;}
const bE='/var/run/luci-wps-house.json',bF='/etc/config/wps',bG='/var/run/luci-wps-house-said';let bH='';function bI(a){const b=sprintf('%J\n',a);if(b!==bH&&bD(bE,b,null,false))bH=b;}
function bJ(a,b){bD(bG,`${b}\n${a}\n`,null,false);}
function bK(){const a=split(aa.readfile(bG)??'','\n');return length(a)>1?{at:int(a[0]),text:a[1]}:null;}
function bL(){const a=ac.cursor()??die('uci');a.load(bF);return a;}
function bM(){const a=bL().get_all('wps','house')??null;return a!==null&&a['.type']==='house'?a:null;}
function bN(a){const b=bL();b.set('wps','house','uuid',a);return b.commit()===true;}
function bO(a){const b=aa.readfile(a);return b===null?null:split(b,'\n')[0];}
const bP='/var/run/wps-house';function bQ(a){return`${bP}/${a}`;}
function bR(a,b){return`${bP}/${a}/${b}`;}
function bS(a){for(let b in[bP,...map(a,c=>bQ(c))]){aa.mkdir(b,0o700);aa.chmod(b,0o700);}}
function bT(a,b,c){return bD(bR(a,b),c,null,false);}
function bU(a){const b=bR(a,'pipe');aa.unlink(b);return system(['mkfifo','-m','600',b],2000)===0;}
const bV='/usr/bin/mosquitto_sub',bW='/usr/bin/mosquitto_pub',bX=['sub','pub','post'],bY={};function bZ(){return aa.access(bV,'x')===true&&aa.access(bW,'x')===true;}
function ca(a){const b=aa.readfile(`/proc/${a}/comm`);return b===null?null:trim(b);}
function cb(a){return index(['mosquitto_sub','mosquitto_pub'],ca(a))>=0;}
function cc(){for(let a in bX){const b=int(aa.readfile(bR(a,'pid'))??'');if(b>1&&cb(b))system(['kill','-9',`${b}`],1000);aa.unlink(bR(a,'pid'));}}
function cd(a,b,c){const d=a==='sub'?bV:bW;if(!bT(a,a==='sub'?'mosquitto_sub':'mosquitto_pub',b))return false;const e={process:null,pid:0},f=ad.process(d,[],{XDG_CONFIG_HOME:bQ(a),PATH:'/usr/bin:/bin'},g=>am(()=>{if(bY[a]===e){bY[a]=null;aa.unlink(bR(a,'pid'));}
c(g);}));if(f===null)return false;e.process=f;e.pid=f.pid();bY[a]=e;bT(a,'pid',`${e.pid}\n`);return true;}
function ce(a){const b=bY[a]??null;if(b===null)return;bY[a]=null;aa.unlink(bR(a,'pid'));system(['kill','-9',`${b.pid}`],1000);}
function cf(a){const b=[];for(let c in a){const d=`/proc/${bY[c]?.pid ?? 0}/fd`;for(let e in sort(aa.lsdir(d)??[])){const f=aa.readlink(`${d}/${e}`)??'';if(index(f,'socket:')===0)push(b,f);}}
return join(' ',b);}
const cg=16384,ch=2*cg+512;function ci(a,b){const c=split(b,'\n'),d=[];for(let e=0;e<length(c);e++){const f=e===length(c)-1;if(!a.skipping)a.rest+=c[e];if(length(a.rest)>ch){a.skipping=true;a.rest='';}
if(f)continue;if(!a.skipping)push(d,a.rest);a.rest='';a.skipping=false;}
return d;}
function cj(a){const b=substr(a,0,2),c=substr(a,2),d=index(c,' ');if((b!=='0 '&&b!=='1 ')||d<0)return null;const e=d===0?'':hexdec(substr(c,0,d));return e===null?null:{retained:b==='1 ',topic:substr(c,d+1),payload:e};}
function ck(a,b){const c=[`-h ${a.broker}`,`-p ${a.port}`,'-V mqttv311',`-k ${a.keepalive}`,'-q 1','--nodelay',`-I wps-${a.name}-${b}-`];if(a.username!==null)push(c,`-u ${a.username}`);if(a.password!==null)push(c,`-P ${a.password}`);if(a.tls)push(c,`--cafile ${a.cafile ?? '/etc/ssl/certs/ca-certificates.crt'}`);if(a.tls&&a.certfile!==null){push(c,`--cert ${a.certfile}`);push(c,`--key ${a.keyfile}`);}
return c;}
function cl(a){return`${join('\n', a)}\n`;}
function cm(a,b,c){const d=ck(a,'sub');for(let e in[...bc(a.prefix,a.name),...b])push(d,`-t ${e}`);push(d,'-F %r %x %t');push(d,`--will-topic ${aW(aV(a.prefix), a.name)}`);push(d,`--will-payload ${c}`);push(d,'--will-qos 1');push(d,'--will-retain');return cl(d);}
function cn(a){return cl([...ck(a,'pub'),`-t ${aW(aV(a.prefix), a.name)}`,'-r','-l']);}
function co(a,b,c,d){const e=[...ck(a,'post'),`-t ${b}`,`-f ${d}`];if(c)push(e,'-r');return cl(e);}
const cp=60000,cq=4000;function cr(a,b){let c=1000;for(let d=1;d<a&&c<cp;d++)c*=2;return min(c,b?cq:cp);}
let cs=null,ct=null,cu=null,cv=null;function cw(a,b,c){if(!bU(a))return null;const d=bR(a,'pipe'),e=a==='pub',f=aa.open(d,'r+e');c?.close?.();const g=aa.open(d,e?'r':'w'),h=aa.open(d,e?'we':'re');f?.close?.();if(g===null||h===null)return null;if(g.fileno()!==b)die(`pipe ${a} is ${g.fileno()}, not ${b}`);return{inherited:g,kept:h};}
function cx(){cu?.close?.();cv?.close?.();cu=null;cv=null;}
function cy(){cx();const a=cw('pub',0,cs??aa.stdin);cs=a?.inherited??cs;const b=cw('sub',1,ct??aa.stdout);ct=b?.inherited??ct;cu=a?.kept??null;cv=b?.kept??null;return cu===null?null:cv;}
function cz(a){cu?.write?.(`${a}\n`);cu?.flush?.();}
function cA(){return cv?.read?.('all')??'';}
const cB=24;let cC=[],cD=false,cE=0;function cF(a){const b=cD?null:shift(cC);if(b===null)return;const c=bR('post','payload'),d=co(a,b.topic,b.retained,c),e=cE;cD=bT('post','payload',b.payload)&&cd('post',d,()=>{if(e!==cE)return;cD=false;cF(a);});}
function cG(a,b,c,d){if(d)cC=filter(cC,e=>e.topic!==b);if(length(cC)>=cB)return;push(cC,{topic:b,payload:c,retained:d});cF(a);}
function cH(){cC=[];cD=false;cE++;ce('post');}
const cI=10000,cJ=5000,cK=2000,cL=1000;let cM,cN,cO={rest:'',skipping:false},cP=null;const cQ=aw(()=>null),cR=aw(()=>null),cS=aw(()=>null);let cT=0,cU=false,cV=false,cW=null,cX=0,cY=0,cZ=null,da=false,db='',dc=0,dd=0;function de(){return cV;}
function df(){return cW;}
function dg(a){cT++;cU=false;cV=false;cW=a;cZ=null;cX++;ax(cR);ax(cS);cP?.delete?.();cP=null;cH();for(let b in bX)ce(b);cx();ay(cQ,cr(cX,cN.isOpen()));cN.changed();}
function dh(){da=true;if(!cU||cZ!==null)return;da=false;cY++;cZ=cY;cz(cN.document(cY));ay(cR,cV?cJ:cI);}
function di(a){if(a!==cZ)return;cZ=null;ax(cR);db=cf(['sub','pub']);if(!cV){cV=true;cW=null;cX=0;ay(cS,cM.keepalive*1000);cN.changed();}
if(da)dh();}
function dj(a){if(!cV)return;dc=a;if(cf(['sub','pub'])!==db)dh();ay(cS,cM.keepalive*1000);gc();}
function dk(a){const b=cN.now();if(a.retained&&cV&&b-dd>cK){cN.begins();dh();}
if(a.retained)dd=b;else if(b-dc>cL)dj(b);cN.heard(a);}
function dl(){for(let a in ci(cO,cA())){const b=cj(a);if(b!==null)am(()=>dk(b));}}
function dm(a,b){if(a!==cT)return;dg(b===4||b===5?'refused':'unreachable');}
function dn(){cT++;const a=cT;if(!bZ())return dg('package');const b=cy();cO={rest:'',skipping:false};cP=b===null?null:ad.handle(b,()=>am(dl),ad.ULOOP_READ);const c=f=>dm(a,f),d=cN.will(),e=cP!==null&&cd('sub',cm(cM,cN.topics(),d),c)&&cd('pub',cn(cM),c);if(!e)return dg('unreachable');cU=true;dd=cN.now();cN.begins();dh();}
function dp(a,b){cM=a;cN=b;bS(bX);cc();cQ.ring=dn;cR.ring=()=>dg(cV?'unreachable':'refused');cS.ring=()=>dj(cN.now());ay(cQ,1);}
function dq(a,b,c){return{left:a,most:a,pause:b,since:c};}
function dr(a,b){const c=int((b-a.since)/a.pause);if(c>0){a.left=min(a.most,a.left+c);a.since+=c*a.pause;}
if(a.left<1)return false;if(a.left===a.most)a.since=b;a.left--;return true;}
const ds=100;function dt(a,b){if(index(a,b)>=0)return false;push(a,b);while(length(a)>ds)shift(a);return true;}
function du(a){return max(120000,length(a)*aC);}
function dv(a,b){const c=int(b/aC),d=b%aC,e=c===0?0:aD,f=d>=e;return{name:a[c%length(a)],open:f,left:f?aC-d:e-d};}
const dw=125000,dx=600000,dy=20000,dz=2000;function dA(a){return a.window!==null&&!a.window.over?a.window:null;}
function dB(a,b){return filter(values(a.locals),c=>c.ssid===b)[0]??null;}
function dC(a,b){return length(filter(a,c=>index(b,c)>=0))>0;}
function dD(a,b){return length(filter(a,c=>index(b,c)<0))===0;}
function dE(a,b,c,d,e){const f=b.window;return{type:a,key:b.key,network:b.ssid,device:c,by:e?(f?.by??null):null,code:e?(f?.code??null):null,router:d,house:e};}
function dF(a,b,c,d){for(let e in c.ids){dt(a.past,e);if(c.cause!==null)dt(a.over,e);}
c.over=true;if(c.cause==='joined')b.fruitless=null;else if(c.cause!=='overlap'&&d-c.began>=dy)b.fruitless=d;}
function dG(a,b,c){const d=b.fruitless!==null&&c-b.fruitless<dx;if(a.turns==='never'||(a.turns==='auto'&&!d))return[];const e=filter(keys(a.neighbours),g=>a.neighbours[g].there&&a.neighbours[g].networks[b.key]?.ready===true),f=b.ready?[a.name,...sort(e)]:sort(e);return length(f)>1?f:[];}
function dH(a,b,c){if(length(b.order)===0)return true;const d=dv(b.order,c-b.began);return d.open&&d.name===a.name;}
function dI(a,b,c,d){const e=dA(b);if(e===null||b.open||b.asked==='open'||!dH(a,e,d))return[];b.asked='open';return[{kind:'open',key:b.key,ssid:b.ssid,by:c}];}
function dJ(a,b){if(a.asked==='close'||(!a.open&&a.asked!=='open'))return[];a.asked='close';a.closing=b;return[{kind:'close',key:a.key,ssid:a.ssid,by:b}];}
function dK(a,b,c,d,e){a.window={ids:b,by:c,began:d,order:e,outcome:'open',router:null,device:null,code:null,over:false,cause:null};}
function dL(a,b,c,d){const e=dA(b);if(e!==null){if(b.open)e.outcome='open';return[];}
dK(b,[c],a.name,d,dG(a,b,d));const f=[{kind:'say',what:dE('started',b,null,false,true)}];for(let g in dI(a,b,a.name,d))push(f,g);return f;}
function dM(a){if(a.asked==='close')a.asked=null;}
function dN(a,b,c){const d=dA(b);if(d===null)return[];d.outcome='cancelled';d.cause='cancelled';d.router=a.name;dF(a,b,d,c);return[{kind:'say',what:dE('cancelled',b,null,false,true)},...dJ(b,a.name)];}
function dO(a,b,c){for(let d in keys(b)){const e=a.locals[d]??null,f=b[d].window;if(e===null||f===null||f.cause!==null||!e.open||e.window!==null)
continue;dK(e,f.ids,f.by,c-f.age*1000,f.order);}}
function dP(a,b){const c=dA(a);a.asked=null;if(b==='already_open')a.open=true;else if(c!==null&&!a.open){c.outcome='refused';c.code=b;}}
function dQ(a,b,c){const d=c-b.age*1000,e=d-a.began,f=sort([a.ids[0],b.ids[0]])[0];if(e>aA*1000||(e>-aA*1000&&f!==a.ids[0])){a.by=b.by;a.order=b.order;a.began=d;}
const g=[...a.ids];for(let h in b.ids)if(index(g,h)<0)push(g,h);a.ids=slice(sort(g),0,aH);}
function dR(a,b,c,d,e){const f=dA(b),g=f!==null&&dC(f.ids,d.ids);for(let j in d.ids)dt(a.over,j);if(f===null||!g)return[];const h=d.cause??'cancelled';f.cause=h;f.outcome='closed';f.router=d.router??c;f.device=d.device;dF(a,b,f,e);const i=d.device===null?'':` (${d.device})`;return[{kind:'note',text:`"${b.ssid}" was ended by router ${f.router}: ${h}${i}`},...dJ(b,c)];}
function dS(a,b,c,d,e,f){if(d.cause!==null||dC(a.over,d.ids))return dR(a,b,c,d,f);if(!e)return[];const g=dA(b);if(g!==null){if(dD(d.ids,g.ids))return[];dQ(g,d,f);return dI(a,b,c,f);}
if(d.age>aA||dD(d.ids,a.past))return[];if(!dr(a.presses,f))
return[{kind:'note',text:`too many starts: that of router ${c} is not obeyed`}];dK(b,d.ids,d.by,f-d.age*1000,d.order);return dI(a,b,c,f);}
function dT(a,b,c,d,e){const f=[];for(let g in keys(c)){const h=a.locals[g]??null,i=c[g].window;if(h===null||i===null)continue;for(let j in dS(a,h,b,i,d,e))push(f,j);}
return f;}
function dU(a,b,c,d,e){const f=dA(b);if(f===null)return false;const g=c==='success'?'joined':c,h=bk(g);if(h!==null){f.outcome=g;f.cause=h;f.router=a.name;f.device=d.peer?.name??null;dF(a,b,f,e);return true;}
f.outcome=c==='timeout'?'timeout':'failed';f.code=c==='timeout'?null:(d.reason??c);if(c==='timeout'&&length(f.order)===0)dF(a,b,f,e);return true;}
function dV(a,b,c,d){const e=dB(a,c.network);if(e===null||c.method!=='pbc')return[];e.busy=b==='connecting';e.open=b==='started'||b==='connecting';if(b!=='connecting'){e.asked=null;e.closing=null;}
if(b==='connecting')return[];const f=b==='cancelled'&&c.reason==='house';if(f||b==='started'){const l=dA(e);if(!f&&l!==null)l.outcome='open';return[{kind:'say',what:dE(b,e,null,true,false)}];}
const g=c.peer?.name??null,h=e.window,i=h!==null&&h.outcome==='joined';if(b==='joined'&&i)h.device=g??h.device;const j=dU(a,e,b,c,d)||(b==='joined'&&i),k=j&&(b!=='timeout'||h?.by===a.name);return[{kind:'say',what:dE(b,e,g,true,k)}];}
function dW(a,b){const c=[];for(let d in values(a.locals)){if(d.closing!==null&&d.open&&d.asked===null)
for(let h in dJ(d,d.closing))push(c,h);const e=dA(d);if(e===null)continue;const f=length(e.order)>0;let g=[];if(b-e.began>=(f?du(e.order):dw)){if(e.outcome==='open')e.outcome='timeout';dF(a,d,e,b);if(f)g=dJ(d,a.name);}else if(f&&dH(a,e,b))g=dI(a,d,e.by,b);else if(f&&!d.busy)g=dJ(d,a.name);for(let h in g)push(c,h);}
return c;}
function dX(a,b){let c=null;for(let d in values(a.locals)){if(d.closing!==null&&d.open)c=min(c??dz,dz);const e=dA(d);if(e===null)continue;const f=b-e.began,g=length(e.order)>0;let h=(g?du(e.order):dw)-f;if(g)h=min(h,dv(e.order,f).left);c=min(c??h,h);}
return c===null?null:max(c,0);}
function dY(a,b,c){if(length(a.neighbours)>=aE)return null;const d={name:b,version:c,there:false,run:'',former:null,seq:-1,live:false,networks:{}};a.neighbours[b]=d;return d;}
function dZ(a,b,c){const d=a.neighbours[b]??null;if(d!==null&&d.version===aT&&d.there)return;const e=d??dY(a,b,c);if(e===null)return;e.version=c;e.there=true;e.networks={};}
function ea(a,b){if(b.run===a.former)return true;return b.run===a.run&&b.there&&b.seq<=a.seq;}
function eb(a,b,c,d,e){if(c===null){delete a.neighbours[b];return[];}
const f=a.neighbours[b]??dY(a,b,aT);if(f===null||ea(f,c))return[];if(c.run!==f.run){f.former=f.run===''?null:f.run;f.run=c.run;f.seq=-1;}
f.version=aT;f.there=c.there;if(c.there){f.seq=c.seq;f.live=d||f.live;f.networks=c.networks;return dT(a,b,c.networks,d,e);}
for(let g in keys(f.networks))
f.networks[g]={...f.networks[g],ready:false,open:false,window:null};return[];}
function ec(a){for(let b in keys(a.neighbours)){const c=a.neighbours[b];c.there=false;c.live=false;c.seq=-1;}}
function ed(a){const b=filter(keys(a.neighbours),c=>a.neighbours[c].there&&a.neighbours[c].version===aT);return sort([a.name,...b])[0];}
const ee=3;function ef(a){return aM(a,/77707300-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/,36);}
function eg(a){return`77707300-${substr(a, 0, 4)}-4${substr(a, 4, 3)}-8${substr(a, 7, 3)}-${substr(a, 10, 12)}`;}
function eh(a,b){if(!ef(b))return false;a.heard=true;if(b===a.own||a.changes>=ee)return false;a.own=b;a.changes++;return true;}
function ei(a){const b={};for(let c in keys(a.locals)){const d=a.locals[c],e=d.open?[a.name]:[];let f=d.ready;for(let i in sort(keys(a.neighbours))){const j=a.neighbours[i],k=j.there?(j.networks[c]??null):null;if(k===null)continue;if(k.open)push(e,i);f=f||k.ready;}
const g=d.window,h=g!==null&&g.over&&length(e)===0;b[c]={ssid:aP(d.ssid,64),state:length(e)>0?'open':f?'idle':'not_ready',open:e,outcome:h?g.cause:null,router:h?g.router:null,device:h?g.device:null};}
return{networks:b};}
let ej='';function ek(a,b){if(a.settings.discovery===null)return;const c=bb(a.settings.discovery,b.device),d=a.discovered[c]??null,e=b.text(d);if(e===d)return;a.discovered[c]=e;cG(a.settings,c,e,true);}
function el(a){const b=a.naming;if(b.heard)return;const c=b.own===null;b.own??=eg(az(12));b.heard=true;if(c&&!bN(b.own))av('house: the UUID could not be kept in /etc/config/wps');cG(a.settings,ba(aV(a.settings.prefix),'uuid'),b.own,true);}
function em(a){if(!de()||!a.settled){ej='';return;}
if(length(a.model.locals)>0)ek(a,bA(a.model,a.settings));if(ed(a.model)!==a.model.name){ej='';return;}
el(a);if(length(a.model.locals)>0)ek(a,bB(a.model,a.settings));const b=sprintf('%J',ei(a.model));if(b===ej)return;ej=b;cG(a.settings,ba(aV(a.settings.prefix),'state'),b,true);}
const en=4000;function eo(a,b,c){ao([{object:'luci.wps',method:a,args:b}],ae().monotonic+en,d=>c(d[0]));}
function ep(a,b,c){eo('start',{network:a,origin:'house',by:b},d=>c(d.code===af?null:(d.data?.error?.code??'refused')));}
function eq(a,b,c){eo('cancel',{network:a,origin:'house',by:b},d=>c(d.code===af));}
function er(a,b){eo('cancel',{network:a},c=>b(c.code===af?null:(c.data?.error?.code??'refused')));}
function es(a){eo('status',{},b=>a(b.code===af?(b.data?.networks??[]):null));}
function et(a){eo('devices',{},b=>a(b.code===af?(b.data?.devices??[]):null));}
const eu=5000;function ev(a,b){let c=null;for(let d in values(a.locals)){const e=dA(d),f=e===null?0:e.began+eu+1-b;if(f>0)c=min(c??f,f);}
return c;}
function ew(a,b,c,d){if(!a.there)return null;if(b.window!==null&&b.window.outcome==='refused')return b.window.code??'refused';if(!b.ready)return b.problem;const e=c===null?null:dA(c);if(e===null||b.open||length(e.order)>0)return null;const f=b.window!==null&&length(filter(b.window.ids,g=>index(e.ids,g)>=0))>0;return!f&&d-e.began>eu?'late':null;}
function ex(a,b,c){return map(keys(b.networks),d=>{const e=b.networks[d],f=a.locals[d]??null;return{ssid:f===null?e.ssid:f.ssid,ready:e.ready,open:e.open,problem:ew(b,e,f,c)};});}
function ey(a,b,c){const d=b.version-aT;return{name:b.name,there:b.there,problem:d===0?null:d<0?'older':'newer',networks:ex(a,b,c)};}
function ez(a,b,c,d){const e=sort(keys(a.neighbours));return{connected:b,name:a.name,problem:c,routers:map(e,f=>ey(a,a.neighbours[f],d))};}
function eA(a,b){if(a===null)return null;return{ids:a.ids,by:a.by,age:int((b-a.began)/1000),order:a.order,outcome:a.outcome,cause:a.cause,router:a.router,device:a.device===null?null:aP(a.device,64),code:a.code};}
function eB(a,b){return map(slice(a,0,aG),c=>{const d={name:c.name===null?null:aP(c.name,64),network:aP(c.network,64),joined:c.joined,online:c.online};if(b)d.mac=c.mac;return d;});}
function eC(a,b,c){const d={};for(let e in keys(a.locals)){const f=a.locals[e];d[e]={ssid:aP(f.ssid,64),ready:f.ready,problem:f.problem,open:f.open,state:f.open?'open':f.ready?'idle':'not_ready',window:eA(f.window,c)};}
return{version:aT,name:a.name,run:a.run,seq:0,there:true,networks:d,devices:b};}
function eD(a){const b={};for(let c in keys(a.networks)){const d=a.networks[c];b[c]={...d,window:d.window===null?null:{...d.window,age:0}};}
return sprintf('%J',{...a,seq:0,networks:b});}
function eE(a){return sprintf('%J',{version:aT,name:a.name,run:a.run,seq:0,there:false});}
const eF=50,eG=aw(()=>null),eH=aw(()=>null);let eI='';function eJ(a){const b=a.rivalled?'name_taken':df();return ez(a.model,de(),b,ae().monotonic);}
function eK(a,b){const c=aV(a.settings.prefix),d=sprintf('%J',{event_type:b.type,key:b.key,network:b.network,router:a.model.name,device:b.device,by:b.by,code:b.code}),e=b.device===null?'':`: ${b.device}`;if(b.house)av(`house: ${b.type} on "${b.network}"${e}`);if(!de())return;if(b.router)cG(a.settings,aX(c,a.model.name),d,false);if(b.house)cG(a.settings,ba(c,'event'),d,false);}
function eL(a){const b=ae().monotonic,c=eC(a.model,a.devices,b),d=eD(c);if(d!==eI){eI=d;bJ(sprintf('%J',c),b);dh();}
em(a);if(eH.timer===null)ay(eH,eF);const e=dX(a.model,b);if(e===null)ax(eG);else ay(eG,max(1,min(e,ev(a.model,b)??e)));}
function eM(a,b){for(let c in b){const d=c;if(d.kind==='note'){if(dr(a.notes,ae().monotonic))av(`house: ${d.text}`);}
if(d.kind==='say')eK(a,d.what);if(d.kind==='open')
ep(d.ssid,d.by,e=>{const f=a.model.locals[d.key]??null;if(f===null||e===null)return;dP(f,e);if(!f.open)av(`house: "${d.ssid}" does not open here: ${e}`);eL(a);});if(d.kind==='close')
eq(d.ssid,d.by,e=>{const f=a.model.locals[d.key]??null;if(f!==null&&!e)dM(f);eL(a);});}
eL(a);}
function eN(a,b,c){const d={network:c?.network??'',method:c?.method??'',reason:c?.reason??null,peer:c?.peer??null};eM(a,dV(a.model,b,d,ae().monotonic));}
function eO(a){eG.ring=()=>eM(a,dW(a.model,ae().monotonic));eH.ring=()=>bI(eJ(a));}
function eP(a,b){return{key:a,ssid:b,ready:false,problem:null,open:false,busy:false,asked:null,closing:null,window:null,fruitless:null};}
function eQ(a,b){const c={};for(let d in slice(b,0,aF)){const e=bg(d.ssid);if(exists(c,e))continue;const f=a.locals[e]??eP(e,d.ssid);f.ready=d.ready;f.problem=d.problems[0]?.code??null;const g=d.session;if(f.asked===null)f.open=g!==null&&g.open&&g.method==='pbc';c[e]=f;}
a.locals=c;}
function eR(a,b,c,d){const e=bn(b),f=type(e)==='object'&&bi(e.id)?e.id:null;if(f===null)return{id:null,refusal:'malformed'};if(c)return{id:null,refusal:'retained'};if((e.command!=='start'&&e.command!=='cancel')||type(e.at)!=='int')
return{id:f,refusal:'malformed'};if(!dt(a.commands,f))return{id:null,refusal:'repeated'};const g=d-e.at;if(g>aB)return{id:f,refusal:'too_old'};if(g<-aB)return{id:f,refusal:'clock'};const h=type(e.network)==='string'?dB(a,e.network):null,i=h??(type(e.key)==='string'?(a.locals[e.key]??null):null);if(i===null)return{id:f,refusal:'unknown_network'};return{id:f,refusal:null,command:e.command,local:i};}
const eS=1500;function eT(a,b,c){if(!dr(a.replies,ae().monotonic))return;if(c!==null)av(`house: command ${b} is not obeyed: ${c}`);const d=c===null?{id:b,ok:true}:{id:b,ok:false,error:{code:c},now:ae().epoch};cG(a.settings,aZ(aV(a.settings.prefix),a.model.name),sprintf('%J',d),false);}
function eU(a){return dr(a.model.orders,ae().monotonic);}
function eV(a,b,c,d){const e=f=>eT(a,b,f);if(c==='cancel')er(d.ssid,e);else if(eU(a))ep(d.ssid,a.model.name,e);else e('busy');}
function eW(a,b,c,d){if(c==='cancel')eM(a,dN(a.model,d,ae().monotonic));else if(dA(d)!==null||eU(a))
eM(a,dL(a.model,d,b,ae().monotonic));else return eT(a,b,'busy');eT(a,b,null);}
function eX(a,b,c,d){const e=eR(a.model,b,c,ae().epoch),f=e.id,g=ed(a.model)===a.model.name;if(e.refusal!==null){if(f!==null&&(!d||g))eT(a,f,e.refusal);return;}
if(f===null)return;const h=e.local;if(!d)return eV(a,f,e.command,h);if(g)return eW(a,f,e.command,h);ad.timer(eS,()=>am(()=>{const i=[...a.model.past,...a.model.over,...(h.window?.ids??[])],j=index(i,f)>=0;if(e.command==='cancel'?dA(h)!==null:!j)
eW(a,f,e.command,h);}));}
const eY=255,eZ=a=>aQ(a,eY)&&substr(a,0,1)==='/',fa=a=>aM(a,/[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*/,100),fb=['1','on','true','yes','enabled'],fc=['0','off','false','no','disabled'],fd=a=>index(fb,a)>=0||index(fc,a)>=0,fe={broker:a=>aM(a,/[A-Za-z0-9:][A-Za-z0-9.:_-]*/,253),port:a=>aM(a,/[1-9][0-9]*/,5)&&int(a)<65536,tls:fd,cafile:eZ,certfile:eZ,keyfile:eZ,username:a=>aQ(a,eY),password_file:eZ,prefix:fa,discovery:fa,name:aU,macs:fd,keepalive:a=>aM(a,/[1-9][0-9]*/,4)&&int(a)>=5,turns:a=>index(['auto','always','never'],a)>=0};function ff(a){let b='';for(let c=0;c<min(length(a),32);c++){const d=substr(a,c,1);b+=aU(d)?d:'-';}
return b===''?'router':b;}
function fg(a,b,c){const d={};for(let g in keys(fe)){const h=a[g]??'';if(h!==''&&!fe[g](h))return{settings:null,culprit:g};d[g]=h===''?null:h;}
const e=index(fb,d.tls)>=0;if(d.broker===null)return{settings:null,culprit:'broker'};if((d.certfile===null)!==(d.keyfile===null))return{settings:null,culprit:'certfile'};if(d.password_file!==null&&d.username===null)return{settings:null,culprit:'username'};if(d.password_file!==null&&!aQ(c,eY))
return{settings:null,culprit:'password_file'};const f={broker:d.broker,port:int(d.port??(e?'8883':'1883')),tls:e,cafile:d.cafile,certfile:d.certfile,keyfile:d.keyfile,username:d.username,password:d.password_file===null?null:c,prefix:d.prefix??'wps',name:d.name??ff(b),discovery:d.discovery,macs:index(fb,d.macs)>=0,keepalive:int(d.keepalive??'30'),turns:d.turns==='always'||d.turns==='never'?d.turns:'auto'};return{settings:f,culprit:null};}
function fh(a,b){const c=ae().monotonic;return{settings:a,model:{name:a.name,turns:a.turns,run:az(6),locals:{},neighbours:{},over:[],past:[],orders:dq(aI,aJ,c),presses:dq(aK,aL,c),commands:[]},naming:{own:b,heard:false,changes:0},devices:[],discovered:{},rivals:dq(3,60000,c),rivalled:false,replies:dq(5,2000,c),notes:dq(10,2000,c),settled:false};}
const fi=2500,fj=2000,fk=5000,fl=['enabled','disabled','reverted'],fm=['joined','removed','renamed'],fn=aw(()=>null);function fo(a){es(b=>{if(b!==null)eQ(a.model,b);else ay(fn,fk);eL(a);});}
function fp(a){et(b=>{a.devices=eB(b??[],a.settings.macs);eL(a);});}
function fq(a,b){const c=a.model,d=bo(b.payload);if(d!==null&&d.run===c.run&&d.there)return di(d.seq);if(!b.retained&&d!==null&&d.there&&!a.rivalled){a.rivalled=true;av(`house: another router calls itself ${c.name} as well`);}
if(dr(a.rivals,ae().monotonic))dh();eL(a);}
function fr(a,b,c,d){const e=a.model,f=ae().monotonic;if(b===e.name&&c===aT)fq(a,d);else if(c!==aT){if(d.payload!=='')dZ(e,b,c);eL(a);}else{const g=d.payload===''?null:bo(d.payload);if(g!==null||d.payload==='')
eM(a,eb(e,b,g,!d.retained,f));}}
function fs(a,b){const c=bd(b.topic,a.settings.prefix,a.model.name);if(c.kind==='state')fr(a,c.router,c.version,b);else if(c.kind==='command')eX(a,b.payload,b.retained,false);else if(c.kind==='house_command')eX(a,b.payload,b.retained,true);else if(c.kind==='uuid'){if(eh(a.naming,b.payload))bN(b.payload);}else if(b.payload!=='')a.discovered[b.topic]=b.payload;else delete a.discovered[b.topic];}
function ft(a,b){const c=fh(a,ef(b)?b:null),d=c.model;eO(c);const e=aw(()=>{c.settled=true;eL(c);});fn.ring=()=>fo(c);const f=()=>ay(fn,fj);aq('luci.wps',j=>{if(j.session)eN(c,j.type,j.session);if(index(fl,j.type)>=0)f();if(index(fm,j.type)>=0)fp(c);});ap('hostapd.',f);ap('luci.wps',(j,k)=>{if(j===''&&k)f();});at('luci.wps.house',{status:{args:{},call:()=>({house:eJ(c)})},start:{args:{network:'',session:''},call:j=>{const k=dB(d,j.args.network??'');if(k===null)return{id:null};k.open=true;eM(c,dL(d,k,`${d.name}.${j.args.session}`,ae().monotonic));return{id:k.window?.ids?.[0]??null};}}});const g=a.discovery,h=g===null?[]:[bA(d,a),bB(d,a)],i={topics:()=>map(h,j=>bb(g??'',j.device)),will:()=>eE(d),document:j=>sprintf('%J',{...eC(d,c.devices,ae().monotonic),seq:j}),isOpen:()=>length(filter(values(d.locals),j=>j.open))>0,heard:j=>fs(c,j),begins:()=>{ec(d);c.discovered={};c.naming.heard=false;c.settled=false;ay(e,fi);},changed:()=>{if(!de())ec(d);eL(c);},now:()=>ae().monotonic};bI(eJ(c));es(j=>{const k=bK(),l=k===null?null:bo(k.text);if(j===null)ay(fn,fk);else eQ(d,j);if(k!==null&&l!==null)dO(d,l.networks,k.at);dp(a,i);eL(c);});fp(c);}
function fu(){const a=bM()??{},b=a.password_file??null,c=type(b)==='string'?bO(b):null,d=bO('/proc/sys/kernel/hostname')??'',e=fg(a,d,c);if(e.settings!==null)return ft(e.settings,a.uuid??null);av(`house: option ${e.culprit} of config house in /etc/config/wps can't be used`);bI({connected:false,name:d,problem:'settings',routers:[]});}
ad.init();am(fu);const fv=ad.run();return fv;
