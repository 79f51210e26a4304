'use strict';import*as aa from'fs';import*as ab from'uci';import*as ac from'uloop';return ad=>{const ae=ad.aA,af=ad.aB,ag=ad.aC,ah=ad.aD,ai=ad.aF,aj=ad.aG,ak=ad.aI,al=ad.aJ,am=ad.aM,an=ad.aP,ao=ad.aQ,ap=ad.bA,aq=ad.bD,ar=ad.bE,at=ad.bL,au=ad.bM,av=ad.bN,aw=ad.bO,ax=ad.bP,ay=ad.bR,az=ad.bS,aA=ad.bW,aB=ad.cJ,aC=ad.cK,aD=ad.cN,aE=ad.cP,aF=ad.dA,aG=ad.dB,aH=ad.dD,aI=ad.dF,aJ=ad.dK,aK=ad.dN,aL=ad.dW,aM=ad.eE,aN=ad.eH,aO=ad.eI,aP=ad.eJ,aQ=ad.eK,aR=ad.eO,aS=ad.fF,aT=ad.fH,aU=ad.fK;function aV(a){return a;}
const aW={fix:'package',refusal:'wps_not_supported'},aX={fix:'wireless',refusal:'unsuitable_network'},aY={fix:'wait',refusal:'not_on_air'},aZ={fix:'wireless',refusal:null},ba={no_daemon:aW,daemon_without_wps:aW,daemon_restart_needed:{...aW,fix:null},not_managed:{...aY,fix:null},radio_disabled:{...aY,fix:'wireless'},radio_stopped:{...aY,fix:'wireless'},radio_failed:{...aY,fix:'wireless'},multi_ap_backhaul:{...aX,fix:null},unknown_encryption:aX,open_network:aX,wep:aX,tkip_only:aX,enterprise:aX,wpa3_only:aX,bad_key:aX,ppsk:aX,mac_authentication:aX,hidden_ssid:aX,band_6ghz:{...aX,fix:null},wps_disabled:{fix:'enable',refusal:'wps_disabled'},unsaved_changes:{fix:'wireless',refusal:'busy'},radio_down:aY,radar_check:aY,not_on_air:aY,silent:{...aY,fix:'enable'},window_open:{fix:'wait',refusal:'already_open'},overlap:{fix:'wait',refusal:'overlap'},full:{fix:'wireless',refusal:'unsuitable_network'},mac_allow_list:aZ,not_persistent:{...aZ,fix:'enable'},bands_apart:{...aZ,fix:'enable'},routers_apart:{...aZ,fix:'enable'},shared_flag:aZ,pin_exposed:{...aZ,fix:'enable'},fast_roaming:aZ,pmf_required:aZ,other_routers:{...aZ,fix:null}},bb='hostapd_bss_options';function bc(a,b){if(b.scripts==='ucode')return a;return filter(split(join(' ',a),/[ \t]+/),c=>c!=='');}
function bd(a,b){const c=`${b}=`,d=filter(a,e=>index(e,c)===0);return length(d)>0?substr(d[length(d)-1],length(c)):null;}
const be=keys(ba);function bf(a,b){return length(filter(values(a.faults),c=>c===b))>0;}
function bg(a){const b=filter(keys(a.faults),c=>ba[c].refusal==='unsuitable_network');return length(b)===0&&a.radio.managed;}
const bh=['fast_roaming','pmf_required'];function bi(a){const b={};for(let c in keys(a.faults))if(a.wps||index(bh,c)<0)b[c]=a.faults[c];return b;}
function bj(a){const b=a.bss,c=b.radio,d=a.daemon,e=c.refusal,f=!b.disabled&&!c.disabled,g=f&&(c.managed||a.answers),h=e!==null&&e.section===b.section&&bf(b,e.option),i=g&&!a.answers&&(c.failed||e!==null),j=g&&!c.stopped&&!i&&a.radar_left===0;return{...bi(b),no_daemon:!a.daemon_installed,daemon_without_wps:a.daemon_installed&&d.installed_has_wps===false,daemon_restart_needed:d.installed_has_wps!==null&&d.running_has_wps===!d.installed_has_wps,not_managed:f&&!g&&'type',radio_disabled:!f&&'disabled',radio_stopped:g&&c.stopped,radio_failed:i&&!h&&!c.stopped&&(e?.option??true),unsaved_changes:b.unsaved||b.applied===false,radio_down:j&&c.up!==true,radar_check:f&&a.radar_left>0&&a.radar_left,not_on_air:j&&c.up===true&&!a.answers,silent:j&&a.answers&&a.beacons===false,full:a.full&&'maxassoc',window_open:a.open!==null&&(a.open.remaining??true),overlap:a.overlap_left>0&&a.overlap_left,not_persistent:b.wps&&bg(b)&&!a.persistent&&bb,shared_flag:b.wps&&(a.grouped?'wps_independent':a.flagged>1&&'wps_pushbutton'),routers_apart:b.wps&&a.apart&&'uuid',other_routers:b.wps&&a.elsewhere};}
function bk(a,b,c){if(a==='silent'&&c.uplink_away)return'wait';if(a==='wps_disabled'&&b===bb)return'wireless';return ba[a].fix;}
function bl(a){const b=bj(a),c=[];for(let d in be){const e=b[d]??false;if(e===false)continue;const f=ba[d];push(c,{code:d,severity:f.refusal===null?'warning':'error',option:type(e)==='string'?`${e}`:null,fix:bk(d,e,a),seconds:type(e)==='int'?int(e):null,sections:[a.bss.section]});}
return c;}
function bm(a){return filter(a,b=>b.severity==='error')[0]??null;}
const bn={network:null,section:null,ifname:null};function bo(a,b){if(a.network!==null)return b[0].ssid===a.network;if(a.section!==null)return length(filter(b,c=>c.section===a.section))>0;if(a.ifname!==null)return length(filter(b,c=>c.ifname===a.ifname))>0;return true;}
function bp(a){return(a===null?null:ba[a.code].refusal)??'wps_disabled';}
function bq(a,b){if(a.ifname!==null){const c=filter(b.places,d=>d.bss.ifname===a.ifname)[0];return c.ready?{error:null,whole:b,opening:[c.bss]}:{error:bp(bm(c.problems))};}
return b.ready?{error:null,whole:b,opening:b.opening}:{error:bp(b.obstacle)};}
function br(a){const b=filter(a,d=>d.enabled),c=length(b)>0?b:a;return{error:length(c)===1?bp(c[0].obstacle):'wps_disabled'};}
function bs(a,b){const c=b.network!==null||b.section!==null||b.ifname!==null,d=filter(a,f=>bo(b,map(f.places,g=>g.bss)));if(c&&length(d)===0)return{error:'unknown_target'};if(length(d)===1&&(c||d[0].ready))return bq(b,d[0]);const e=filter(d,f=>f.ready);if(length(e)===1)return bq(b,e[0]);if(length(e)>1)return{error:'ambiguous_target'};return c?{error:bp(d[0].obstacle)}:br(d);}
function bt(a,b){if(b!==null)return{...bn,network:b};const c=filter(a,d=>d.enabled)[0]??null;return c===null?null:{...bn,section:c.places[0].bss.section};}
const bu=['ok','wpa3_only','tkip_only'];function bv(a){return index(bu,a.protection)>=0?'personal':a.protection;}
function bw(a){const b=[],c={};for(let d in a){const e=`${d.key_number} ${bv(d)} ${d.ssid}`,f=c[e]??-1;if(f>=0)push(b[f],d);else{c[e]=length(b);push(b,[d]);}}
return b;}
function bx(a){return length(filter(a,b=>b.independent))===0;}
function by(a){if(length(a)<2||bx(a))return true;const b=a[0].uuid;return b!==null&&length(filter(a,c=>c.uuid!==b))===0;}
function bz(a){if(by(a))return a;return slice([...filter(a,b=>b.radio.band==='2g'),...a],0,1);}
function bA(a){const b=filter(a,c=>!c.independent);return[...slice(b,0,1),...filter(a,c=>c.independent)];}
function bB(a){const b=[];for(let c in a)if(index(b,c.section)<0)push(b,c.section);return b;}
function bC(a){return map(a,b=>b.bss);}
function bD(a){const b=filter(a.problems,c=>ba[c.code].refusal==='unsuitable_network'&&c.code!=='full');return length(b)===0;}
function bE(a){const b={};for(let d in a){const e=b[d.code]??null;if(e===null)b[d.code]={...d,sections:[...d.sections]};else{for(let f in d.sections)
if(index(e.sections,f)<0)push(e.sections,f);if(e.seconds!==null)e.seconds=min(e.seconds,d.seconds??e.seconds);}}
const c=[];for(let d in keys(ba)){const e=b[d]??null;if(e!==null)push(c,e);}
return c;}
function bF(a){if(by(a))return[];const b=ba.bands_apart;return[{code:'bands_apart',severity:'warning',option:'wps_independent',fix:b.fix,seconds:null,sections:bB(a)}];}
function bG(a){const b=bm(a.problems);return b===null?length(ba):index(keys(ba),b.code);}
function bH(a){const b=filter(a,f=>f.bss.wps&&!f.bss.disabled),c=filter(a,f=>f.ready),d=bF(bC(b));let e=a[0];for(let f in a){for(let g in f.problems)push(d,g);if(bG(f)>bG(e))e=f;}
return{places:a,enabled:length(b)>0,ready:length(c)>0,opening:bz(bC(c)),problems:bE(d),obstacle:length(c)>0?null:bm(e.problems)};}
const bI=(am+5)*1000,bJ=(am-2)*1000;function bK(a){return map(a,b=>b.ifname);}
function bL(a,b){return{session:{id:a.id,network:a.network,ifnames:bK(a.parts),ifname:null,section:null,method:a.method,origin:a.origin,by:a.by,state:'waiting',open:true,started:a.origin==='external'?null:b.epoch,ended:null,duration:am,remaining:null,attempts_failed:0,reason:null,peer:null},parts:a.parts,homes:a.homes,exclusive:a.exclusive,since:b.monotonic,logged:null,cancelling:null,until:null};}
function bM(a){return a.session.open?filter(a.parts,b=>b.ending===null):[];}
function bN(a,b){return a.session.method==='pin'||!b.independent||b.last.result==='Failed';}
function bO(a){const b=filter(bM(a),c=>bN(a,c)&&c.last.result!=='None');return length(b)>0;}
function bP(a){return a.session.open||a.until!==null;}
function bQ(a,b){const c=a.session.state==='connecting'?'still_trying':null;return{...a,cancelling:['cancelled',b??c]};}
function bR(a,b){return{...a,session:{...a.session,...b}};}
function bS(a,b,c){return bR(a,{state:b[0],reason:b[1],open:false,ended:c.epoch,peer:null});}
function bT(a,b){return{mac:a,name:null,ip:null,signal:b?.signal??null,authorized:b!==null&&b.authorized&&!b.wps};}
function bU(a,b){const c=a.session,d=b?.ifname??null;if(c.ifname===d)return a;return{...a,session:{...c,ifname:d,section:b?.section??null}};}
function bV(a,b,c,d){const e={...bU(a,b),until:d.monotonic+ah*1000};return bR(e,{state:'success',reason:null,open:false,ended:d.epoch,peer:bT(c,null)});}
function bW(a){const b=a?.kind==='answer'?a.clients:null;return filter(keys(b??{}),c=>b?.[c]?.wps===true)[0]??null;}
function bX(a,b){const c=bM(a),d=filter(c,g=>{const h=b[g.ifname]??null;return h?.kind==='answer'&&h.clients!==null;}),e=filter(d,g=>bW(b[g.ifname]??null)!==null)[0]??null,f={state:'waiting',reason:null,open:true,ended:null,peer:null};if(e!==null){const g=b[e.ifname]??null,h=bW(g)??'',i=g?.kind==='answer'?(g.clients?.[h]??null):null,j=a.session.peer?.mac===h&&a.session.peer?.signal===i?.signal;if(j&&a.session.ifname===e.ifname)return a;return bR(bU(a,e),{...f,state:'connecting',peer:bT(h,i)});}
if(a.session.state==='waiting'||length(d)<length(c))return a;return bR(bU(a,null),f);}
function bY(a,b,c,d){if(c)return['failed',b.reason??'authentication_failure'];if(a.cancelling!==null)return a.cancelling;return d>=am*1000?['timeout',null]:null;}
function bZ(a,b){if(a.cancelling!==null)return a.cancelling;if(b>=bJ)return['timeout',null];return a.session.started===null?['timeout','start_not_seen']:['cancelled','elsewhere'];}
function ca(a,b){if(!b.independent)return['lost','sibling'];if(a.session.attempts_failed>0)return['failed',b.last.reason??'unknown'];return['lost','daemon_restarted'];}
function cb(a,b){if(b<=bI)return null;if(a.cancelling!==null)return a.cancelling;return a.session.started===null?['lost','stale']:['timeout','elsewhere'];}
function cc(a,b,c,d,e){if(a.session.method==='pin')return bY(a,b.last,d,e);switch(c){case'Active':return cb(a,e);case'Overlap':return['overlap','several_devices'];case'Timed-out':return bZ(a,e);default:return ca(a,b);}}
function cd(a,b){const c=a.result==='Success'?`WPS-REG-SUCCESS ${a.peer} `:'WPS-FAIL ';return a.result!=='None'&&length(filter(b,d=>index(d,c)===0))>0;}
function ce(a){const b=filter(a,c=>index(c,'WPS-REG-SUCCESS ')===0)[0]??null;return b===null?null:(split(b,' ')[1]??null);}
function cf(a,b){return{part:b===null?a:{...a,ending:b},mac:null,failed:false};}
function cg(a,b,c,d){const e=d.monotonic-a.since;if(c.kind==='gone'){const n=ce(c.told);return{...cf(b,n===null?['lost','access_point_gone']:null),mac:n};}
if(c.kind==='no_wps')return cf(b,['lost','daemon_restarted']);if(c.kind==='answer'&&c.registrar===null)return cf(b,null);const f=c.kind==='answer'?c.registrar:null;if(c.kind==='silent'||f===null||f.pbc==='Unknown'||f.result==='Unknown'){if(a.cancelling!==null)return cf(b,a.cancelling);return cf(b,e>bI?['lost','no_answer']:null);}
const g=b.last,h=f.result!==g.result||f.peer!==g.peer||f.reason!==g.reason,i=h||cd(f,c.told),j=i&&f.result==='Failed',k=h?{...b,last:f}:b;if(i&&f.result==='None')return cf(k,['lost','daemon_restarted']);const l=f.pbc==='Disabled'&&a.session.method==='pbc'&&b.independent;if(f.result==='Success'&&f.peer!==null&&(i||l))
return{part:k,mac:f.peer,failed:false};const m=j?{...a,session:{...a.session,attempts_failed:1}}:a;return{...cf(k,cc(m,k,f.pbc,j,e)),failed:j};}
const ch=['overlap','failed','timeout','cancelled','lost'];function ci(a){for(let b in ch)for(let c in a)if(c.ending?.[0]===b)return c.ending;return['lost','no_answer'];}
function cj(a,b){return b?.[0]==='overlap'||(b?.[0]==='failed'&&a.session.method==='pin');}
function ck(a,b,c){return b===c?a:map(a,d=>(d===b?c:d));}
function cl(a,b,c){let d=a.parts,e=a.session.attempts_failed,f=a.logged,g=null;for(let l in bM(a)){const m=b[l.ifname]??null;if(m===null)continue;const n=cg(a,l,m,c);d=ck(d,l,n.part);if(n.failed)e++;if(n.part.last!==l.last&&bN(a,n.part))f=null;if(n.mac!==null)g??=n;}
if(d===a.parts&&e===a.session.attempts_failed&&g===null)
return bX(a,b);const h=filter(d,l=>l.ending===null),i=filter(d,l=>cj(a,l.ending))[0]??null,j={...a,parts:d,logged:f,session:{...a.session,attempts_failed:e}};if(g!==null)return bV(j,g.part,g.mac??'',c);if(i!==null)return bS(j,ci([i]),c);if(length(h)>0){j.session.ifnames=bK(h);return bX(j,b);}
const k=filter(d,l=>l.ending?.[1]==='sibling'&&l.last.result==='Success')[0]??null;if(a.exclusive&&k!==null)return bV(j,k,k.last.peer??'',c);return bS(j,ci(d),c);}
function cm(a,b,c,d){const e=a.session;if(e.state!=='success')return a;const f=e.peer,g={...a,until:null};let h=true;for(let i in a.homes){const j=c[i.ifname]??null;if(j===null||(j.kind==='answer'&&j.clients===null))h=false;if(j?.kind!=='answer')continue;const k=bT(f.mac,j.clients?.[f.mac]??null);if(k.authorized)
return bR(bU(g,i),{state:'joined',open:false,ended:e.ended,reason:null,peer:{...f,authorized:true,signal:k.signal}});}
if(d.monotonic>=b+(h?0:bI-am*1000))
return bR(g,{state:'success',open:false,ended:e.ended,reason:'not_connected',peer:f});return a;}
function cn(a,b,c){if(a.session.open)return cl(a,b,c);return a.until===null?a:cm(a,a.until,b,c);}
function co(a,b){if(b.session.open||!a.session.open)return[];return filter(b.parts,c=>c.ending===null&&c.ifname!==b.session.ifname);}
function cp(a,b,c){const d=a.session,e=d.peer;if(e===null||(e.name===b&&e.ip===c))return a;return bR(a,{...d,peer:{...e,name:b,ip:c}});}
function cq(a,b){const c=a.session,d=c.open?max(0,am-int((b.monotonic-a.since)/1000)):0;return{...c,remaining:c.started===null?null:d};}
function cr(a){const b=`/sys/class/net/${a}/carrier`,c=aa.readfile(b,1);if(c===null)return aa.access(b)===true?false:null;return c==='1'?true:c==='0'?false:null;}
const cs='/etc/rc.button/wps',ct='/etc/rc.wps/';let cu=null;function cv(){cu??=index(aa.readfile(cs)??'',ct)>=0;return cu;}
const cw=5,cx=2000;let cy=0,cz=0;function cA(a){const b=aI(),c=b.epoch*1000-b.monotonic;if(c-cy>cx||cy-c>cx){cy=c;cz++;}
let d=`${cz}`,e=true;for(let f in a){const g=aa.stat(f);d+=g===null?'/':`/${g.inode} ${g.size} ${g.ctime}`;if(g!==null&&g.ctime>=b.epoch-cw)e=false;}
return{text:d,settled:e};}
function cB(a,b,c){if(a?.text===b.text)return a;return{text:b.settled?b.text:'',value:c()};}
const cC='/etc/config/wps';let cD=null;function cE(){const a=ab.cursor()??die('uci');a.load(cC);return a;}
function cF(){const a={};cE().foreach('wps',null,b=>{const c={},d={};for(let e in keys(b))
if(substr(e,0,1)==='.')continue;else if(type(b[e])==='array')d[e]=b[e];else c[e]=`${b[e]}`;a[b['.type']]??=[];push(a[b['.type']],{name:b['.name'],options:c,lists:d});});return a;}
function cG(a){cD=cB(cD,cA([cC]),cF);return cD.value[a]??[];}
function cH(a,b,c){if(aa.access(cC)!==true&&aa.writefile(cC,'')===null)return false;const d=cE();d.set('wps',a,b);for(let e in keys(c)){const f=c[e];if(f!==null)d.set('wps',a,e,f);else if((d.get('wps',a,e)??null)!==null)d.delete('wps',a,e);}
return d.commit()===true;}
function cI(a){if(length(a)===0)return true;const b=cE();for(let c in a)if((b.get('wps',c)??null)!==null)b.delete('wps',c);return b.commit()===true;}
function cJ(a){return aa.access(a)===true;}
function cK(a,b){const c=aa.readfile(a);if(c===null&&cJ(a))return null;return c===b;}
function cL(a){return aa.readfile(a);}
function cM(a){aa.unlink(a);}
function cN(a){return(aa.stat(a)?.size??0)<90;}
function cO(a,b){return aM(a,b,'network',true);}
function cP(){return length(aa.glob('/etc/hostapd-wps-*.psk'))>0;}
function cQ(){return aa.glob('/etc/hostapd-wps-*.psk','/etc/hostapd-wps-*.psk.new','/etc/hostapd-wps-*.cred','/etc/hostapd-wps-*.cred.new');}
const cR=['Disabled','Active','Timed-out','Overlap'],cS=['None','Success','Failed'],cT={pbc:'Disabled',result:'None',reason:null,peer:null};function cU(a,b){return{object:`hostapd.${a}`,method:b};}
const cV=/([0-9a-f]{2}:){5}[0-9a-f]{2}/;function cW(a){return match(a,cV)?.[0]===a;}
function cX(a){const b=a.last_wps_result,c=a.reason==='Authentication Failure',d=a.peer_address;return{pbc:index(cR,a.pbc_status)<0?'Unknown':a.pbc_status,result:index(cS,b)<0?'Unknown':b,reason:c?'authentication_failure':a.reason?'unknown':null,peer:type(d)==='string'&&cW(d)?d:null};}
function cY(a){const b={};for(let c in keys(a?.clients??{})){const d=a.clients[c];b[lc(c)]={authorized:d.authorized===true,wps:d.wps===true,signal:type(d.signal)==='int'?d.signal:null};}
return b;}
function cZ(a,b,c){if(a.code===ai)return{kind:'no_wps'};if(a.code===aj)return{kind:'gone',told:c};if(a.code!==ak||type(a.data)!=='object')return{kind:'silent'};return{kind:'answer',registrar:cX(a.data),clients:b?.code===ak?cY(b.data):null,told:c};}
function da(a){if(a.code===aj)return{kind:'gone',told:[]};if(a.code!==ak)return{kind:'silent'};return{kind:'answer',registrar:null,clients:cY(a.data),told:[]};}
const db=/hostapd(\[[0-9]+\])?: ([A-Za-z0-9._-]+): (.*)/;function dc(a){const b=match(a.msg,db);return b?.[0]===a.msg?{ifname:b[2],text:b[3]}:null;}
function dd(a){const b=[];for(let c in a){const d=split(dc(c)?.text??'',' ');if(d[0]!=='AP-STA-CONNECTED'||length(d)<3||!cW(d[1]))continue;if(index(d[2],'keyid=')===0)
push(b,{mac:d[1],id:substr(d[2],length('keyid='))});}
return b;}
function de(a,b,c){if(length(c)===0||c[0].id>b+1||c[length(c)-1].id<b)return null;const d=[];for(let e in c){const f=dc(e);if(e.id>b&&f!==null&&index(a,f.ifname)>=0)push(d,f.text);}
return d;}
function df(a,b,c){const d=de(a,b,c);return d===null?null:length(filter(d,e=>index(e,'CTRL-EVENT-EAP-STARTED ')===0))>0;}
const dg=12;function dh(a,b,c){const d=filter(de(a,b,c)??[],f=>index(f,'WPS-FAIL msg=')===0),e=filter(d,f=>int(substr(split(f,' ')[1],length('msg=')))>=dg);return length(d)>0&&length(e)===0;}
function di(a,b,c){const d=[];for(let e in c){const f=dc(e);if(f?.ifname!==a||e.id<=(b??e.id))continue;if(index(f.text,'WPS-')===0)push(d,f.text);}
return d;}
const dj='/tmp/dhcp.leases',dk='/proc/net/arp',dl=/[ \t]+/,dm={name:null,ip:null};function dn(a){return map(split(aa.readfile(a)??'','\n'),b=>split(trim(b),dl));}
function dp(a){return{name:null,ip:a[0]};}
function dq(a){return{name:a[3]&&a[3]!=='*'?a[3]:null,ip:a[2]??null};}
function dr(){const a={};for(let b in dn(dk))
if(length(b)>3)a[lc(b[3])]=dp(b);for(let b in dn(dj))
if(length(b)>2)a[lc(b[1])]=dq(b);return a;}
function ds(a){return dr()[a]??dm;}
const dt='/var/run/luci-wps-house.json';function du(){const a=aa.readfile(dt);if(a===null)return null;try{const b=json(a);return type(b?.routers)==='array'&&type(b.connected)==='bool'?b:null;}catch{return null;}}
function dv(){return cG('house')[0]?.options?.uuid??null;}
function dw(a,b){aR({object:'luci.wps.house',method:'start',args:{network:a,session:b}});}
let dx=null;try{dx=require('log');}catch{dx=null;}
function dy(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(dx)dx.syslog(dx.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function dz(a){return{object:'log',method:'read',args:{lines:a,stream:false}};}
function dA(a){return a?.data?.log??[];}
function dB(a){an('luci.wps',a);}
const dC='/etc/config/wireless';function dD(){const a=ab.cursor()??die('uci');a.load(dC);return a;}
function dE(){return dD().get_all('wireless')??{};}
const dF='/var/run/rpcd',dG=/[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/;function dH(){const a={},b=filter(aa.lsdir(dF)??[],c=>index(c,'uci-')===0);for(let c in['/tmp/.uci',...map(b,d=>`${dF}/${d}`)]){const d=aa.readfile(`${c}/wireless`);if(d===null)continue;for(let e in split(d,'\n')){const f=match(e,dG);if(f?.[0]===e)a[f[1]]=true;}}
return a;}
function dI(){const a=[];for(let b in aa.lsdir('/lib/netifd/wireless')??[]){if(substr(b,-3)==='.sh')push(a,substr(b,0,length(b)-3));}
return a;}
const dJ='/usr/share/ucode/wifi/ap.uc',dK='/lib/netifd/hostapd.sh',dL='/lib/netifd/wireless.uc',dM=[dJ,dK,dL],dN=[dC,...dM];function dO(){return cA(dM);}
function dP(){return cA(dN);}
function dQ(){return{netifd_ucode:aa.access(dL)===true,ap_uc:aa.readfile(dJ),hostapd_sh:aa.readfile(dK)};}
function dR(a){const b=match(a,/@wifi-iface\[-?[0-9]+\]/);return b?.[0]===a?(dD().get_all('wireless',a)?.['.name']??a):a;}
function dS(a){return trim(aa.readfile(`/sys/class/net/${a}/address`)??'')||null;}
function dT(a,b){const c=dD(),d={};for(let e in b)d[e]=c.get('wireless',a,e)??null;return d;}
function dU(a){const b=dD();for(let c in keys(a)){const d=a[c];for(let e in keys(d)){const f=d[e];if(f!==null)b.set('wireless',c,e,f);else if(b.get('wireless',c,e)!==null)b.delete('wireless',c,e);}}
return b.commit()===true;}
function dV(a,b){return a.args[b]??null;}
function dW(a){for(let b in keys(a.args))
if(a.args[b]===''&&b!=='ubus_rpc_session')return b;return null;}
function dX(a){const b=dV(a,'origin')??'luci.wps',c=dV(a,'by'),d=c===null||match(c,/[A-Za-z0-9_.-]{1,32}/)?.[0]===c,e=b!=='house'&&b!=='luci.wps'?'origin':d?null:'by';if(e!==null){a.fail('invalid_argument',e);return null;}
return b==='house'?{origin:b,by:c??b}:{origin:'luci.wps',by:a.who};}
function dY(a){const b=dV(a,'section'),c={network:dV(a,'network'),section:b===null?null:dR(b),ifname:dV(a,'ifname')},d=filter(keys(c),f=>c[f]!==null),e=dW(a)??(length(d)>1?d[1]:null);if(e===null)return c;a.fail('invalid_argument',e);return null;}
const dZ={mode:['text','text'],disabled:['yes','yes'],ssid:['text','text'],encryption:['text','text'],key:['text','text'],wpa_psk_file:['text','text'],hidden:['yes','yes'],ignore_broadcast_ssid:[null,'yes'],ieee80211w:['number','number'],ieee80211r:['yes','yes'],multi_ap:['number','number'],ppsk:['yes','yes'],macfilter:['text','text'],auth_server:['list','list'],auth_server_addr:[null,'list'],maxassoc:['number','number'],max_num_sta:[null,'number'],wps_pushbutton:['yes','yes'],wps_label:['yes','yes'],wps_independent:['number','number'],wps_pin:['text','text'],ap_pin:[null,'text'],ext_registrar:['yes','yes'],wps_device_name:['text','text'],multi_ap_backhaul_ssid:['text','text'],multi_ap_backhaul_key:['text','text'],uuid:['text','text'],hostapd_bss_options:['list','list']},ea={disabled:['yes','yes'],type:['text','text'],band:['text','text'],hwmode:['text','text'],channel:['text','text']},eb=['1','true'],ec=['0','false'];function ed(a){return index(eb,a)>=0?true:index(ec,a)>=0?false:null;}
function ee(a,b){const c=type(a)==='string'?a:'',d=b.netifd==='c'?c:trim(c);if(match(d,/0[xX][0-9a-fA-F]+/)?.[0]===d)return hex(d);if(match(d,/-?[0-9]+/)?.[0]!==d)return null;return int(d,match(d,/0[0-7]+/)?.[0]===d?8:10);}
function ef(a){if(type(a)==='array')return a;return filter(split(`${a ?? ''}`,/[ \t]+/),b=>b!=='');}
function eg(a,b,c){const d=b[c.scripts!=='ucode'?0:1];if((a??null)===null||d===null)return null;if(d==='list')return ef(a);if(d==='yes')return ed(a);if(d==='number')return ee(a,c);return type(a)==='string'?a:null;}
function eh(a,b,c){const d={};for(let e in keys(b))d[e]=eg(a[e],b[e],c);if(!c.uuid)d.uuid=null;return d;}
const ei=['sta','mesh','adhoc'],ej=['ssid','encryption','key','hidden','ignore_broadcast_ssid','macfilter','auth_server','auth_server_addr','ppsk','multi_ap','ieee80211w','wps_pushbutton','wps_label','wps_independent','uuid','wpa_psk_file','hostapd_bss_options'],ek='mac80211';function el(a){return a===false||a===null?'':sprintf('%J',a);}
function em(a,b){return type(b)==='double'||(type(b)==='array'&&index(dZ[a],'list')<0);}
function en(a,b,c){if(b===c)return true;if(b===null&&em(a,c))return true;return el(b)===el(c);}
function eo(a,b){const c=a.iface.options;return(length(filter(ej,d=>!en(d,c[d],b?.[d]??null)))===0);}
function ep(a,b,c){const d=b!==null||index(c,a.type)>=0;return{...a.radio,managed:a.type===ek&&d,up:b?.up??null,stopped:b?.autostart===false,failed:b?.retry_setup_failed===true};}
function eq(a){const b=filter(a,c=>index(ei,c.config?.mode)>=0);return filter(map(b,c=>c.ifname??null),c=>c!==null);}
function er(a,b,c,d){const e=[],f={};for(let g in a){const h=b?.[g.radio.name]??null,i=h?.interfaces??[],j=ep(g,h,d),k=eq(i);for(let l in g.drafts){const m=l.name,n=filter(i,p=>p.section===m)[0]??null,o=n?.ifname??null;if(f[o??''])continue;f[o??'']=o!==null;push(e,{...l.bss,radio:j,ifname:o,applied:n===null?null:eo(l,n.config??null),unsaved:c[l.bss.section]===true||c[j.name]===true,uplinks:k});}}
return e;}
const es=[['*tkip+aes',['CCMP','TKIP']],['*tkip+ccmp',['CCMP','TKIP']],['*aes+tkip',['CCMP','TKIP']],['*ccmp+tkip',['CCMP','TKIP']],['*ccmp256',['CCMP-256']],['*aes',['CCMP']],['*ccmp',['CCMP']],['*tkip',['TKIP']],['*gcmp256',['GCMP-256']],['*gcmp',['GCMP']],['wpa3-192*',['GCMP-256']],['*',['CCMP']]],et=[['wpa2*',2],['wpa3*',2],['*psk2*',2],['psk3*',2],['sae*',2],['owe*',2],['wpa*mixed*',3],['*psk*mixed*',3],['wpa*',1],['*psk*',1],['*',0]],eu=[['owe*','owe'],['wpa3*','eap'],['psk3-mixed*','psk-sae'],['sae-mixed*','psk-sae'],['psk3*','sae'],['sae*','sae'],['*psk*','psk'],['*wpa*','eap'],['*8021x*','eap'],['*wep*','wep'],['*','none']],ev={none:'none',owe:'owe','wpa3-192':'eap','wpa3-mixed':'eap',wpa3:'eap',psk:'psk',psk2:'psk','psk-mixed':'psk',sae:'sae',psk3:'sae','psk3-mixed':'psk-sae','sae-mixed':'psk-sae','sae-compat':'psk-sae-compat',wpa:'eap',wpa2:'eap','wpa-mixed':'eap','psk-sae':'psk-sae','psk-sae-compat':'psk-sae-compat',eap:'eap',eap2:'eap',eap192:'eap','eap-eap2':'eap'},ew={'tkip+aes':['CCMP','TKIP'],'tkip+ccmp':['CCMP','TKIP'],'aes+tkip':['CCMP','TKIP'],'ccmp+tkip':['CCMP','TKIP'],ccmp256:['CCMP-256'],aes:['CCMP'],ccmp:['CCMP'],tkip:['TKIP'],gcmp256:['GCMP-256'],gcmp:['GCMP']},ex={none:[],owe:['OWE'],wep:[],psk:['WPA-PSK'],'psk-sae':['WPA-PSK','SAE'],'psk-sae-compat':['WPA-PSK','SAE'],sae:['SAE'],eap:['WPA-EAP'],dpp:['DPP'],unknown:[]};function ey(a,b){return filter(a,c=>wildcard(b,c[0]))[0][1];}
function ez(a,b){if(a==='dpp'&&b.dpp)return'dpp';if(b.scripts!=='ucode')return ey(eu,a);return ev[split(a,'+')[0]]??'unknown';}
function eA(a,b){if(b.scripts!=='ucode')return ey(es,a);const c=index(a,'+'),d=c<0?'':substr(a,c+1);return ew[d]??(index(a,'wpa3-192')===0?['GCMP-256']:['CCMP']);}
function eB(a,b){const c=a??'none',d=ez(c,b),e=d==='dpp'?2:ey(et,c);return{auth:d,wpa:e,ciphers:e===0?[]:eA(c,b),akms:e===0?[]:ex[d]};}
const eC=['CCMP','GCMP','CCMP-256','GCMP-256'];function eD(a){const b=a.akms;if(a.auth==='eap'||index(b,'DPP')>=0||index(b,'WPA-EAP')>=0)
return'enterprise';if(a.auth==='wep')return'wep';if(a.wpa===0||index(b,'OWE')>=0)return'open_network';if(length(b)===0)return'unknown_encryption';if(index(b,'WPA-PSK')<0)return'wpa3_only';const c=length(filter(a.ciphers,d=>index(eC,d)>=0))>0;return a.wpa!==1&&c?'ok':'tkip_only';}
function eE(a,b){return eD(eB(type(a)==='string'?a:null,b));}
function eF(a,b){const c=eh(a,dZ,b);return{section:a,options:c,lines:bc(c.hostapd_bss_options??[],b),software:b};}
function eG(a){const b=length(a);return b===64?match(a,/[0-9A-Fa-f]+/)?.[0]===a:b>=8&&b<64;}
function eH(a,b,c,d){const e=bd(a.lines,b);return e===null?{value:c,option:d}:{value:e,option:bb};}
function eI(a,b,c){return a.software.scripts!=='ucode'||(a.section[b]??null)!==null?b:c;}
function eJ(a){const b=match(a,/ *-?[0-9]+/)?.[0]??'';return b!==''&&index(a,b)===0?int(trim(b)):0;}
function eK(a){return filter(split(a,' '),b=>b!=='');}
function eL(a){return a.software.scripts==='ucode'&&type(a.section.encryption)==='array';}
const eM={auth:'unknown',wpa:2,ciphers:[],akms:[]};function eN(a){const b=eL(a)?eM:eB(a.options.encryption,a.software),c=bd(a.lines,'wpa'),d=bd(a.lines,'wpa_key_mgmt'),e=bd(a.lines,'rsn_pairwise')??bd(a.lines,'wpa_pairwise');return{auth:b.auth,wpa:c===null?b.wpa:eJ(c),akms:d===null?b.akms:eK(d),ciphers:e===null?b.ciphers:eK(e)};}
function eO(a){const b=eI(a,'hidden','ignore_broadcast_ssid');return eH(a,'ignore_broadcast_ssid',a.options[b]===true?'1':'0',b);}
const eP=['psk','psk-sae','psk-sae-compat','sae'];function eQ(a){return index(eP,a.auth)>=0;}
function eR(a,b){const c=a.software.scripts==='old'?b.auth==='psk':eQ(b);return c&&a.options.ppsk===true;}
function eS(a,b){const c=eI(a,'auth_server','auth_server_addr'),d=a.options.macfilter;let e={value:'0',option:'macfilter'};if(eR(a,b))e={value:'2',option:'ppsk'};if(length(a.options[c]??[])>0&&index(['eap','dpp','unknown'],b.auth)<0)
e={value:'2',option:c};if(d==='allow')e={value:'1',option:'macfilter'};if(d==='deny')e={value:'0',option:'macfilter'};return eH(a,'macaddr_acl',e.value,e.option);}
function eT(a){return eH(a,'ieee80211w',`${a.options.ieee80211w ?? 0}`,'ieee80211w');}
function eU(a){return a.options.wps_pushbutton===true||a.options.wps_label===true;}
function eV(a){return eH(a,'wps_state',eU(a)?'2':'0','wps_pushbutton');}
function eW(a){const b=a.options.wps_independent,c=a.software.scripts==='ucode'&&(a.section.wps_independent??null)!==null?'0':'1';return eJ(eH(a,'wps_independent',`${b ?? c}`,'wps_independent').value)!==0;}
function eX(a){const b=eI(a,'maxassoc','max_num_sta'),c=eJ(eH(a,'max_num_sta',`${a.options[b] ?? 0}`,b).value);return c>0?c:null;}
function eY(a){return bd(a.lines,'uuid')??a.options.uuid;}
function eZ(a){return bd(a.lines,'ssid')??a.options.ssid??'';}
function fa(a){return filter(ae,b=>index([null,'',false],a.options[b])<0)[0]??null;}
function fb(a,b){const c=a.options.key;if(c!==null&&eG(c))return false;const d=b||a.options.wpa_psk_file!==null;return!d||(c!==null&&(length(c)===64||a.software.scripts!=='ucode'));}
const fc=['ok','wpa3_only','tkip_only'];function fd(a,b,c){const d=a.options,e=eD(b),f=eD(eN({...a,lines:[]})),g=eS(a,b),h=eT(a),i=eO(a),j=eV(a),k=fa(a),l={};if(d.multi_ap===1)return{multi_ap_backhaul:'multi_ap'};if(e!=='ok')l[e]=e===f?'encryption':bb;if(eR(a,b))l.ppsk='ppsk';else{if(index(fc,e)>=0&&fb(a,c))l.bad_key='key';if(eJ(g.value)===2)l.mac_authentication=g.option;}
if(eJ(i.value)!==0)l.hidden_ssid=i.option;if(eJ(j.value)!==2)l.wps_disabled=j.option;if(eJ(g.value)===1)l.mac_allow_list=g.option;if(k!==null)l.pin_exposed=k;if(d.ieee80211r===true&&b.wpa>=2)l.fast_roaming='ieee80211r';const m=index(b.akms,'SAE')<0||b.auth==='psk-sae-compat';if(e==='ok'&&m&&eJ(h.value)===2)l.pmf_required=h.option;return l;}
const fe={b:'2g',g:'2g',a:'5g'};function ff(a){const b=`${a.channel ?? ''}`;return match(b,/[0-9]+/)?.[0]===b?int(b):0;}
function fg(a,b){const c=`${a.hwmode ?? ''}`,d=index(c,'11')===0?substr(c,2):c;if(index(['a','b','g','ad'],d)>=0)return d;return b.scripts!=='ucode'&&ff(a)>14?'a':'g';}
function fh(a,b){const c=a.band??null;if(index(['2g','5g','6g'],c)>=0)return c;if(c==='60g'||(c!==null&&b.scripts==='ucode'))return null;return fe[fg(a,b)]??null;}
const fi={access_network_type:[0,15],iw_access_network_type:[0,15],anqp_domain_id:[0,65535],assoc_sa_query_max_timeout:[1,4294967295],ieee80211w_max_timeout:[1,4294967295],assoc_sa_query_retry_timeout:[1,4294967295],ieee80211w_retry_timeout:[1,4294967295],dtim_period:[1,255],dynamic_vlan:['0','1','2'],eapol_version:['1','2'],ieee80211w:['0','1','2'],macfilter:['allow','deny'],ocv:[0,15],reassociation_deadline:[1000,65535],sae_pwe:['0','1','2'],time_advertisement:['0','2'],transition_disable:['on','off','0','1','sae','sae-pk','wpa3','owe']},fj=['transition_disable'],fk={band:['2g','5g','6g','60g'],beacon_int:[15,65535],cell_density:[0,3],chanbw:['5','10','20'],he_bss_color:[1,128],htmode:[...['NOHT','HT20','HT40-','HT40+','HT40','VHT20','VHT40','VHT80','VHT160'],...['HE20','HE40','HE80','HE160','EHT20','EHT40','EHT80','EHT160','EHT320']],log_level:[0,4],mbssid:[0,2],require_mode:['n','ac','ax'],rx_stbc:[0,4],vht160:[0,2],vht_link_adapt:[0,3],vht_max_a_mpdu_len_exp:[0,7],vht_max_mpdu:['3895','7991','11454']};function fl(a,b,c,d){if(index(fj,a)>=0)return length(filter(ef(b),g=>index(c,g)<0))===0;const e=ee(b,d);if(type(c[0])==='string')return index(c,e===null?b:`${e}`)>=0;const f=c;return e===null||((f[0]===0||e>=f[0])&&e<=f[1]);}
function fm(a,b,c){if(c.scripts!=='ucode')return null;const d=f=>(a[f]??null)!==null,e=f=>!fl(f,a[f],b[f],c);return filter(keys(b),f=>d(f)&&e(f))[0]??null;}
function fn(a,b){return fm(a,fi,b);}
function fo(a,b){return fm(a,fk,b);}
const fp=32,fq=2007;function fr(a){const b=a.options.auth_server??a.options.auth_server_addr??[],c=bd(a.lines,'eap_server')??a.section.eap_server??'0';return length(b)>0||(a.section.server??null)!==null||c==='1';}
function fs(a){return a===null||match(a,/[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/)!==null;}
function ft(a){return a===''||index(a,'#')===0||match(a,/[a-z][a-z0-9_]*=.*/)?.[0]===a;}
function fu(a,b){const c=a.options.key;if(eR(a,b))return false;if(c===null)return a.software.scripts==='old'&&a.options.wpa_psk_file===null;return!eG(c)&&(length(c)===64||a.software.scripts!=='ucode');}
function fv(a,b){const c=a.options,d=c.ieee80211r===true&&b.wpa>=2&&b.auth!=='psk',e=b.auth==='owe'?null:c.key;return(a.software.scripts==='shell'&&d&&e===null&&(a.section.auth_secret??null)===null);}
function fw(a){const b=a.options.multi_ap_backhaul_key;return(a.options.multi_ap>0&&!!a.options.multi_ap_backhaul_ssid&&b!==null&&length(b)<8);}
function fx(a,b){const c=a.options,d=eD(b),e=a.software.scripts!=='ucode',f=length(c.ssid??'');if(f>fp||(e&&f===0))return'ssid';if(index([null,0,1,2,3],c.multi_ap)<0)return'multi_ap';if((c.maxassoc??c.max_num_sta??0)>fq)return'maxassoc';if(d==='wep')return'encryption';if(d==='unknown_encryption'&&(eL(a)||c.wpa_psk_file===null))
return'encryption';if(eR(a,b)&&eJ(eS(a,b).value)!==2)
return'macfilter';if(b.auth==='eap'&&!fr(a))return'auth_server';if(eQ(b)&&fu(a,b))return'key';if(fv(a,b))return'ieee80211r';if(e&&eU(a)&&fw(a))return'multi_ap_backhaul_key';if(eU(a)&&!fs(eY(a)))return'uuid';if(eU(a)&&length(c.wps_device_name??'')>fp)return'wps_device_name';return length(filter(a.lines,g=>!ft(g)))>0?bb:null;}
const fy=['ap','sta','adhoc','mesh'];function fz(a,b){const c=index(fy,a.options.mode)>=0,d=c?fn(a.section,a.software):null;return d??(a.options.mode==='ap'?fx(a,b):null);}
function fA(a,b){const c=a.country??null;if(c!==null&&match(c,/[A-Z0-9][A-Z0-9].*/)?.[0]!==c)return'country';return fo(a,b);}
function fB(a,b){const c=filter(values(a),d=>d['.type']===b);return sort(c,(d,e)=>d['.index']-e['.index']);}
function fC(a,b,c){return a['.anonymous']&&c.netifd==='c'?`@${a['.type']}[${b}]`:a['.name'];}
const fD=['yes','yes'];function fE(a,b,c){const d=a.iface??null;if(c.netifd==='c')return d===null||type(d)==='array'||d===b;return d===null||index(ef(d),b)>=0;}
function fF(a,b,c){if(c.netifd==='c'&&a['.anonymous'])return false;const d=filter(b,e=>eg(e.disabled,fD,c)!==true&&fE(e,a['.name'],c));return length(d)>0;}
function fG(a){const b={};return map(a,(c,d)=>{const e=c.options.key;return e===null?d:(b[`key ${e}`]??=d);});}
function fH(a){const b=a.section.device??null;if(a.software.netifd==='ucode')return ef(b);if(type(b)==='array')return a.software.scripts==='old'?[]:b;return b===null?[]:[b];}
function fI(a,b,c){const d=fA(a,c);if(d!==null)return{section:a['.name'],option:d};for(let e in b){const f=e.options.disabled===true?null:fz(e,eN(e));if(f!==null)return{section:e.section['.name'],option:f};}
return null;}
function fJ(a,b,c){const d=eh(a,ea,c),e=ff(d);return{name:a['.name'],band:fh(d,c),channel:e>0?e:null,disabled:d.disabled===true,managed:true,up:null,stopped:false,failed:false,refusal:b};}
function fK(a,b,c,d){const e=eN(a),f=a.options,g=fd(a,e,d);if(b.band==='6g')g.band_6ghz='band';return{section:a.section['.name'],radio:b,ifname:null,ssid:eZ(a),disabled:f.disabled===true,encryption:f.encryption??'none',protection:eD(e),sae:index(e.akms,'SAE')>=0,key_number:c,faults:g,capacity:eX(a),wps:eJ(eV(a).value)===2,independent:eW(a),uuid:eY(a),raw:a.lines,applied:null,psk_file:f.wpa_psk_file,stations:d,unsaved:false,uplinks:[]};}
function fL(a,b){const c=fB(a,'wifi-station'),d=map(fB(a,'wifi-iface'),f=>eF(f,b)),e=fG(d);return map(fB(a,'wifi-device'),f=>{const g=filter(d,j=>index(fH(j),f['.name'])>=0),h=fJ(f,fI(f,g,b),b),i=filter(g,j=>j.options.mode==='ap');return{radio:h,type:type(f.type)==='string'?f.type:null,drafts:map(i,j=>{const k=index(d,j),l=fF(j.section,c,b),m=fC(j.section,k,b);return{bss:fK(j,h,e[k],l),iface:j,name:m};})};});}
function fM(a){const b=a.ap_uc??a.hostapd_sh??'';return{netifd:a.netifd_ucode?'ucode':'c',scripts:a.ap_uc!==null?'ucode':index(b,'sae_password_file')>=0?'shell':'old',uuid:index(b,'uuid')>=0,dpp:index(b,'dpp')>=0};}
let fN=null,fO=null;function fP(){fN=cB(fN,dO(),()=>fM(dQ()));return fN.value;}
function fQ(){fO=cB(fO,dP(),()=>fL(dE(),fP()));return fO.value;}
let fR=null;function fS(a){const b=fQ(),c=dH(),d=dI(),e=sprintf('%J',[a,c,d]);if(fR?.configuration!==b||fR?.told!==e)
fR={configuration:b,told:e,bsses:er(b,a,c,d)};return fR.bsses;}
const fT=['network','off','stock'];function fU(a){return filter(fT,b=>b===a)[0]??null;}
function fV(){const a=cG('button')[0]?.options??{},b=fU(a.action??null)??'network';return{present:cv(),action:b,network:b==='network'?(a.network??null):null};}
const fW=0x100e,fX=0x1026,fY=0x1045,fZ=0x1003,ga=0x100f,gb=0x1027,gc=0x1020,gd=0x0020,ge=0x0008;function gf(a){return chr(int(a/256),a%256);}
function gg(a,b){return gf(a)+gf(length(b))+b;}
function gh(a,b){return gg(fW,gg(fX,chr(1))+
gg(fY,a)+
gg(fZ,gf(gd))+
gg(ga,gf(ge))+
gg(gb,b)+
gg(gc,chr(255,255,255,255,255,255)));}
function gi(){const a=cG('guard')[0]??null;return a===null?null:{when:int(a.options.when??'0'),sections:a.lists.section??[]};}
function gj(a){const b=dT(a,['encryption','ssid','key']);if(eE(b.encryption,fP())!=='ok')return'';if(b.key===null||b.ssid===null)return null;return gh(`${b.ssid}`,`${b.key}`);}
function gk(a){return`wps=1 00:00:00:00:00:00 ${dT(a, ['key']).key ?? ''}\n`;}
function gl(a){const b=a.psk_file??'';return aB(b,'psk')&&cN(b)&&cK(b,gk(a.section))===true;}
function gm(a){const b=ar(a.raw);if(b!==null)return cK(b,gj(a.section)??'')===false?'lost':'shared';if(!aB(a.psk_file,'psk'))return'lost';return gl(a)?'shared':'own';}
let gn={},go=null;function gp(a){return(gn[a.section]??=gm(a));}
function gq(a){const b=map(filter(a,c=>c.wps),gp);if(length(b)===0||index(b,'lost')>=0)return'lost';return index(b,'own')>=0?'own':'shared';}
function gr(a,b){const c=gj(b);if(c===null)return false;return cK(a,c)===true||cO(a,c);}
function gs(a){return aK(a)!==null;}
function gt(a,b){return{hostapd_bss_options:[...ax(a.raw),...aT(a.raw),...aq(b)]};}
function gu(a){const b=['/etc'];for(let c in a)
for(let d in[ar(c.raw),aB(c.psk_file,'psk')?c.psk_file:null])
if(d!==null&&index(b,d)<0)push(b,d);return cA(b);}
function gv(a){if(gi()!==null)return;const b=aQ()?.former??{};for(let c in keys(b)){const d=b[c].hostapd_bss_options??[];a[`${b[c].wpa_psk_file ?? ''}`]=true;a[ar(type(d)==='array'?d:[])??'']=true;}
for(let c in cQ())
if(!a[c]&&(!aB(c,'psk')||aC(c)))cM(c);}
let gw=0;const gx=30000;function gy(a){return gw>0&&a-gw<gx;}
function gz(a){const b={},c={};let d=false,e=0;for(let f in a){const g=ar(f.raw),h=g===null?null:gj(f.section);if(g!==null)b[g]=true;if(g!==null&&h!==null&&cK(g,h)===false){e++;const j=f.applied===true&&cJ(g)?aH(g,f.section):g;b[j]=true;if(cO(j,h)&&j!==g)c[f.section]=gt(f,j);}
const i=aB(f.psk_file,'psk')?f.psk_file:null;if(i===null||b[i])continue;b[i]=true;if(!cJ(i)){e++;d=gs(i)||d;}}
gv(b);if(length(c)>0&&dU(c)){aR({object:'network',method:'reload'});gw=aI().monotonic;}
if(d)aR({object:'hostapd',method:'reload'});return e===0&&aQ()===null;}
function gA(a){const b=gu(a);if(go?.bsses===a&&go.text===b.text)return true;gn={};go=gz(a)&&b.settled?{bsses:a,text:b.text}:null;return false;}
const gB=1000,gC=900,gD=50;let gE=null;const gF=120;function gG(a,b){const c=a.session.peer;return c!==null&&c.ip===null&&b.epoch-(a.session.ended??b.epoch)<=gF;}
function gH(a,b){const c=a.session.peer;if(c===null||!gG(a,b))return a;const d=ds(c.mac);return cp(a,d.name,d.ip);}
const gI=[];function gJ(a){push(gI,a);}
function gK(a,b,c){const d=cq(b,aI()),e=d.peer,f=d.reason===null?'':` (${d.reason})`,g=e===null?'':`, device ${e.name ?? e.mac}`,h=c!==null||d.by===null?'':`, by ${d.by}`,i=d.ifname??join(', ',d.ifnames);dy(`WPS on "${d.network}" (${i}): ${a}${f}${g}${h}`);dB({type:a,session:d});}
function gL(a,b){const c=cq(a,aI());map(gI,d=>az(()=>d(c,b)));}
function gM(a){let b=0;for(let c in aF.presses){const d=index(c.spared,a.ifname)>=0||(!c.independent&&!a.independent);if(!d)b=max(b,c.until);}
return b;}
function gN(a,b){const c=max(aF.overlaps[a.ifname??'']??0,gM(a));return max(0,int((c-b.monotonic+999)/1000));}
function gO(a,b,c){if(b.kind!=='answer'||b.registrar===null)return;const d=aF.overlaps[a]??null;if(b.registrar.pbc==='Overlap'){if(d!==null)return;aF.overlaps[a]=c.monotonic+al*1000;}else if(d!==null&&(b.registrar.pbc==='Active'||d<=c.monotonic))
delete aF.overlaps[a];else return;aS();}
function gP(a,b){const c=filter(a.parts,e=>e.ifname===a.session.ifname)[0]??null;if(c===null||a.session.method==='pin')return;const d=b.monotonic+al*1000;aF.presses=[{spared:[c.ifname],independent:c.independent,until:d},...filter(aF.presses,e=>e.until>b.monotonic)];}
function gQ(a){for(let b in a)aF.closing[b.ifname]=true;for(let b in bA(a))aR(cU(b.ifname,'wps_cancel'));}
function gR(a,b){if(!exists(aF.closing,a))return;if(b.kind==='answer'&&b.registrar?.pbc==='Active')aR(cU(a,'wps_cancel'));else if(b.kind!=='silent'){delete aF.closing[a];aS();}}
function gS(a,b,c){const d=b.session,e=a.session.state;if(d.state==='lost')for(let f in b.parts)aF.stuck[f.ifname]=true;if(d.state==='success'&&e!=='success')gP(b,c);gQ(co(a,b));if(d.state==='failed'&&d.method==='pin')
for(let f in bA(b.parts))aR(cU(f.ifname,'wps_cancel'));if(d.state!=='waiting')gK(d.state,b,e);gL(b,a.session);}
function gT(a,b){return a.reason!==b.reason||a.peer?.name!==b.peer?.name;}
function gU(a,b){for(let d in keys(a)){const e=a[d]??null;if(e===null)continue;gO(d,e,b);gR(d,e);if(e.kind==='answer'&&e.registrar!==null&&e.registrar.pbc!=='Active'&&exists(aF.stuck,d)){delete aF.stuck[d];aS();}}
const c=[];aF.windows=map(aF.windows,d=>{const e=bP(d)?gH(cn(d,a,b),b):d;if(e===d)return d;aS();push(c,[d,e]);return e;});map(c,d=>{if(d[1].session.state!==d[0].session.state)gS(d[0],d[1],b);else if(gT(d[0].session,d[1].session))gL(d[1],d[0].session);});}
function gV(a,b){if(a.network!==null)return b.session.network===a.network;if(a.section!==null)
return length(filter(b.parts,c=>c.section===a.section))>0;if(a.ifname!==null)return index(b.session.ifnames,a.ifname)>=0;return true;}
function gW(a){return pop(filter(aF.windows,b=>b.session.open&&gV(a,b)));}
function gX(){return gW(bn);}
function gY(){const a=aI(),b=filter(aF.windows,c=>bP(c)||gG(c,a));aE();if(length(b)+length(aF.closing)>0&&gE?.remaining?.()===-1)gE.set(gB);}
function gZ(a,b,c){const d=map(a,e=>cU(e,'wps_status'));ao(d,b,e=>{const f={};map(a,(h,i)=>{f[h]=cZ(e[i],null,[]);});const g=aI();gU(f,g);gY();c(g,f);});}
function ha(a,b){for(let c in aF.windows)
if(length(filter(bM(c),d=>d.ifname===a))>0)
return di(a,c.logged,b);return[];}
function hb(a){const b=d=>{gU({[a]:{kind:'gone',told:ha(a,d)}},aI());gY();};if(exists(aF.overlaps,a))aF.overlaps[a]=0;for(let d in aF.presses)push(d.spared,a);aS();const c=d=>d.logged!==null&&length(filter(bM(d),e=>e.ifname===a))>0;if(length(filter(aF.windows,c))===0)b([]);else ao([dz(gD)],aI().monotonic+gC,d=>b(dA(d[0])));}
function hc(a){if(a.session.open)return map(bM(a),b=>({ifname:b.ifname,open:true}));return map(a.homes,b=>({ifname:b.ifname,open:false}));}
function hd(a,b){return bO(a)?{...a,logged:max(a.logged??0,b)}:a;}
function he(a){const b=[];aF.windows=map(aF.windows,c=>{const d=gH(c,a);if(d!==c)push(b,[c,d]);return d;});if(length(b)>0)aS();for(let c in b)
if(gT(c[0].session,c[1].session))gL(c[1],c[0].session);}
const hf=5000;let hg={told:'',revision:-1,until:0};function hh(a){for(let b in aF.windows){const c=b.session.state==='waiting'&&b.cancelling===null;if((bP(b)&&!c)||gG(b,a))return false;}
return length(aF.closing)===0;}
function hi(){const a={},b=[],c=length(filter(aF.windows,bO))>0;for(let d in aF.windows)
if(bP(d))
for(let e in hc(d))
a[e.ifname]=a[e.ifname]||e.open;for(let d in keys(aF.closing))a[d]=true;for(let d in keys(a)){push(b,cU(d,'get_clients'));if(a[d])push(b,cU(d,'wps_status'));}
if(c)push(b,dz(gD));ao(b,aI().monotonic+gC,d=>{const e=aI(),f=sprintf('%J',d),g=f===hg.told&&e.monotonic<hg.until;if(g&&aG()===hg.revision&&hh(e))return gY();const h=c?dA(d[length(b)-1]):[],i=slice(h,-1)[0]?.id??null,j={};let k=0;for(let l in keys(a)){const m=d[k++];j[l]=a[l]?cZ(d[k++],m,ha(l,h)):da(m);}
he(e);gU(j,e);if(i!==null)aF.windows=map(aF.windows,l=>hd(l,i));hg={told:f,revision:aG(),until:e.monotonic+hf};gY();});}
gE=ac.timer(-1,()=>az(hi));function hj(a){ao([dz(1)],aI().monotonic+gC,b=>{const c=pop(dA(b[0]))?.id??null;if(c===null)return;aF.windows=map(aF.windows,d=>d.session.id===a?{...d,logged:c}:d);aS();aE();});}
function hk(a){const b=aI(),c=bL({...a,id:ay(b.epoch)},b);aF.windows=filter([c,...aF.windows],(d,e)=>e<af||bP(d));aS();gK('started',c,null);gL(c,null);gY();hj(c.session.id);return cq(c,b);}
function hl(a){const b=[];for(let c in a)
if(c.ifname!==null)push(b,{ifname:c.ifname,section:c.section});return b;}
function hm(a,b){return{ifname:a.ifname??'',section:a.section,independent:a.independent,last:(b?.kind==='answer'?b.registrar:null)??cT,ending:null};}
function hn(a,b){const c=filter(b,d=>d.wps&&!d.independent&&index(a,d)<0);return length(c)===0;}
function ho(a,b,c){const d=filter(a,g=>{const h=c[g.ifname??'']??null;if(h?.kind!=='answer'||h.registrar?.pbc!=='Active')return false;if(aF.stuck[g.ifname??'']||aF.closing[g.ifname??''])return false;return gW({network:null,section:null,ifname:g.ifname})===null;});if(length(d)===0)return;const e=map(d,g=>hm(g,c[g.ifname??'']??null)),f=gW({network:null,section:a[0].section,ifname:null});if(f!==null&&f.session.origin==='external'){const g=f.session,h=[...g.ifnames,...map(e,i=>i.ifname)];aF.windows=map(aF.windows,i=>i===f?{...f,parts:[...f.parts,...e],session:{...g,ifnames:h}}:i);aS();return;}
hk({network:a[0].ssid,method:'pbc',origin:'external',by:null,parts:e,homes:hl(a),exclusive:hn(a,b)});}
function hp(a,b){aF.overlaps[a]=b.monotonic+al*1000;aS();aE();}
function hq(a,b,c){const d=a.session;dy(`WPS on "${d.network}" (${join(', ', d.ifnames)}): cancel, by ${b}`);aF.windows=map(aF.windows,e=>e.session.id===d.id?bQ(e,c):e);aS();}
function hr(a,b){for(let c in aF.windows)if(c.session.id===a)return cq(c,b);return null;}
function hs(a,b){for(let c in aF.windows)
if(length(filter(c.parts,d=>index(a,d.section)>=0))>0)
return cq(c,b);return null;}
function ht(a){for(let b in aF.windows)if(b.session.open)return cq(b,a);return null;}
function hu(a,b){return map(slice(aF.windows,0,b),c=>cq(c,a));}
function hv(){if(length(aF.overlaps)+length(aF.presses)+length(aF.closing)+length(aF.stuck)>0)
return false;for(let a in aF.windows)if(bP(a))return false;return aQ()===null;}
function hw(a){const b=a.args.limit??af;if(b<0)a.fail('invalid_argument','limit');else a.answer({entries:hu(aI(),min(b,af))});}
function hx(){const a=du();if(a===null)return null;return{connected:a.connected,name:a.name,routers:map(a.routers,b=>({name:b.name,there:b.there,networks:map(b.networks,c=>({ssid:c.ssid,ready:c.ready,open:c.open}))}))};}
function hy(a){a.answer({house:du()});}
let hz=null;function hA(){return cG('light')[0]?.options?.led??null;}
function hB(){return aF.light.shown!==null||hA()!==null||length(ap())>0;}
function hC(){hz={led:hB()?at(hA()):null};return hz.led;}
function hD(){return aF.light.shown?.led??(hz===null?hC():hz.led);}
const hE=aV('The Wi-Fi software did not answer.'),hF=aV('WPS is off on this network.'),hG={invalid_argument:{status:2,message:aV('The arguments are not valid.')},ambiguous_target:{status:2,message:aV('Several networks are ready: name one.')},pin_invalid:{status:2,message:aV('This is not a valid WPS PIN: check its digits.')},wps_not_supported:{status:3,message:aV('The running Wi-Fi software has no WPS.')},unknown_target:{status:4,message:aV('There is no such network or access point.')},unknown_device:{status:4,message:aV('No such device has joined by WPS.')},not_on_air:{status:4,message:aV('The network is configured, but not on the air.')},already_open:{status:6,message:aV('WPS is active already.')},busy:{status:6,message:aV('Another change is still under way.')},timeout:{status:7,message:hE},wps_disabled:{status:8,message:hF},overlap:{status:8,message:aV('Several devices asked to join within two minutes: stop WPS on the others and wait.')},unsuitable_network:{status:8,message:aV('WPS cannot work with the settings of this network.')},devices_would_go:{status:8,message:aV('Devices with keys of their own would lose them.')},button_absent:{status:8,message:aV('This version of OpenWrt leaves no place for the WPS button.')},not_saved:{status:9,message:aV('The settings could not be written.')},pin_unavailable:{status:8,message:aV('Joining by PIN needs the package hostapd-utils.')}};function hH(a,b){const c={code:a,message:hG[a].message};if(type(b)==='string')c.argument=`${b}`;if(type(b)==='int')c.devices=int(b??0);return{body:{error:c},status:hG[a].status};}
const hI=52,hJ=144,hK=120,hL=128;function hM(a){const b=a??hI;if(b<hI||b>hJ)return 0;return b>=hK&&b<=hL?600000:60000;}
const hN={},hO={};function hP(a,b,c){if(b.kind==='answer'||a.band!=='5g'||a.up!==true)delete hO[a.name];else if(b.kind==='gone')hO[a.name]??=c+hM(a.channel);}
function hQ(){return length(hO)>0;}
function hR(a,b){return max(0,int(((hO[a.name]??0)-b)/1000));}
const hS=10000;let hT=0,hU=0;function hV(a){const b=filter(a,e=>!exists(hN,e.radio.name)),c=aI().monotonic,d=length(b)>0?b:c-hT<hS?[]:a;if(length(d)===0)return[];hT=c;hU++;return[d[hU%length(d)]];}
function hW(){for(let a in keys(hN))delete hN[a];}
function hX(a,b){if(type(b?.data?.channel)==='int')hN[a]=b.data.channel;}
function hY(a){return hN[a.name]??a.channel;}
const hZ='wpad-mbedtls';function ia(a){if(a.installed_has_wps===null)return null;if(a.installed_has_wps)
return a.running_has_wps===false?['service wpad restart','wifi']:null;const b=a.package,c=b===null?hZ:replace(b,/-(basic|mini)/,'');if(c===b)return null;const d=b===null?'':` && opkg remove ${b}`,e=b===null?'':` '!${b}' && apk del ${b}`,f={opkg:`mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${c}${d} && opkg --cache /tmp/wpad install ${c} && reboot`,apk:`apk update && apk --cache-predownload add ${c}${e} && reboot`};return a.package_manager===null?null:[f[a.package_manager]];}
const ib='/usr/sbin/hostapd',ic=500,id=10000;let ie='',ig=false,ih=0;function ii(){const a=aa.stat(ib);if(a===null)return false;const b=`${a.inode} ${a.size} ${a.mtime}`;if(b===ie)return ig;if(aI().monotonic<ih)return null;const c=system([ib,'-vwps'],ic);if(c<0||c>125){ih=aI().monotonic+id;return null;}
ie=b;ig=c===0;return ig;}
function ij(){if(aa.access('/lib/apk/db/installed'))return'apk';return aa.access('/usr/lib/opkg/status')?'opkg':null;}
function ik(){const a=/\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;for(let b in aa.glob('/lib/apk/packages/[hw]*.list','/usr/lib/opkg/info/[hw]*.control')){const c=match(b,a);if(c)return c[1];}
return null;}
let il=null;const im=['/lib/apk/packages','/usr/lib/opkg/info'],io=[ib,ag,'/lib/apk/db','/usr/lib/opkg/status',...im];function ip(){il=cB(il,cA(im),ik);return il.value;}
function iq(){return aa.access(ib)===true;}
function ir(){return{package:ip(),installed_has_wps:ii(),pin_available:aA(),package_manager:ij()};}
function it(a){return filter(a,b=>b.capacity!==null);}
let iu=null;function iv(a){if(iu?.bsses!==a)iu={bsses:a,networks:bw(a)};return iu.networks;}
let iw=null,ix=null;function iy(a){if(ix?.bsses===a)return ix;const b=filter(a,d=>d.ifname!==null),c=it(b);ix={bsses:a,running:b,counted:c,calls:[...map(b,d=>cU(d.ifname??'','wps_status')),...map(c,d=>cU(d.ifname??'','get_clients'))]};return ix;}
const iz=3000;let iA=null;function iB(){iA?.set?.(iz);}
function iC(a,b,c,d){const e=a.bsses,f=gA(e),g=iv(e),h={networks:g,bsses:e,round:{},carriers:{},at:aI()};let i=false;if(gy(h.at.monotonic))iB();map(b,l=>hX(l.radio.name,pop(c)));const j=f&&hv()&&!hQ(),k=j?sprintf('%J',c):'';if(j&&k===iw?.told&&e===iw?.bsses){h.round=iw.round;return d(h);}
map(a.running,(l,m)=>{const n=index(a.counted,l),o=n<0?null:c[length(a.running)+n],p=cZ(c[m],o,[]);h.round[l.ifname??'']=p;i||=p.kind==='silent';hP(l.radio,p,h.at.monotonic);});gU(h.round,h.at);for(let l in g)ho(l,e,h.round);gY();iw=j&&!i?{bsses:e,told:k,round:h.round}:null;d(i?null:h);}
const iD={object:'network.wireless',method:'status'};function iE(a,b){const c=ix,d=c===null?[]:hV(c.running),e=[iD,...(c?.calls??[]),...map(d,f=>cU(f.ifname??'','get_status'))];ao(e,a,f=>{const g=f[0];if(g.code!==ak&&g.code!==aj)return b(null);const h=fS(g.data);if(c!==null&&c.bsses===h)
return iC(c,d,slice(f,1),b);const i=iy(h),j=hV(i.running);ao([...i.calls,...map(j,k=>cU(k.ifname??'','get_status'))],a,k=>iC(i,j,k,b));});}
function iF(a,b){iE(a.deadline,c=>{if(c===null)a.fail('timeout');else b(c);});}
function iG(a,b){return a.round[b.ifname??'']??null;}
function iH(a,b){return iG(a,b)?.kind==='answer';}
function iI(a,b){return index(['answer','no_wps'],iG(a,b)?.kind)>=0;}
function iJ(a){return(length(a.uplinks)>0&&length(filter(a.uplinks,b=>cr(b)===true))===0);}
function iK(a,b){if(!exists(a.carriers,b))a.carriers[b]=cr(b);return a.carriers[b];}
function iL(a,b){return iI(a,b)&&iK(a,b.ifname??'')!==false;}
function iM(a){const b=map(values(a.round),c=>c?.kind);if(index(b,'answer')>=0)return true;return index(b,'no_wps')>=0?false:null;}
function iN(a){const b={...ir(),running_has_wps:iM(a)};return{...b,remedy:ia(b)};}
function iO(a,b){const c=iG(a,b),d=c?.kind==='answer'?c.clients:null;return b.capacity!==null&&d!==null&&length(d)>=b.capacity;}
function iP(a){return filter(a.networks,b=>length(filter(b,c=>c.wps&&!c.disabled))>0);}
function iQ(a,b){const c=filter(a?.routers??[],d=>d.there);return length(filter(c,d=>length(filter(d.networks,e=>e.ssid===b))>0))>0;}
function iR(a){for(let b in a.bsses){const c=b.ifname??'';if(iH(a,b)&&cr(c)===false&&!iJ(b))
aR(cU(c,'update_beacon'));}}
iA=ac.timer(-1,()=>az(()=>iE(aI().monotonic+iz,a=>{if(a!==null&&gy(a.at.monotonic))iR(a);})));function iS(a,b,c,d){const e=iI(a,b);return{answers:e,beacons:e?iK(a,b.ifname??''):null,uplink_away:iJ(b),full:b.capacity!==null&&iO(a,b),overlap_left:gN(b,a.at),radar_left:hR(b.radio,a.at.monotonic),persistent:c!=='lost',elsewhere:c==='own'&&d!==null,apart:c!=='own'&&(d?.uuid??null)!==null&&lc(b.uuid??'')!==d?.uuid};}
let iT=null;function iU(a,b){const c=ht(a.at),d={daemon:b,daemon_installed:iq(),open:c===null?null:{remaining:c.remaining}},e=aQ()!==null,f=du(),g=map(a.networks,i=>{const j=gq(i),k=iQ(f,i[0].ssid)?f:null;return map(i,l=>iS(a,l,j,k));}),h=sprintf('%J',[d,e,g]);if(iT?.networks!==a.networks||iT?.text!==h){const i=length(iP(a)),j=map(a.networks,(k,l)=>{const m=hn(k,a.bsses);return bH(map(k,(n,o)=>{const p=!n.independent&&!m,q=bl({...d,...g[l][o],bss:n,flagged:i,grouped:p}),r={bss:n,problems:q,ready:bm(q)===null&&!e};return r;}));});iT={networks:a.networks,text:h,wholes:j};}
return iT.wholes;}
gJ((a,b)=>{if(cP())av(a,b);});gJ((a,b)=>{if(a.peer!==null&&!a.open)au(a,b);});gJ((a,b)=>{if(hB())aw(a,b);});aU('hostapd.',(a,b)=>{hW();if(!b)hb(a);iB();});function iV(){if(aQ()!==null)aN();iB();gY();if(aF.light.shown!==null)aP();const a=fS(null);if(length(aF.keys)+length(filter(a,b=>aJ([b])!==null))===0)return;aO(a);aL(a);}
function iW(a,b){const c=b.bss,d=c.ifname;return{ifname:d,section:c.section,radio:c.radio.name,bssid:d===null?null:dS(d),band:c.radio.band,channel:hY(c.radio),enabled:c.wps,ready:b.ready,on_air:iL(a,c),problems:b.problems};}
function iX(a){const b=[];for(let c in a.opening){const d=c.radio.band;if(d!==null&&index(b,d)<0)push(b,d);}
return b;}
function iY(a,b){const c=map(b.places,e=>e.bss),d=bB(c);return{ssid:c[0].ssid,sections:d,bands:iX(b),enabled:b.enabled,ready:b.ready,keys:gq(c),problems:b.problems,session:hs(d,a.at),job:aD(d),access_points:map(b.places,e=>iW(a,e))};}
function iZ(a){const b=iN(a);return{supported:b.running_has_wps===true,daemon:b,networks:map(iU(a,b),c=>iY(a,c)),button:fV(),light:hD(),guard:gi(),house:hx(),now:a.at.epoch};}
const ja=[cC,...io];function jb(a){const b=cA(ja);if(!b.settled)return null;const c=[];for(let d in a.bsses){push(c,hY(d.radio),iJ(d));if(d.ifname!==null)push(c,dS(d.ifname),iK(a,d.ifname));}
return sprintf('%J',[b.text,c,hD(),hx(),aG()]);}
let jc=null;function jd(a){const b=jb(a);if(b!==null&&jc?.round===a.round&&jc?.text===b)
return{...jc.status,now:a.at.epoch};const c=iZ(a),d=b!==null&&c.daemon.installed_has_wps!==null;jc=d?{round:a.round,text:`${b}`,status:c}:null;return c;}
function je(a){iF(a,b=>a.answer(jd(b)));}
return{aN:fU,aR:bA,aS:bC,aT:fV,aU:dX,aV:dd,aZ:hq,bC:bs,bF:iN,bI:dW,bK:dh,bU:cv,bV:cr,bX:hB,bY:df,bZ:hl,cA:cU,cB:dv,cC:dr,cD:bD,cE:iH,cF:hn,cG:cW,cH:bo,cI:iL,cL:iI,cM:iJ,cO:iU,cU:gq,cV:dz,cW:bM,cX:iE,cY:iF,cZ:hC,dC:bw,dE:dy,dG:gX,dH:dw,dI:gW,dJ:hk,dM:hm,dP:bt,dR:fS,dS:da,dT:cL,dU:dA,dV:dT,dX:gZ,dY:hH,dZ:hp,eB:cM,eC:cI,eG:iV,eL:bB,eN:iG,eP:hr,eR:cG,eV:gr,eW:gs,eX:dY,eY:dB,fA:hw,fB:hy,fC:je,fD:gA,fE:dV,fJ:iR,fM:cO,fN:dU,fO:cH};};
