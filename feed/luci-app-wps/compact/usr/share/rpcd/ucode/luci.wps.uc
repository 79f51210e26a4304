'use strict';import*as aa from'fs';import*as ab from'ubus';import*as ac from'uci';import*as ad from'uloop';function ae(a){return a;}
function af(){const a=clock(true)??[0,0];return{monotonic:a[0]*1000+int(a[1]/1000000),epoch:time()};}
const ag=0;const ah=3;const ai=4;const aj=7;const ak=8;const al=ab.connect(null,1)??die('ubus');const am=!exists(ab,'guard');let an=null;const ao=[];function ap(){return an;}
function aq(a){try{a();}catch(b){warn(`luci.wps: ${b.message}\n${b.stacktrace[0]?.context ?? ''}\n`);}}
function ar(a,b){if(af().monotonic>=b)return{code:aj,data:null};const c=al.call(a.object,a.method,a.args??{});return{code:al.error(true)??ag,data:c};}
function at(a,b,c){if(am)return aq(()=>c(map(a,j=>ar(j,b))));const d=[];let e=length(a)+1;let f=null;const g=()=>{e--;if(e>0)return;f?.cancel?.();aq(()=>c(d));};const h=(j,k,l)=>{if(d[j])return;d[j]={code:k,data:l??null};g();};const i=map(a,(j,k)=>{const l=al.defer(j.object,j.method,j.args??{},(m,n)=>h(k,m,n));if(l===null)h(k,al.error(true)??ai,null);else an=l;return l;});if(e>1)
f=ad.timer(max(1,b-af().monotonic),()=>map(i,(j,k)=>{j?.abort?.();h(k,aj,null);}));g();}
function au(a){at([a],af().monotonic+5000,()=>null);}
function av(a,b){al.event(a,b);}
function aw(a,b){const c=al.listener('ubus.object.*',(d,e)=>{if(index(e.path,a)===0)
aq(()=>b(substr(e.path,length(a)),d==='ubus.object.add'));});push(ao,c);}
const ax={fix:'package',refusal:'wps_not_supported'};const ay={fix:'wireless',refusal:'unsuitable_network'};const az={fix:'wait',refusal:'not_on_air'};const aA={fix:'wireless',refusal:null};const aB={no_daemon:ax,daemon_without_wps:ax,daemon_restart_needed:{...ax,fix:null},not_managed:{...az,fix:null},radio_disabled:{...az,fix:'wireless'},radio_stopped:{...az,fix:'wireless'},radio_failed:{...az,fix:'wireless'},multi_ap_backhaul:{...ay,fix:null},unknown_encryption:ay,open_network:ay,wep:ay,tkip_only:ay,enterprise:ay,wpa3_only:ay,bad_key:ay,ppsk:ay,mac_authentication:ay,hidden_ssid:ay,band_6ghz:{...ay,fix:null},wps_disabled:{fix:'enable',refusal:'wps_disabled'},unsaved_changes:{fix:'wireless',refusal:'busy'},radio_down:az,radar_check:az,not_on_air:az,silent:{...az,fix:'enable'},window_open:{fix:'wait',refusal:'already_open'},overlap:{fix:'wait',refusal:'overlap'},full:{fix:'wireless',refusal:'unsuitable_network'},mac_allow_list:aA,not_persistent:{...aA,fix:'enable'},bands_apart:{...aA,fix:'enable'},shared_flag:aA,pin_exposed:{...aA,fix:'enable'},fast_roaming:aA,pmf_required:aA,other_routers:{...aA,fix:null}};function aC(a){const b=split(a,'+');const c=b[0];const d=slice(b,1);if(c===''||c==='none'||c==='owe'||c==='open')return'open_network';if(substr(c,0,3)==='wep')return'wep';if(index(['wpa','dpp','802','eap'],substr(c,0,3))>=0)return'enterprise';if(index(['sae','sae-ext','psk3'],c)>=0)return'wpa3_only';if(c==='psk')return'tkip_only';const e=filter(d,f=>f!=='tkip');return length(d)>0&&length(e)===0?'tkip_only':'ok';}
function aD(a){const b=a.bss;const c=a.daemon;const d=aC(b.encryption);const e=!b.disabled&&!b.radio.disabled;const f=e&&a.radar_left===0;const g={no_daemon:!a.daemon_installed,daemon_without_wps:a.daemon_installed&&c.installed_has_wps===false,daemon_restart_needed:c.installed_has_wps!==null&&c.running_has_wps===!c.installed_has_wps,radio_disabled:!e&&'disabled',ppsk:b.ppsk?'ppsk':b.macfilter==='radius'&&'macfilter',hidden_ssid:b.hidden&&'hidden',band_6ghz:b.radio.band==='6g'&&'band',multi_ap_backhaul:b.multi_ap==='1'&&'multi_ap',wps_disabled:!b.wps&&'wps_pushbutton',unsaved_changes:b.unsaved||b.applied===false,radio_down:f&&b.radio.up!==true,radar_check:e&&a.radar_left>0&&a.radar_left,not_on_air:f&&b.radio.up===true&&!a.answers,silent:f&&a.answers&&a.beacons===false,full:a.full&&'maxassoc',window_open:a.open!==null&&(a.open.remaining??true),overlap:a.overlap_left>0&&a.overlap_left,mac_allow_list:b.macfilter==='allow'&&'macfilter',pin_exposed:b.pin_option};if(d!=='ok')g[d]='encryption';if(b.wps){g.not_persistent=!a.persistent&&d==='ok'&&'hostapd_bss_options';g.shared_flag=a.grouped?'wps_independent':a.flagged>1&&'wps_pushbutton';g.fast_roaming=b.fast_roaming&&'ieee80211r';}
return g;}
function aE(a){const b=aD(a);const c=[];for(let d in keys(aB)){const e=b[d]??false;if(e===false)continue;const f=aB[d];push(c,{code:d,severity:f.refusal===null?'warning':'error',option:type(e)==='string'?`${e}`:null,fix:d==='silent'&&a.uplink_away?'wait':f.fix,seconds:type(e)==='int'?int(e):null,sections:[a.bss.section]});}
return c;}
function aF(a){return filter(a,b=>b.severity==='error')[0]??null;}
const aG={network:null,section:null,ifname:null};function aH(a,b){if(a.network!==null)return b[0].ssid===a.network;if(a.section!==null)return length(filter(b,c=>c.section===a.section))>0;if(a.ifname!==null)return length(filter(b,c=>c.ifname===a.ifname))>0;return true;}
function aI(a){return(a===null?null:aB[a.code].refusal)??'wps_disabled';}
function aJ(a,b){if(a.ifname!==null){const c=filter(b.places,d=>d.bss.ifname===a.ifname)[0];return c.ready?{error:null,whole:b,opening:[c.bss]}:{error:aI(aF(c.problems))};}
return b.ready?{error:null,whole:b,opening:b.opening}:{error:aI(b.obstacle)};}
function aK(a){const b=filter(a,d=>d.enabled);const c=length(b)>0?b:a;return{error:length(c)===1?aI(c[0].obstacle):'wps_disabled'};}
function aL(a,b){const c=b.network!==null||b.section!==null||b.ifname!==null;const d=filter(a,f=>aH(b,map(f.places,g=>g.bss)));if(c&&length(d)===0)return{error:'unknown_target'};if(length(d)===1&&(c||d[0].ready))return aJ(b,d[0]);const e=filter(d,f=>f.ready);if(length(e)===1)return aJ(b,e[0]);if(length(e)>1)return{error:'ambiguous_target'};return c?{error:aI(d[0].obstacle)}:aK(d);}
function aM(a,b){if(b!==null)return{...aG,network:b};const c=filter(a,d=>d.enabled)[0]??null;return c===null?null:{...aG,section:c.places[0].bss.section};}
const aN='/etc/rc.button/wps';const aO='/etc/rc.wps/';let aP=null;function aQ(){aP??=index(aa.readfile(aN)??'',aO)>=0;return aP;}
const aR='/etc/config/wps';let aS='';let aT=[];function aU(){const a=ac.cursor()??die('uci');a.load(aR);return a;}
function aV(){const a=[];aU().foreach('wps',null,b=>{const c={};const d={};for(let e in keys(b))
if(substr(e,0,1)==='.')continue;else if(type(b[e])==='array')d[e]=b[e];else c[e]=`${b[e]}`;push(a,{name:b['.name'],kind:b['.type'],options:c,lists:d});});return a;}
function aW(a){const b=aa.stat(aR);const c=b===null?'':`${b.inode} ${b.size} ${b.mtime}`;if(c!==aS||c===''){aT=b===null?[]:aV();aS=c;}
return filter(aT,d=>d.kind===a);}
function aX(a,b,c){if(aa.access(aR)!==true&&aa.writefile(aR,'')===null)return false;const d=aU();d.set('wps',a,b);for(let e in keys(c)){const f=c[e];if(f!==null)d.set('wps',a,e,f);else if((d.get('wps',a,e)??null)!==null)d.delete('wps',a,e);}
aS='';return d.commit()===true;}
let aY=null;try{aY=require('log');}catch{aY=null;}
function aZ(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(aY)aY.syslog(aY.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function ba(a){return{object:'log',method:'read',args:{lines:a,stream:false}};}
function bb(a){return a?.data?.log??[];}
function bc(a){av('luci.wps',a);}
const bd=['ok','wpa3_only','tkip_only'];function be(a){const b=aC(a.encryption);return index(bd,b)>=0?'personal':b;}
function bf(a){const b=[];const c={};for(let d in a){const e=`${d.key_number} ${be(d)} ${d.ssid}`;const f=c[e]??-1;if(f>=0)push(b[f],d);else{c[e]=length(b);push(b,[d]);}}
return b;}
function bg(a){return length(filter(a,b=>b.independent))===0;}
function bh(a){if(length(a)<2||bg(a))return true;const b=a[0].uuid;return b!==null&&length(filter(a,c=>c.uuid!==b))===0;}
function bi(a){if(bh(a))return a;return slice([...filter(a,b=>b.radio.band==='2g'),...a],0,1);}
function bj(a){const b=filter(a,c=>!c.independent);return[...slice(b,0,1),...filter(a,c=>c.independent)];}
function bk(a){const b=[];for(let c in a)if(index(b,c.section)<0)push(b,c.section);return b;}
const bl=120;const bm=30;const bn=50;const bo=120;const bp=(bl+5)*1000;const bq=(bl-2)*1000;function br(a){return map(a,b=>b.ifname);}
function bs(a,b){return{session:{id:a.id,network:a.network,ifnames:br(a.parts),ifname:null,section:null,method:a.method,origin:a.origin,by:a.by,state:'waiting',open:true,started:a.origin==='external'?null:b.epoch,ended:null,duration:bl,remaining:null,attempts_failed:0,reason:null,peer:null},parts:a.parts,homes:a.homes,exclusive:a.exclusive,since:b.monotonic,logged:null,cancelling:null,until:null};}
function bt(a){return a.session.open?filter(a.parts,b=>b.ending===null):[];}
function bu(a,b){return a.session.method==='pin'||!b.independent;}
function bv(a){const b=filter(bt(a),c=>bu(a,c)&&c.last.result!=='None');return length(b)>0;}
function bw(a){return a.session.open||a.until!==null;}
function bx(a,b){return{...a,cancelling:['cancelled',b]};}
function by(a,b){return{...a,session:{...a.session,...b}};}
function bz(a,b,c){return by(a,{state:b[0],reason:b[1],open:false,ended:c.epoch,peer:null});}
function bA(a,b){return{mac:a,name:null,ip:null,signal:b?.signal??null,authorized:b!==null&&b.authorized&&!b.wps};}
function bB(a,b){const c=a.session;const d=b?.ifname??null;if(c.ifname===d)return a;return{...a,session:{...c,ifname:d,section:b?.section??null}};}
function bC(a,b,c,d){const e={...bB(a,b),until:d.monotonic+bm*1000};return by(e,{state:'success',reason:null,open:false,ended:d.epoch,peer:bA(c,null)});}
function bD(a){const b=a?.kind==='answer'?a.clients:null;return filter(keys(b??{}),c=>b?.[c]?.wps===true)[0]??null;}
function bE(a,b){const c=bt(a);const d=filter(c,g=>{const h=b[g.ifname]??null;return h?.kind==='answer'&&h.clients!==null;});const e=filter(d,g=>bD(b[g.ifname]??null)!==null)[0]??null;const f={state:'waiting',reason:null,open:true,ended:null,peer:null};if(e!==null){const g=b[e.ifname]??null;const h=bD(g)??'';const i=g?.kind==='answer'?(g.clients?.[h]??null):null;const j=a.session.peer?.mac===h&&a.session.peer?.signal===i?.signal;if(j&&a.session.ifname===e.ifname)return a;return by(bB(a,e),{...f,state:'connecting',peer:bA(h,i)});}
if(a.session.state==='waiting'||length(d)<length(c))return a;return by(bB(a,null),f);}
function bF(a,b,c,d){if(c)return['failed',b.reason??'authentication_failure'];if(a.cancelling!==null)return a.cancelling;return d>=bl*1000?['timeout',null]:null;}
function bG(a,b){if(a.cancelling!==null)return a.cancelling;if(b>=bq)return['timeout',null];return a.session.started===null?['timeout','start_not_seen']:['cancelled','elsewhere'];}
function bH(a,b){if(!b.independent)return['lost','sibling'];if(a.session.attempts_failed>0)return['failed',b.last.reason??'unknown'];return['lost','daemon_restarted'];}
function bI(a,b){if(b<=bp)return null;if(a.cancelling!==null)return a.cancelling;return a.session.started===null?['lost','stale']:['timeout','elsewhere'];}
function bJ(a,b,c,d,e){if(a.session.method==='pin')return bF(a,b.last,d,e);switch(c){case'Active':return bI(a,e);case'Overlap':return['overlap','several_devices'];case'Timed-out':return bG(a,e);default:return bH(a,b);}}
function bK(a,b){const c=a.result==='Success'?`WPS-REG-SUCCESS ${a.peer} `:'WPS-FAIL ';return a.result!=='None'&&length(filter(b,d=>index(d,c)===0))>0;}
function bL(a){const b=filter(a,c=>index(c,'WPS-REG-SUCCESS ')===0)[0]??null;return b===null?null:(split(b,' ')[1]??null);}
function bM(a,b){return{part:b===null?a:{...a,ending:b},mac:null,failed:false};}
function bN(a,b,c,d){const e=d.monotonic-a.since;if(c.kind==='gone'){const n=bL(c.told);return{...bM(b,n===null?['lost','access_point_gone']:null),mac:n};}
if(c.kind==='no_wps')return bM(b,['lost','daemon_restarted']);if(c.kind==='answer'&&c.registrar===null)return bM(b,null);const f=c.kind==='answer'?c.registrar:null;if(c.kind==='silent'||f===null||f.pbc==='Unknown'||f.result==='Unknown'){if(a.cancelling!==null)return bM(b,a.cancelling);return bM(b,e>bp?['lost','no_answer']:null);}
const g=b.last;const h=f.result!==g.result||f.peer!==g.peer||f.reason!==g.reason;const i=h||bK(f,c.told);const j=i&&f.result==='Failed';const k=h?{...b,last:f}:b;if(i&&f.result==='None')return bM(k,['lost','daemon_restarted']);const l=f.pbc==='Disabled'&&a.session.method==='pbc'&&b.independent;if(f.result==='Success'&&f.peer!==null&&(i||l))
return{part:k,mac:f.peer,failed:false};const m=j?{...a,session:{...a.session,attempts_failed:1}}:a;return{...bM(k,bJ(m,k,f.pbc,j,e)),failed:j};}
const bO=['overlap','failed','timeout','cancelled','lost'];function bP(a){for(let b in bO)for(let c in a)if(c.ending?.[0]===b)return c.ending;return['lost','no_answer'];}
function bQ(a,b){return b?.[0]==='overlap'||(b?.[0]==='failed'&&a.session.method==='pin');}
function bR(a,b,c){return b===c?a:map(a,d=>(d===b?c:d));}
function bS(a,b,c){let d=a.parts;let e=a.session.attempts_failed;let f=a.logged;let g=null;for(let l in bt(a)){const m=b[l.ifname]??null;if(m===null)continue;const n=bN(a,l,m,c);d=bR(d,l,n.part);if(n.failed)e++;if(n.part.last!==l.last&&bu(a,l))f=null;if(n.mac!==null)g??=n;}
if(d===a.parts&&e===a.session.attempts_failed&&g===null)
return bE(a,b);const h=filter(d,l=>l.ending===null);const i=filter(d,l=>bQ(a,l.ending))[0]??null;const j={...a,parts:d,logged:f,session:{...a.session,attempts_failed:e}};if(g!==null)return bC(j,g.part,g.mac??'',c);if(i!==null)return bz(j,bP([i]),c);if(length(h)>0){j.session.ifnames=br(h);return bE(j,b);}
const k=filter(d,l=>l.ending?.[1]==='sibling'&&l.last.result==='Success')[0]??null;if(a.exclusive&&k!==null)return bC(j,k,k.last.peer??'',c);return bz(j,bP(d),c);}
function bT(a,b,c,d){const e=a.session;if(e.state!=='success')return a;const f=e.peer;const g={...a,until:null};let h=true;for(let i in a.homes){const j=c[i.ifname]??null;if(j===null||(j.kind==='answer'&&j.clients===null))h=false;if(j?.kind!=='answer')continue;const k=bA(f.mac,j.clients?.[f.mac]??null);if(k.authorized)
return by(bB(g,i),{state:'joined',open:false,ended:e.ended,reason:null,peer:{...f,authorized:true,signal:k.signal}});}
if(d.monotonic>=b+(h?0:bp-bl*1000))
return by(g,{state:'success',open:false,ended:e.ended,reason:'not_connected',peer:f});return a;}
function bU(a,b,c){if(a.session.open)return bS(a,b,c);return a.until===null?a:bT(a,a.until,b,c);}
function bV(a,b){if(b.session.open||!a.session.open)return[];return filter(b.parts,c=>c.ending===null&&c.ifname!==b.session.ifname);}
function bW(a,b,c){const d=a.session;const e=d.peer;if(e===null||(e.name===b&&e.ip===c))return a;return by(a,{...d,peer:{...e,name:b,ip:c}});}
function bX(a,b){const c=a.session;const d=c.open?max(0,bl-int((b.monotonic-a.since)/1000)):0;return{...c,remaining:c.started===null?null:d};}
const bY=['Disabled','Active','Timed-out','Overlap'];const bZ=['None','Success','Failed'];const ca={pbc:'Disabled',result:'None',reason:null,peer:null};function cb(a,b){return{object:`hostapd.${a}`,method:b};}
function cc(a){return match(a,/([0-9a-f]{2}:){5}[0-9a-f]{2}/)?.[0]===a;}
function cd(a){const b=a.last_wps_result;const c=a.reason==='Authentication Failure';const d=a.peer_address;return{pbc:index(bY,a.pbc_status)<0?'Unknown':a.pbc_status,result:index(bZ,b)<0?'Unknown':b,reason:c?'authentication_failure':a.reason?'unknown':null,peer:type(d)==='string'&&cc(d)?d:null};}
function ce(a){const b={};for(let c in keys(a?.clients??{})){const d=a.clients[c];b[lc(c)]={authorized:d.authorized===true,wps:d.wps===true,signal:type(d.signal)==='int'?d.signal:null};}
return b;}
function cf(a,b,c){if(a.code===ah)return{kind:'no_wps'};if(a.code===ai)return{kind:'gone',told:c};if(a.code!==ag||type(a.data)!=='object')return{kind:'silent'};return{kind:'answer',registrar:cd(a.data),clients:b?.code===ag?ce(b.data):null,told:c};}
function cg(a){if(a.code===ai)return{kind:'gone',told:[]};if(a.code!==ag)return{kind:'silent'};return{kind:'answer',registrar:null,clients:ce(a.data),told:[]};}
function ch(a,b,c){const d=[];for(let e in c){const f=match(e.msg,/hostapd(\[[0-9]+\])?: ([A-Za-z0-9._-]+): (WPS-.*)/);if(f?.[0]===e.msg&&f[2]===a&&e.id>(b??e.id))push(d,f[3]);}
return d;}
const ci=ae('This is not a valid WPS PIN: check its digits.');const cj=ae('The access point software did not answer.');const ck=ae('WPS is off on this network.');const cl=ae('Several devices asked to join within two minutes: stop WPS on the others and wait.');const cm={invalid_argument:{status:2,message:ae('The arguments are not valid.')},ambiguous_target:{status:2,message:ae('Several networks are ready: name one.')},pin_invalid:{status:2,message:ci},wps_not_supported:{status:3,message:ae('The running access point software has no WPS.')},unknown_target:{status:4,message:ae('There is no such network or access point.')},unknown_device:{status:4,message:ae('No such device has joined by WPS.')},not_on_air:{status:4,message:ae('The network is configured, but not on the air.')},already_open:{status:6,message:ae('WPS is active already.')},busy:{status:6,message:ae('Another change is still under way.')},timeout:{status:7,message:cj},wps_disabled:{status:8,message:ck},overlap:{status:8,message:cl},unsuitable_network:{status:8,message:ae('WPS cannot work with the settings of this network.')},devices_would_go:{status:8,message:ae('Devices with keys of their own would lose them.')},button_absent:{status:8,message:ae('This version of OpenWrt leaves no place for the WPS button.')},not_saved:{status:9,message:ae('The settings could not be written.')},pin_unavailable:{status:8,message:ae('Joining by PIN needs the package hostapd-utils.')}};const cn=900;function co(a,b){return{args:a,call:c=>{let d=false;const e=(h,i)=>{if(!d)c.reply(h,i);d=true;};const f=af().monotonic+cn;const g={args:{...c.args},who:c.info?.acl?.user??'unknown',deadline:f,answer:h=>e(h,0),fail:(h,i)=>{const j={code:h,message:cm[h].message};if(i)j.argument=i;e({error:j},cm[h].status);},isPending:()=>!d&&af().monotonic<f};aq(()=>b(g));return d?null:ap();}};}
function cp(a,b){return co(a,c=>{const d=c.args.ubus_rpc_session??null;if(d===null||am)return b(c);const e={ubus_rpc_session:d,keys:['username']};at([{object:'session',method:'get',args:e}],c.deadline,f=>b({...c,who:f[0].data?.values?.username??c.who}));});}
function cq(a,b){return a.args[b]??null;}
function cr(a){for(let b in keys(a.args))
if(a.args[b]===''&&b!=='ubus_rpc_session')return b;return null;}
function cs(a){const b=cq(a,'origin')??'luci.wps';const c=cq(a,'by');const d=c===null||match(c,/[A-Za-z0-9_.-]{1,32}/)?.[0]===c;const e=b!=='house'&&b!=='luci.wps'?'origin':d?null:'by';if(e!==null){a.fail('invalid_argument',e);return null;}
return b==='house'?{origin:b,by:c??b}:{origin:'luci.wps',by:a.who};}
function ct(a){const b={network:cq(a,'network'),section:cq(a,'section'),ifname:cq(a,'ifname')};const c=filter(keys(b),e=>b[e]!==null);const d=cr(a)??(length(c)>1?c[1]:null);if(d===null)return b;a.fail('invalid_argument',d);return null;}
function cu(a){return map(a,b=>b.bss);}
function cv(a){const b=filter(a.problems,c=>aB[c.code].refusal==='unsuitable_network'&&c.code!=='full');return length(b)===0;}
function cw(a){const b={};for(let d in a){const e=b[d.code]??null;if(e===null)b[d.code]={...d,sections:[...d.sections]};else{for(let f in d.sections)
if(index(e.sections,f)<0)push(e.sections,f);if(e.seconds!==null)e.seconds=min(e.seconds,d.seconds??e.seconds);}}
const c=[];for(let d in keys(aB)){const e=b[d]??null;if(e!==null)push(c,e);}
return c;}
function cx(a){if(bh(a))return[];const b=aB.bands_apart;return[{code:'bands_apart',severity:'warning',option:'wps_independent',fix:b.fix,seconds:null,sections:bk(a)}];}
function cy(a){const b=aF(a.problems);return b===null?length(aB):index(keys(aB),b.code);}
function cz(a){const b=filter(a,f=>f.bss.wps&&!f.bss.disabled);const c=filter(a,f=>f.ready);const d=cx(cu(b));let e=a[0];for(let f in a){for(let g in f.problems)push(d,g);if(cy(f)>cy(e))e=f;}
return{places:a,enabled:length(b)>0,ready:length(c)>0,opening:bi(cu(c)),problems:cw(d),obstacle:length(c)>0?null:aF(e.problems)};}
const cA='wpad-mbedtls';function cB(a){if(a.installed_has_wps===null)return null;if(a.installed_has_wps)
return a.running_has_wps===false?['service wpad restart','wifi']:null;const b=a.package;const c=b===null?cA:replace(b,/-(basic|mini)/,'');if(c===b)return null;const d=b===null?'':` && opkg remove ${b}`;const e=b===null?'':` '!${b}' && apk del ${b}`;const f={opkg:`mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${c}${d} && opkg --cache /tmp/wpad install ${c} && reboot`,apk:`apk update && apk --cache-predownload add ${c}${e} && reboot`};return a.package_manager===null?null:[f[a.package_manager]];}
function cC(a){const b=aa.readfile(`/sys/class/net/${a}/carrier`,1);return b==='1'?true:b==='0'?false:null;}
const cD='/usr/sbin/hostapd_cli';function cE(){return aa.access(cD,'x')===true;}
function cF(a,b,c,d){const e=[cD,'-i',a,'wps_pin','any',b,`${bl}`];if(c!==null)push(e,c);return system(e,max(1,d-af().monotonic))===0;}
function cG(a){system([cD,'-i',a,'wps_cancel'],50);}
const cH='/usr/sbin/hostapd';const cI=500;const cJ=10000;let cK='';let cL=false;let cM=0;function cN(){const a=aa.stat(cH);if(a===null)return false;const b=`${a.inode} ${a.size} ${a.mtime}`;if(b===cK)return cL;if(af().monotonic<cM)return null;const c=system([cH,'-vwps'],cI);if(c<0||c>125){cM=af().monotonic+cJ;return null;}
cK=b;cL=c===0;return cL;}
function cO(){if(aa.access('/lib/apk/db/installed'))return'apk';return aa.access('/usr/lib/opkg/status')?'opkg':null;}
function cP(){const a=/\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;for(let b in aa.glob('/lib/apk/packages/[hw]*.list','/usr/lib/opkg/info/[hw]*.control')){const c=match(b,a);if(c)return c[1];}
return null;}
function cQ(){return aa.access(cH)===true;}
function cR(){return{package:cP(),installed_has_wps:cN(),pin_available:cE(),package_manager:cO()};}
const cS=['wps_pin','ap_pin'];const cT=[...cS,'wps_label','ext_registrar'];function cU(){const a=ac.cursor()??die('uci');a.load('/etc/config/wireless');return a;}
function cV(a){return index([true,'1','on','true','yes','enabled'],a)>=0;}
function cW(a){if(type(a)==='array')return a;const b=trim(`${a ?? ''}`);return b===''?[]:split(b,/[ \t]+/);}
function cX(a){if(index(['2g','5g','6g'],a.band)>=0)return a.band;if(index(['11b','11g'],substr(a.hwmode??'',0,3))>=0)return'2g';return a.hwmode==='11a'?'5g':null;}
function cY(){const a={};for(let b in aa.glob('/tmp/.uci/wireless','/var/run/rpcd/uci-*/wireless')){for(let c in split(aa.readfile(b)??'','\n')){const d=match(c,/[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/);if(d?.[0]===c)a[d[1]]=true;}}
return a;}
const cZ=['sta','mesh','adhoc'];const da=['ssid','encryption','key','hidden','macfilter','multi_ap','wps_pushbutton','wps_label','wpa_psk_file','hostapd_bss_options','wps_independent'];const db=[null,false,0,'','0','off','false','no','disabled'];function dc(a){return cV(a)?'1':index(db,a)>=0?'':`${a}`;}
function dd(a){return filter(cT,b=>dc(a[b])!=='')[0]??null;}
function de(a,b){return length(filter(da,c=>dc(a[c])!==dc(b[c])))===0;}
function df(a){const b={};const c={};for(let d in a){const e=`${d.key ?? ''}`;const f=length(c);c[d['.name']]=e===''?f:(b[e]??=f);}
return c;}
function dg(a,b){const c=filter(a,d=>substr(d,0,length(b)+1)===`${b}=`);return length(c)>0?substr(c[length(c)-1],length(b)+1):null;}
function dh(a,b){const c=filter(values(a),d=>d['.type']===b);return sort(c,(d,e)=>d['.index']-e['.index']);}
function di(a){const b=cU().get_all('wireless')??{};const c=dh(b,'wifi-station');const d=cY();const e=dh(b,'wifi-iface');const f=df(e);const g=[];const h={};for(let i in dh(b,'wifi-device')){const j=i['.name'];const k=a?.[j]??null;const l=int(i.channel??'');const m={name:j,band:cX(i),channel:l>0?l:null,disabled:cV(i.disabled),up:k?.up??null};const n=filter(map(k?.interfaces??[],o=>(index(cZ,o.config?.mode)>=0?o.ifname:null)),o=>o!==null);for(let o in e){const p=o['.name'];if((o.mode??'ap')!=='ap'||index(cW(o.device),j)<0)continue;const q=filter(k?.interfaces??[],v=>v.section===p)[0]??null;const r=q?.ifname??null;if(h[r??''])continue;h[r??'']=r!==null;const s=filter(c,v=>!v.iface||index(cW(v.iface),p)>=0);const t=cW(o.hostapd_bss_options);const u=int(o.maxassoc??dg(t,'max_num_sta')??'0');push(g,{section:p,radio:m,ifname:r,ssid:o.ssid??'',disabled:cV(o.disabled),encryption:o.encryption??'none',key_number:f[p],hidden:cV(o.hidden),macfilter:o.macfilter??'',ppsk:cV(o.ppsk),multi_ap:`${o.multi_ap ?? ''}`,capacity:u>0?u:null,fast_roaming:cV(o.ieee80211r),independent:cV(o.wps_independent??'1'),wps:cV(o.wps_pushbutton)||cV(o.wps_label),uuid:o.uuid??dg(t,'uuid'),raw:t,applied:q===null?null:de(o,q.config??{}),pin_option:dd(o),psk_file:o.wpa_psk_file??null,stations:length(s)>0,unsaved:d[p]===true||d[j]===true,uplinks:n});}}
return g;}
function dj(a){return trim(aa.readfile(`/sys/class/net/${a}/address`)??'')||null;}
const dk={};const dl={};function dm(a){const b=a??52;return b<52||b>144?0:b>=120&&b<=128?600000:60000;}
function dn(a,b,c){if(b.kind==='answer'||a.band!=='5g'||a.up!==true)delete dl[a.name];else if(b.kind==='gone')dl[a.name]??=c+dm(a.channel);}
function dp(a,b){return max(0,int(((dl[a.name]??0)-b)/1000));}
function dq(a){const b=filter(a,e=>!exists(dk,e.radio.name));const c=length(b)>0?b:a;const d=af().epoch%max(1,length(c));return slice(c,d,d+1);}
function dr(a,b){if(type(b.data?.channel)==='int')dk[a]=b.data.channel;}
function ds(a){return dk[a.name]??a.channel;}
const dt=0x100e;const du=0x1026;const dv=0x1045;const dw=0x1003;const dx=0x100f;const dy=0x1027;const dz=0x1020;const dA=0x0020;const dB=0x0008;function dC(a){return chr(int(a/256),a%256);}
function dD(a,b){return dC(a)+dC(length(b))+b;}
function dE(a,b){return dD(dt,dD(du,chr(1))+
dD(dv,a)+
dD(dw,dC(dA))+
dD(dx,dC(dB))+
dD(dy,b)+
dD(dz,chr(255,255,255,255,255,255)));}
function dF(a,b){return`/etc/hostapd-wps-${a}.${b}`;}
function dG(a,b){const c=a===null?null:match(a,/\/etc\/hostapd-wps-[A-Za-z0-9_]+\.(cred|psk)/);return c!==null&&c[0]===a&&c[1]===b;}
const dH='skip_cred_build=1';const dI='extra_cred=';const dJ='uuid=77707300-';function dK(a,b){const c=dF(b,'cred');return a===c?dF(`${b}_`,'cred'):c;}
function dL(a){return[dH,dI+a];}
function dM(a){for(let b in a){const c=substr(b,length(dI));if(index(b,dI)===0&&dG(c,'cred'))return c;}
return null;}
function dN(a){return`uuid=${a}`;}
function dO(a){return`77707300-${substr(a, 0, 4)}-4${substr(a, 4, 3)}-8${substr(a, 7, 3)}-${substr(a, 10, 12)}`;}
function dP(a){return filter(a,b=>index(b,dJ)===0);}
function dQ(a){const b=dM(a);return filter(a,c=>{if(index(c,dJ)===0)return false;return b===null||(c!==dH&&c!==dI+b);});}
const dR='/var/run/luci-wps.json';function dS(a,b,c){const d=`${a}.new`;const e=aa.open(d,'w',0o600);if(!e)return false;const f=aa.chmod(d,0o600)&&e.write(b)===length(b);if(c!==null)aa.chown(d,c,c);if(e.close()&&f&&aa.rename(d,a))return true;aa.unlink(d);return false;}
function dT(){try{return json(aa.readfile(dR)??'');}catch{return null;}}
function dU(a){return dS(dR,sprintf('%J\n',a),null);}
function dV(a){return aa.access(a)===true;}
function dW(a,b){const c=aa.readfile(a);if(c===null&&dV(a))return null;return c===b;}
function dX(a,b){return dS(a,b,'network');}
function dY(a){const b=aa.glob('/etc/hostapd-wps-*.psk','/etc/hostapd-wps-*.psk.new','/etc/hostapd-wps-*.cred','/etc/hostapd-wps-*.cred.new');for(let c in b)if(!a[c])aa.unlink(c);}
function dZ(a,b){const c=cU();const d={};for(let e in b)d[e]=c.get('wireless',a,e)??null;return d;}
function ea(a){const b=cU();for(let c in keys(a)){const d=a[c];for(let e in keys(d)){const f=d[e];if(f!==null)b.set('wireless',c,e,f);else if(b.get('wireless',c,e)!==null)b.delete('wireless',c,e);}}
return b.commit()===true;}
function eb(a){const b=dZ(a,['encryption','ssid','key']);if(aC(`${b.encryption ?? ''}`)!=='ok')return'';if(b.key===null||b.ssid===null)return null;return dE(`${b.ssid}`,`${b.key}`);}
function ec(a){return`wps=1 00:00:00:00:00:00 ${dZ(a, ['key']).key ?? ''}\n`;}
function ed(a){return dG(a.psk_file,'psk')&&dW(a.psk_file??'',ec(a.section))===true;}
function ee(a){const b=dM(a.raw);if(b!==null)return dW(b,eb(a.section)??'')===false?'lost':'shared';if(!dG(a.psk_file,'psk'))return'lost';return ed(a)?'shared':'own';}
function ef(a){const b=map(filter(a,c=>c.wps),ee);if(length(b)===0||index(b,'lost')>=0)return'lost';return index(b,'own')>=0?'own':'shared';}
function eg(a,b){const c=eb(b);if(c===null)return false;return dW(a,c)===true||dX(a,c);}
function eh(a){return dV(a)||dX(a,'');}
function ei(a,b){return{hostapd_bss_options:[...dQ(a.raw),...dP(a.raw),...dL(b)]};}
function ej(a){const b={};const c={};let d=false;for(let e in a){const f=dM(e.raw);const g=f===null?null:eb(e.section);if(f!==null)b[f]=true;if(f!==null&&g!==null&&dW(f,g)===false){const i=e.applied===true&&dV(f)?dK(f,e.section):f;b[i]=true;if(dX(i,g)&&i!==f)c[e.section]=ei(e,i);}
const h=dG(e.psk_file,'psk')?e.psk_file:null;if(h===null||b[h])continue;b[h]=true;if(!dV(h))d||=eh(h);}
dY(b);if(length(c)>0&&ea(c))au({object:'network',method:'reload'});if(d)au({object:'hostapd',method:'reload'});}
const ek={progress:{on:200,off:100,times:1,pause:0},error:{on:100,off:100,times:1,pause:0},overlap:{on:100,off:100,times:5,pause:500},success:{on:100,off:0,times:1,pause:0}};const el={progress:null,error:60,overlap:bo,success:300};const em={waiting:'progress',connecting:'progress',success:'success',joined:'success',timeout:'error',overlap:'overlap',cancelled:null,failed:'error',lost:'error'};function en(a){return a.reason==='not_connected'?'error':em[a.state];}
function eo(a,b){const c=[];for(let d=0;d<a.times;d++){const e=a.off+(d===a.times-1?a.pause:0);push(c,`${b} ${a.on} ${b} 0 0 ${e} 0 0`);}
return join(' ',c);}
const ep={windows:[],overlaps:{},presses:[],closing:{},stuck:{},tasks:[],light:{shown:null},counter:0};let eq=false;function er(){eq=true;}
function es(a){ep.counter++;er();return`${a}-${ep.counter}`;}
function et(){if(eq)eq=!dU(ep);}
function eu(a){return(type(a?.parts)==='array'&&type(a?.homes)==='array'&&exists(a?.session??{},'state'));}
function ev(a){return(type(a?.changes)==='object'&&type(a?.former)==='object'&&type(a?.job?.sections)==='array');}
function ew(a){return(type(a?.led)==='string'&&type(a?.former?.settings)==='object'&&exists(el,a?.sign));}
function ex(){const a=dT();for(let b in keys(ep))if(type(a?.[b])===type(ep[b]))ep[b]=a[b];ep.windows=filter(ep.windows,eu);ep.tasks=filter(ep.tasks,ev);if(!ew(ep.light.shown))ep.light={shown:null};}
function ey(){return filter(ep.tasks,a=>a.job.state==='running')[0]??null;}
const ez='/tmp/dhcp.leases';const eA='/proc/net/arp';function eB(a,b,c){const d=map(split(aa.readfile(a)??'','\n'),e=>split(trim(e),/[ \t]+/));return pop(filter(d,e=>lc(e[b]??'')===c));}
function eC(a){const b=eB(ez,1,a);if(b!==null)return{name:b[3]&&b[3]!=='*'?b[3]:null,ip:b[2]??null};const c=eB(eA,3,a);return{name:null,ip:c?.[0]??null};}
const eD=1000;const eE=900;const eF=50;let eG=null;const eH=120;function eI(a,b){const c=a.session.peer;return c!==null&&c.ip===null&&b.epoch-(a.session.ended??b.epoch)<=eH;}
function eJ(a,b){const c=a.session.peer;if(c===null||!eI(a,b))return a;const d=eC(c.mac);return bW(a,d.name,d.ip);}
const eK=[];function eL(a){push(eK,a);}
function eM(a,b,c){const d=bX(b,af());const e=d.peer;const f=d.reason===null?'':` (${d.reason})`;const g=e===null?'':`, device ${e.name ?? e.mac}`;const h=c!==null||d.by===null?'':`, by ${d.by}`;const i=d.ifname??join(', ',d.ifnames);aZ(`WPS on "${d.network}" (${i}): ${a}${f}${g}${h}`);bc({type:a,session:d});}
function eN(a,b){const c=bX(a,af());map(eK,d=>aq(()=>d(c,b)));}
function eO(a){let b=0;for(let c in ep.presses){const d=index(c.spared,a.ifname)>=0||(!c.independent&&!a.independent);if(!d)b=max(b,c.until);}
return b;}
function eP(a,b){const c=max(ep.overlaps[a.ifname??'']??0,eO(a));return max(0,int((c-b.monotonic+999)/1000));}
function eQ(a,b,c){if(b.kind!=='answer'||b.registrar===null)return;const d=ep.overlaps[a]??null;if(b.registrar.pbc==='Overlap'){if(d!==null)return;ep.overlaps[a]=c.monotonic+bo*1000;}else if(d!==null&&(b.registrar.pbc==='Active'||d<=c.monotonic))
delete ep.overlaps[a];else return;er();}
function eR(a,b){const c=filter(a.parts,e=>e.ifname===a.session.ifname)[0]??null;if(c===null||a.session.method==='pin')return;const d=b.monotonic+bo*1000;ep.presses=[{spared:[c.ifname],independent:c.independent,until:d},...filter(ep.presses,e=>e.until>b.monotonic)];}
function eS(a){for(let b in a)ep.closing[b.ifname]=true;for(let b in bj(a))au(cb(b.ifname,'wps_cancel'));}
function eT(a,b){if(!exists(ep.closing,a))return;if(b.kind==='answer'&&b.registrar?.pbc==='Active')au(cb(a,'wps_cancel'));else if(b.kind!=='silent'){delete ep.closing[a];er();}}
function eU(a,b,c){const d=b.session;const e=a.session.state;const f=d.state==='lost'||(d.state==='timeout'&&d.reason==='elsewhere');if(f)for(let g in b.parts)ep.stuck[g.ifname]=true;if(d.state==='success'&&e!=='success')eR(b,c);eS(bV(a,b));if(d.state==='failed'&&d.method==='pin')
for(let g in bj(b.parts))au(cb(g.ifname,'wps_cancel'));if(d.state!=='waiting')eM(d.state,b,e);eN(b,e);}
function eV(a,b){for(let d in keys(a)){const e=a[d]??null;if(e===null)continue;eQ(d,e,b);eT(d,e);if(e.kind==='answer'&&e.registrar!==null&&e.registrar.pbc!=='Active'&&exists(ep.stuck,d)){delete ep.stuck[d];er();}}
const c=[];ep.windows=map(ep.windows,d=>{const e=bw(d)?eJ(bU(d,a,b),b):d;if(e===d)return d;er();push(c,[d,e]);return e;});map(c,d=>{if(d[1].session.state!==d[0].session.state)eU(d[0],d[1],b);else if(d[1].session.reason!==d[0].session.reason)eN(d[1],d[0].session.state);});}
function eW(a,b){if(a.network!==null)return b.session.network===a.network;if(a.section!==null)
return length(filter(b.parts,c=>c.section===a.section))>0;if(a.ifname!==null)return index(b.session.ifnames,a.ifname)>=0;return true;}
function eX(a){return pop(filter(ep.windows,b=>b.session.open&&eW(a,b)));}
function eY(){const a=af();const b=filter(ep.windows,c=>bw(c)||eI(c,a));et();if(length(b)+length(ep.closing)>0&&eG?.remaining?.()===-1)eG.set(eD);}
function eZ(a,b,c){const d=map(a,e=>cb(e,'wps_status'));at(d,b,e=>{const f={};map(a,(h,i)=>{f[h]=cf(e[i],null,[]);});const g=af();eV(f,g);eY();c(g,f);});}
function fa(a,b){for(let c in ep.windows)
if(length(filter(bt(c),d=>d.ifname===a))>0)
return ch(a,c.logged,b);return[];}
function fb(a){const b=d=>{eV({[a]:{kind:'gone',told:fa(a,d)}},af());eY();};if(exists(ep.overlaps,a))ep.overlaps[a]=0;for(let d in ep.presses)push(d.spared,a);er();const c=d=>d.logged!==null&&length(filter(bt(d),e=>e.ifname===a))>0;if(length(filter(ep.windows,c))===0)b([]);else at([ba(eF)],af().monotonic+eE,d=>b(bb(d[0])));}
function fc(a){if(a.session.open)return map(bt(a),b=>({ifname:b.ifname,open:true}));return map(a.homes,b=>({ifname:b.ifname,open:false}));}
function fd(a,b){return bv(a)?{...a,logged:max(a.logged??0,b)}:a;}
function fe(){const a={};const b=[];const c=length(filter(ep.windows,bv))>0;for(let d in ep.windows)
if(bw(d))
for(let e in fc(d))
a[e.ifname]=a[e.ifname]||e.open;for(let d in keys(ep.closing))a[d]=true;for(let d in keys(a)){push(b,cb(d,'get_clients'));if(a[d])push(b,cb(d,'wps_status'));}
if(c)push(b,ba(eF));at(b,af().monotonic+eE,d=>{const e=af();const f=c?bb(d[length(b)-1]):[];const g=slice(f,-1)[0]?.id??null;const h={};let i=0;for(let j in keys(a)){const k=d[i++];h[j]=a[j]?cf(d[i++],k,fa(j,f)):cg(k);}
ep.windows=map(ep.windows,j=>{const k=eJ(j,e);if(k!==j)er();return k;});eV(h,e);if(g!==null)ep.windows=map(ep.windows,j=>fd(j,g));eY();});}
eG=ad.timer(-1,()=>aq(fe));function ff(a){at([ba(1)],af().monotonic+eE,b=>{const c=pop(bb(b[0]))?.id??null;if(c===null)return;ep.windows=map(ep.windows,d=>d.session.id===a?{...d,logged:c}:d);er();et();});}
function fg(a){const b=af();const c=bs({...a,id:es(b.epoch)},b);ep.windows=filter([c,...ep.windows],(d,e)=>e<bn||bw(d));er();eM('started',c,null);eN(c,null);eY();ff(c.session.id);return bX(c,b);}
function fh(a){const b=[];for(let c in a)if(c.ifname!==null)push(b,{ifname:c.ifname,section:c.section});return b;}
function fi(a,b){return{ifname:a.ifname??'',section:a.section,independent:a.independent,last:(b?.kind==='answer'?b.registrar:null)??ca,ending:null};}
function fj(a,b){const c=filter(b,d=>d.wps&&!d.independent&&index(a,d)<0);return length(c)===0;}
function fk(a,b,c){const d=filter(a,g=>{const h=c[g.ifname??'']??null;if(h?.kind!=='answer'||h.registrar?.pbc!=='Active')return false;if(ep.stuck[g.ifname??'']||ep.closing[g.ifname??''])return false;return eX({network:null,section:null,ifname:g.ifname})===null;});if(length(d)===0)return;const e=map(d,g=>fi(g,c[g.ifname??'']??null));const f=eX({network:null,section:a[0].section,ifname:null});if(f!==null&&f.session.origin==='external'){const g=f.session;const h=[...g.ifnames,...map(e,i=>i.ifname)];ep.windows=map(ep.windows,i=>i===f?{...f,parts:[...f.parts,...e],session:{...g,ifnames:h}}:i);er();return;}
fg({network:a[0].ssid,method:'pbc',origin:'external',by:null,parts:e,homes:fh(a),exclusive:fj(a,b)});}
function fl(a,b){ep.overlaps[a]=b.monotonic+bo*1000;er();et();}
function fm(a,b,c){const d=a.session;aZ(`WPS on "${d.network}" (${join(', ', d.ifnames)}): cancel, by ${b}`);ep.windows=map(ep.windows,e=>e.session.id===d.id?bx(e,c):e);er();}
function fn(a,b){for(let c in ep.windows)if(c.session.id===a)return bX(c,b);return null;}
function fo(a,b){for(let c in ep.windows)
if(length(filter(c.parts,d=>index(a,d.section)>=0))>0)
return bX(c,b);return null;}
function fp(a){for(let b in ep.windows)if(b.session.open)return bX(b,a);return null;}
function fq(a,b){return map(slice(ep.windows,0,b),c=>bX(c,a));}
function fr(a){return filter(a,b=>b.capacity!==null);}
function fs(a,b,c){ej(a);const d=filter(a,h=>h.ifname!==null);const e=fr(d);const f=dq(d);const g=[...map(d,h=>cb(h.ifname??'','wps_status')),...map(e,h=>cb(h.ifname??'','get_clients')),...map(f,h=>cb(h.ifname??'','get_status'))];at(g,b,h=>{const i=bf(a);const j={networks:i,bsses:a,round:{},at:af()};let k=false;map(d,(l,m)=>{const n=index(e,l);const o=n<0?null:h[length(d)+n];const p=cf(h[m],o,[]);j.round[l.ifname??'']=p;k||=p.kind==='silent';dn(l.radio,p,j.at.monotonic);});map(f,l=>dr(l.radio.name,h[length(d)+length(e)]));eV(j.round,j.at);for(let l in i)fk(l,a,j.round);eY();c(k?null:j);});}
function ft(a,b){at([{object:'network.wireless',method:'status'}],a,c=>{const d=c[0];if(d.code===ag||d.code===ai)fs(di(d.data),a,b);else b(null);});}
const fu=3000;const fv=ad.timer(-1,()=>aq(()=>ft(af().monotonic+fu,()=>null)));function fw(){fv?.set?.(fu);}
function fx(a,b){ft(a.deadline,c=>{if(c===null)a.fail('timeout');else b(c);});}
function fy(a,b){return a.round[b.ifname??'']??null;}
function fz(a,b){return fy(a,b)?.kind==='answer';}
function fA(a,b){return index(['answer','no_wps'],fy(a,b)?.kind)>=0;}
function fB(a){return length(a.uplinks)>0&&length(filter(a.uplinks,b=>cC(b)===true))===0;}
function fC(a,b){return fA(a,b)&&cC(b.ifname??'')!==false;}
function fD(a){const b=map(values(a.round),c=>c?.kind);if(index(b,'answer')>=0)return true;return index(b,'no_wps')>=0?false:null;}
function fE(a){const b={...cR(),running_has_wps:fD(a)};return{...b,remedy:cB(b)};}
function fF(a,b){const c=fy(a,b);const d=c?.kind==='answer'?c.clients:null;return b.capacity!==null&&d!==null&&length(d)>=b.capacity;}
function fG(a){return filter(a.networks,b=>length(filter(b,c=>c.wps&&!c.disabled))>0);}
function fH(a,b){const c=cQ();const d=fp(a.at);const e=length(fG(a));const f=ey()!==null;return map(a.networks,g=>{const h=ef(g)==='lost';const i=fj(g,a.bsses);return cz(map(g,j=>{const k=fA(a,j);const l=aE({bss:j,daemon:b,daemon_installed:c,answers:k,beacons:k?cC(j.ifname??''):null,uplink_away:fB(j),full:fF(a,j),open:d,overlap_left:eP(j,a.at),radar_left:dp(j.radio,a.at.monotonic),persistent:!h,flagged:e,grouped:!j.independent&&!i});const m={bss:j,problems:l,ready:aF(l)===null&&!f};return m;}));});}
function fI(a,b,c){const d=bt(b);const e=bj(d);at(map(e,f=>cb(f.ifname,'wps_cancel')),a.deadline,f=>{const g=map(f,i=>i.code);if(index(g,ag)>=0)fm(b,a.who,c);const h=filter(g,i=>index([ag,ah,ai,ak],i)<0);if(length(h)>0)return a.fail('timeout');eZ(map(d,i=>i.ifname),a.deadline,i=>a.answer({session:fn(b.session.id,i)}));});}
function fJ(a,b){return length(filter(a.networks,c=>aH(b,c)))>0;}
const fK=cp({network:'',section:'',ifname:'',origin:'',by:''},a=>{const b=ct(a);const c=b===null?null:cs(a);if(b===null||c===null)return;fx(a,d=>{const e=eX(b);const f=b.network!==null||b.section!==null||b.ifname!==null;if(e!==null)
fI({...a,who:c.by},e,c.origin==='house'?'house':null);else if(f&&!fJ(d,b))a.fail('unknown_target');else a.answer({session:null});});});const fL='/sys/class/leds';const fM='timer';const fN='pattern';const fO='none';const fP=['delay_on','delay_off','device_name','interval','link','tx','rx','invert'];function fQ(a,b){const c=aa.readfile(`${fL}/${a}/${b}`);return c===null?null:trim(c);}
function fR(a,b,c){aa.writefile(`${fL}/${a}/${b}`,c);}
function fS(a){return split(fQ(a,'trigger')??'',' ');}
function fT(a){const b=filter(fS(a),c=>substr(c,0,1)==='[')[0]??'';return substr(b,1,max(0,length(b)-2));}
function fU(a,b){return index(fS(a),b)>=0||fT(a)===b;}
function fV(){const a=ac.cursor()??die('uci');const b=[];a.load('/etc/config/system');a.foreach('system','led',c=>{if(type(c.sysfs)==='string')push(b,c.sysfs);});return b;}
function fW(a){const b=fV();const c=filter(map(aa.glob(`${fL}/*:wps`,`${fL}/*:qss`),e=>substr(e,length(fL)+1)),e=>index(b,e)<0);const d=a??c[0]??null;return d!==null&&fU(d,fM)?d:null;}
function fX(a){const b=fQ(a,'brightness');if(b===null)return null;const c={};for(let d in fP){const e=fQ(a,d);if(e!==null)c[d]=e;}
return{trigger:fT(a),brightness:b,settings:c};}
function fY(a){return fU(a,fN);}
function fZ(a){return max(1,int(fQ(a,'max_brightness')??''));}
function ga(a,b){fR(a,'trigger',fO);fR(a,'brightness',b?`${fZ(a)}`:'0');}
function gb(a,b,c){fR(a,'trigger',fM);fR(a,'delay_on',`${b}`);fR(a,'delay_off',`${c}`);}
function gc(a,b){fR(a,'trigger',fN);fR(a,'pattern',b(fZ(a)));}
function gd(a,b){if(index([fO,fM,fN],fT(a))<0)return;fR(a,'brightness','0');fR(a,'trigger',b.trigger);for(let c in fP)if(exists(b.settings,c))fR(a,c,b.settings[c]);if(b.trigger===fO)fR(a,'brightness',b.brightness);}
let ge=null;let gf=null;let gg=false;function gh(){return ep.light.shown?.led??gf;}
function gi(){gf=fW(aW('light')[0]?.options?.led??null);}
function gj(a,b){const c=ek[b];gg=false;if(c.off===0)ga(a,true);else if(c.pause>0&&fY(a))gc(a,d=>eo(c,d));else gb(a,c.on,c.off);return c.pause>0&&!fY(a)?c.times*(c.on+c.off)-int(c.off/2):null;}
function gk(a){const b=ep.light.shown?.until??null;const c=b===null?null:max(1,b-af().monotonic);if(a!==null||c!==null)ge?.set?.(min(a??c??1,c??a??1));else ge?.cancel?.();}
function gl(){const a=ep.light.shown;if(a===null)return;gd(a.led,a.former);ep.light={shown:null};ge?.cancel?.();er();et();}
function gm(a){const b=el[a];const c=b===null?null:af().monotonic+b*1000;const d=ep.light.shown;if(d!==null&&d.sign===a&&c===null)return;if(d===null)gi();const e=d?.led??gf;const f=d?.former??(e===null?null:fX(e));if(e===null||f===null)return;ep.light={shown:{led:e,former:f,sign:a,until:c}};er();et();gk(gj(e,a));}
function gn(){return length(filter(ep.windows,a=>a.session.open))>0;}
function go(a){const b=gn()?'progress':en(a);if(b===null)gl();else gm(b);}
function gp(){if(!gn())gm('error');}
function gq(){const a=ep.light.shown;if(a===null)return;if(a.until!==null&&a.until<=af().monotonic)return gl();const b=ek[a.sign];if(b.pause===0||fY(a.led))gk(null);else if(gg)gk(gj(a.led,a.sign));else{gg=true;ga(a.led,false);gk(b.pause+int(b.off/2));}}
ge=ad.timer(-1,()=>aq(gq));function gr(){gi();const a=ep.light.shown;if(a===null)return;if(a.until===null&&!gn())gl();else gk(gj(a.led,a.sign));}
function gs(a){const b=filter(split(a,''),e=>index('0123456789',e)>=0);const c=join('',b);if(length(c)===4)return c;if(length(c)!==8)return null;let d=0;for(let e=0;e<8;e++)d+=int(b[e])*(e%2===0?3:1);return d%10===0?c:null;}
const gt='/var/run/luci-wps-house.json';function gu(){const a=aa.readfile(gt);if(a===null)return null;try{const b=json(a);return type(b?.routers)==='array'&&type(b.connected)==='bool'?b:null;}catch{return null;}}
function gv(){return aW('house')[0]?.options?.uuid??null;}
function gw(a,b){au({object:'luci.wps.house',method:'start',args:{network:a,session:b}});}
let gx=null;function gy(a,b,c){if(c===ah)return a.fail('wps_not_supported');if(c===ai)return a.fail('not_on_air');if(c!==ak)return a.fail('timeout');eZ([b],a.deadline,(d,e)=>{const f=e[b]??null;const g=f?.kind==='answer'&&f.registrar?.pbc==='Overlap';if(g)fl(b,d);a.fail(g?'overlap':'wps_disabled');});}
function gz(a,b,c){const d=length(filter(c,e=>!e.independent))>0;return filter(b,e=>index(c,e)>=0||(d&&!e.independent&&e.wps&&fz(a,e)));}
function gA(a,b,c){const d=[];for(let e in a){push(d,e);if(cF(e.ifname??'',b.pin??'',b.mac,c))continue;for(let f in d)cG(f.ifname??'');return false;}
return true;}
function gB(a,b,c,d,e,f,g){const h=bj(d);const i=()=>{for(let m in h)au(cb(m.ifname??'','wps_cancel'));};const j=filter(h,(m,n)=>e[n].code!==ai);const k=filter(h,(m,n)=>index([ag,ai],e[n].code)<0)[0]??null;if(k!==null||length(j)===0){const m=k??h[0];const n=e[index(h,m)].code;if(length(filter(e,o=>index([ag,aj],o.code)>=0))>0)i();return gy(a,m.ifname??'',n);}
if(f.pin!==null&&!gA(j,f,a.deadline))return a.fail('timeout');const l=filter(d,m=>!m.independent||index(j,m)>=0);a.answer({session:fg({network:c[0].ssid,method:f.pin===null?'pbc':'pin',origin:g,by:a.who,parts:map(gz(b,c,l),m=>fi(m,fy(b,m))),homes:fh(c),exclusive:fj(c,b.bsses)})});}
function gC(a,b,c,d){fx(a,e=>{const f=aL(fH(e,fE(e)),b);if(f.error!==null)return a.fail(f.error);const g=map(f.whole.places,k=>k.bss);const h=f.opening;const i=c.pin===null?'wps_start':'wps_cancel';const j=map(bj(h),k=>cb(k.ifname??'',i));at(j,a.deadline,k=>gB(a,e,g,h,k,c,d));});}
function gD(a,b,c,d){if(gx?.isPending?.()||ey()!==null)return a.fail('busy');gx=a;gC(a,b,c,d);}
function gE(a,b,c){if(b.mac!==null&&(a===null||!cc(b.mac)))return['invalid_argument','mac'];if(a===null)return null;if(c)return['invalid_argument','house'];if(b.pin===null)return['pin_invalid'];return cE()?null:['pin_unavailable'];}
function gF(a){return{...a,answer:b=>{gw(b.session.network,b.session.id);a.answer(b);}};}
const gG=cp({network:'',section:'',ifname:'',pin:'',mac:'',house:true,origin:'',by:''},a=>{const b=ct(a);const c=b===null?null:cs(a);if(b===null||c===null)return;const d=cq(a,'pin');const e=cq(a,'mac');const f=a.args.house===true;const g={pin:gs(d??''),mac:e===null?null:lc(e)};const h=gE(d,g,f);if(h!==null)return a.fail(h[0],h[1]);const i={...a,who:c.by};gD(f?gF(i):i,b,g,c.origin);});const gH=['network','off','stock'];function gI(){const a=aW('button')[0]?.options??{};const b=filter(gH,c=>c===a.action)[0]??'network';return{present:aQ(),action:b,network:b==='network'?(a.network??null):null};}
function gJ(a){if(a.action!=='network')return a.action;return a.network===null?'opens the first network with WPS':`opens "${a.network}"`;}
const gK=cp({action:'',network:''},a=>{const b=cq(a,'network');const c=cq(a,'action')??(b===null?null:'network');const d=filter(gH,f=>f===c)[0]??null;const e=cr(a);if(e!==null)return a.fail('invalid_argument',e);if(c===null)return a.answer({button:gI()});if(d===null)return a.fail('invalid_argument','action');if(b!==null&&d!=='network')return a.fail('invalid_argument','network');if(!aQ())return a.fail('button_absent');fx(a,f=>{const g=filter(f.networks,i=>i[0].ssid===b);if(b!==null&&length(g)===0)return a.fail('unknown_target');if(!aX('button','button',{action:d,network:b}))return a.fail('not_saved');const h=gI();aZ(`the WPS button: ${gJ(h)}, by ${a.who}`);bc({type:'button',button:h});a.answer({button:h});});});const gL=cp({},a=>{const b=gI();if(b.action!=='network')return a.answer({session:null});const c=(e,f)=>{aZ(`the WPS button: nothing to open (${e})`);gp();a.fail(e,f);};const d={...a,who:'button',fail:c};fx({...a,fail:c},e=>{const f=eX(aG);if(f!==null)return fI({...a,who:'button'},f,null);const g=aM(fH(e,fE(e)),b.network);if(g===null)c('wps_disabled');else gD(d,g,{pin:null,mac:null},'button');});});const gM=co({pin:''},a=>{const b=cr(a);if(b!==null)return a.fail('invalid_argument',b);const c=gs(a.args.pin??'');a.answer(c===null?{valid:false,code:'pin_invalid'}:{valid:true,pin:c});});const gN=co({limit:0},a=>{const b=a.args.limit??bn;if(b<0)a.fail('invalid_argument','limit');else a.answer({entries:fq(af(),min(b,bn))});});function gO(){return gu();}
const gP=co({},a=>a.answer({house:gO()}));function gQ(a,b,c,d){if(c!==null)return{kind:'uuid',uuid:c};if(length(a)<2)return{kind:'single'};if(length(filter(b,e=>e.wps&&!e.independent))===0)return{kind:'group'};return{kind:'uuid',uuid:a[0].uuid??d()};}
function gR(a){return length(a)>0?a:null;}
function gS(a,b){if(dG(b.psk_file,'psk'))a.wpa_psk_file=null;}
function gT(a,b,c){const d={};for(let e in a){const f={wps_pushbutton:'1'};const g=dQ(e.raw);for(let h in cT)f[h]=null;f.wps_independent=c.kind==='group'?'0':null;if(c.kind==='uuid')push(g,dN(c.uuid));if(b==='own')f.wpa_psk_file=dF(a[0].section,'psk');else{gS(f,e);const h=dM(e.raw)??dF(e.section,'cred');for(let i in dL(h))push(g,i);}
f.hostapd_bss_options=gR(g);d[e.section]=f;}
return d;}
function gU(a){const b={};for(let c in a){const d={wps_pushbutton:null,wps_label:null,wps_independent:null};gS(d,c);d.hostapd_bss_options=gR(dQ(c.raw));b[c.section]=d;}
return b;}
function gV(a){return filter(keys(a),b=>index(cS,b)<0);}
function gW(a){const b=aa.open('/dev/urandom','r');const c=b?.read?.(a)??'';b?.close?.();if(length(c)!==a)die('no random numbers');let d='';for(let e=0;e<a;e++)d+=sprintf('%02x',ord(c,e));return d;}
const gX=30000;const gY=3000;const gZ=1000;let ha=null;function hb(a){if(a.state==='reverted')return'reverted';if(a.state==='failed')return'job_failed';return a.kind==='enable'?'enabled':'disabled';}
function hc(a,b,c){const d={...a.job,state:b,code:c,ended:af().epoch};a.job=d;er();et();const e=c===null?'':` (${c})`;aZ(`${d.kind} WPS on "${d.network}": ${b}${e}`);bc({type:hb(d),job:d});}
const hd={object:'network',method:'reload'};function he(a){return`${a.radio.name} ${a.section}`;}
function hf(a,b){return b.radio.up===true&&b.applied===true&&fC(a,b);}
function hg(a){for(let b in a.bsses){const c=b.ifname??'';if(fz(a,b)&&cC(c)===false&&!fB(b))
au(cb(c,'update_beacon'));}}
function hh(a,b){const c=ea(a.former);ej(di(null));au(hd);if(!c)return hc(a,'failed',b);a.reverting=b;a.until=af().monotonic+gX;er();et();ha?.set?.(gZ);}
function hi(a){if(a.reverting!==null)hc(a,'reverted',a.reverting);else hc(a,'done',null);}
function hj(){const a=ey();if(a===null)return;ft(af().monotonic+gZ,b=>{const c=a.until-af().monotonic;const d=filter(b?.bsses??[],f=>index(a.watched,he(f))>=0);const e=b===null?null:length(filter(d,f=>!hf(b,f)));if(b!==null)hg(b);if(e===0&&c<=gX-gY)hi(a);else if(c>0)ha?.set?.(gZ);else if(a.reverting!==null)
hi(a);else hh(a,'not_back');});}
ha=ad.timer(-1,()=>aq(hj));function hk(a,b){const c=type(b.hostapd_bss_options)==='array'?b.hostapd_bss_options:[];const d=dM(c);const e=type(b.wpa_psk_file)==='string'?`${b.wpa_psk_file}`:null;return((d===null||eg(d,a))&&(e===null||eh(e)));}
function hl(a){const b=filter(keys(a.changes),d=>!hk(d,a.changes[d]));const c=length(b)===0;if(!c||!ea(a.changes)){ej(di(null));hc(a,'failed',c?'configuration':'key_file');}else{au(hd);if(length(a.watched)===0)hc(a,'done',null);else ha?.set?.(gZ);}}
function hm(a,b){const c=fH(a,fE(a))[index(a.networks,b)];return cu(filter(c.places,cv));}
function hn(a,b,c){if(ey()!==null||length(filter(b,e=>e.unsaved))>0)return'busy';if(eX(aG)!==null)return'already_open';if(c==='disable')return null;const d=fE(a);if(d.installed_has_wps===false||d.running_has_wps===false)return'wps_not_supported';if(d.installed_has_wps===null&&d.running_has_wps!==true)return'timeout';return length(hm(a,b))===0?'unsuitable_network':null;}
function ho(a){const b={};for(let c in keys(a))b[c]=dZ(c,gV(a[c]));return b;}
function hp(a,b){const c=map(b,e=>e.radio.name);const d=filter(a.bsses,e=>index(c,e.radio.name)>=0&&fA(a,e)&&(fC(a,e)||!fB(e)));return map(d,he);}
function hq(a,b,c,d){const e=af();const f={job:{id:es(e.epoch),network:b[0].ssid,sections:bk(b),kind:c,state:'running',code:null,started:e.epoch,ended:null},changes:d,former:ho(d),reverting:null,watched:hp(a,b),until:e.monotonic+gX};const g=h=>length(filter(h.job.sections,i=>index(f.job.sections,i)>=0))===0;ep.tasks=[f,...filter(ep.tasks,g)];er();et();hl(f);return f.job;}
function hr(a,b,c){const d=ct(a);if(d===null)return;if(d.network===null&&d.section===null)return a.fail('invalid_argument','network');fx(a,e=>{const f=filter(e.networks,i=>aH(d,i));if(length(f)>1)return a.fail('ambiguous_target');if(length(f)===0)return a.fail('unknown_target');const g=f[0];const h=hn(e,g,b);if(h!==null)return a.fail(h);aZ(`${b} WPS on "${g[0].ssid}", by ${a.who}`);a.answer({job:hq(e,g,b,c(g,e))});});}
const hs=cp({network:'',section:'',keys:'',force:true},a=>{const b=cq(a,'keys')??'shared';if(index(['shared','own'],b)<0)return a.fail('invalid_argument','keys');hr(a,'enable',(c,d)=>{const e=filter(d.bsses,h=>index(c,h)<0);const f=hm(d,c);const g=gQ(f,e,gv(),()=>dO(gW(11)));return gT(f,b,g);});});const ht=cp({network:'',section:'',force:true},a=>hr(a,'disable',gU));function hu(a){for(let b in ep.tasks)
if(length(filter(b.job.sections,c=>index(a,c)>=0))>0)return b.job;return null;}
function hv(){const a=ey();if(a===null)return;a.until=af().monotonic+gX;if(a.reverting!==null)hh(a,a.reverting);else hl(a);}
function hw(){const a=aW('guard')[0]??null;return a===null?null:{when:int(a.options.when??'0'),sections:a.lists.section??[]};}
function hx(a,b){const c=b.bss;const d=c.ifname;return{ifname:d,section:c.section,radio:c.radio.name,bssid:d===null?null:dj(d),band:c.radio.band,channel:ds(c.radio),enabled:c.wps,ready:b.ready,on_air:fC(a,c),problems:b.problems};}
function hy(a){const b=[];for(let c in a.opening){const d=c.radio.band;if(d!==null&&index(b,d)<0)push(b,d);}
return b;}
function hz(a,b){const c=map(b.places,e=>e.bss);const d=bk(c);return{ssid:c[0].ssid,sections:d,bands:hy(b),enabled:b.enabled,ready:b.ready,keys:ef(c),problems:b.problems,session:fo(d,a.at),job:hu(d),access_points:map(b.places,e=>hx(a,e))};}
function hA(a){const b=fE(a);return{supported:b.running_has_wps===true,daemon:b,networks:map(fH(a,b),c=>hz(a,c)),button:gI(),light:gh(),guard:hw(),house:gO(),now:a.at.epoch};}
const hB=co({},a=>fx(a,b=>a.answer(hA(b))));eL(go);ex();hv();fw();eY();gr();aw('hostapd.',(a,b)=>{if(!b)fb(a);fw();});const hC={'luci.wps':{status:hB,start:gG,cancel:fK,enable:hs,disable:ht,button:gK,press:gL,history:gN,house:gP,check_pin:gM}};return hC;
