'use strict';import*as aa from'fs';import*as ab from'uci';import*as ac from'uloop';return ad=>{const ae=ad.aA,af=ad.aB,ag=ad.aC,ah=ad.aD,ai=ad.aF,aj=ad.aG,ak=ad.aI,al=ad.aJ,am=ad.aM,an=ad.aP,ao=ad.aQ,ap=ad.bA,aq=ad.bD,ar=ad.bE,at=ad.bK,au=ad.bL,av=ad.bM,aw=ad.bN,ax=ad.bO,ay=ad.bQ,az=ad.bR,aA=ad.bV,aB=ad.cI,aC=ad.cJ,aD=ad.cM,aE=ad.cO,aF=ad.cZ,aG=ad.dA,aH=ad.dC,aI=ad.dE,aJ=ad.dJ,aK=ad.dM,aL=ad.dV,aM=ad.eD,aN=ad.eG,aO=ad.eH,aP=ad.eI,aQ=ad.eJ,aR=ad.eN,aS=ad.fE,aT=ad.fG,aU=ad.fJ;function aV(a){return a;}
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
function bN(a,b){return a.session.method==='pin'||!b.independent;}
function bO(a){const b=filter(bM(a),c=>bN(a,c)&&c.last.result!=='None');return length(b)>0;}
function bP(a){return a.session.open||a.until!==null;}
function bQ(a){const b=a.session.state==='waiting'&&a.cancelling===null;return b?a.since+am*1000:0;}
function bR(a,b){const c=a.session.state==='connecting'?'still_trying':null;return{...a,cancelling:['cancelled',b??c]};}
function bS(a,b){return{...a,session:{...a.session,...b}};}
function bT(a,b,c){return bS(a,{state:b[0],reason:b[1],open:false,ended:c.epoch,peer:null});}
function bU(a,b){return{mac:a,name:null,ip:null,signal:b?.signal??null,authorized:b!==null&&b.authorized&&!b.wps};}
function bV(a,b){const c=a.session,d=b?.ifname??null;if(c.ifname===d)return a;return{...a,session:{...c,ifname:d,section:b?.section??null}};}
function bW(a,b,c,d){const e={...bV(a,b),until:d.monotonic+ah*1000};return bS(e,{state:'success',reason:null,open:false,ended:d.epoch,peer:bU(c,null)});}
function bX(a){const b=a?.kind==='answer'?a.clients:null;return filter(keys(b??{}),c=>b?.[c]?.wps===true)[0]??null;}
function bY(a,b){const c=bM(a),d=filter(c,g=>{const h=b[g.ifname]??null;return h?.kind==='answer'&&h.clients!==null;}),e=filter(d,g=>bX(b[g.ifname]??null)!==null)[0]??null,f={state:'waiting',reason:null,open:true,ended:null,peer:null};if(e!==null){const g=b[e.ifname]??null,h=bX(g)??'',i=g?.kind==='answer'?(g.clients?.[h]??null):null,j=a.session.peer?.mac===h&&a.session.peer?.signal===i?.signal;if(j&&a.session.ifname===e.ifname)return a;return bS(bV(a,e),{...f,state:'connecting',peer:bU(h,i)});}
if(a.session.state==='waiting'||length(d)<length(c))return a;return bS(bV(a,null),f);}
function bZ(a,b,c,d){if(c)return['failed',b.reason??'authentication_failure'];if(a.cancelling!==null)return a.cancelling;return d>=am*1000?['timeout',null]:null;}
function ca(a,b){if(a.cancelling!==null)return a.cancelling;if(b>=bJ)return['timeout',null];return a.session.started===null?['timeout','start_not_seen']:['cancelled','elsewhere'];}
function cb(a,b){if(!b.independent)return['lost','sibling'];if(a.session.attempts_failed>0)return['failed',b.last.reason??'unknown'];return['lost','daemon_restarted'];}
function cc(a,b){if(b<=bI)return null;if(a.cancelling!==null)return a.cancelling;return a.session.started===null?['lost','stale']:['timeout','elsewhere'];}
function cd(a,b,c,d,e){if(a.session.method==='pin')return bZ(a,b.last,d,e);switch(c){case'Active':return cc(a,e);case'Overlap':return['overlap','several_devices'];case'Timed-out':return ca(a,e);default:return cb(a,b);}}
function ce(a,b){const c=a.result==='Success'?`WPS-REG-SUCCESS ${a.peer} `:'WPS-FAIL ';return a.result!=='None'&&length(filter(b,d=>index(d,c)===0))>0;}
function cf(a){const b=filter(a,c=>index(c,'WPS-REG-SUCCESS ')===0)[0]??null;return b===null?null:(split(b,' ')[1]??null);}
function cg(a,b){return{part:b===null?a:{...a,ending:b},mac:null,failed:false};}
function ch(a,b,c,d){const e=d.monotonic-a.since;if(c.kind==='gone'){const n=cf(c.told);return{...cg(b,n===null?['lost','access_point_gone']:null),mac:n};}
if(c.kind==='no_wps')return cg(b,['lost','daemon_restarted']);if(c.kind==='answer'&&c.registrar===null)return cg(b,null);const f=c.kind==='answer'?c.registrar:null;if(c.kind==='silent'||f===null||f.pbc==='Unknown'||f.result==='Unknown'){if(a.cancelling!==null)return cg(b,a.cancelling);return cg(b,e>bI?['lost','no_answer']:null);}
const g=b.last,h=f.result!==g.result||f.peer!==g.peer||f.reason!==g.reason,i=h||ce(f,c.told),j=i&&f.result==='Failed',k=h?{...b,last:f}:b;if(i&&f.result==='None')return cg(k,['lost','daemon_restarted']);const l=f.pbc==='Disabled'&&a.session.method==='pbc'&&b.independent;if(f.result==='Success'&&f.peer!==null&&(i||l))
return{part:k,mac:f.peer,failed:false};const m=j?{...a,session:{...a.session,attempts_failed:1}}:a;return{...cg(k,cd(m,k,f.pbc,j,e)),failed:j};}
const ci=['overlap','failed','timeout','cancelled','lost'];function cj(a){for(let b in ci)for(let c in a)if(c.ending?.[0]===b)return c.ending;return['lost','no_answer'];}
function ck(a,b){return b?.[0]==='overlap'||(b?.[0]==='failed'&&a.session.method==='pin');}
function cl(a,b,c){return b===c?a:map(a,d=>(d===b?c:d));}
function cm(a,b,c){let d=a.parts,e=a.session.attempts_failed,f=a.logged,g=null;for(let l in bM(a)){const m=b[l.ifname]??null;if(m===null)continue;const n=ch(a,l,m,c);d=cl(d,l,n.part);if(n.failed)e++;if(n.part.last!==l.last&&bN(a,l))f=null;if(n.mac!==null)g??=n;}
if(d===a.parts&&e===a.session.attempts_failed&&g===null)
return bY(a,b);const h=filter(d,l=>l.ending===null),i=filter(d,l=>ck(a,l.ending))[0]??null,j={...a,parts:d,logged:f,session:{...a.session,attempts_failed:e}};if(g!==null)return bW(j,g.part,g.mac??'',c);if(i!==null)return bT(j,cj([i]),c);if(length(h)>0){j.session.ifnames=bK(h);return bY(j,b);}
const k=filter(d,l=>l.ending?.[1]==='sibling'&&l.last.result==='Success')[0]??null;if(a.exclusive&&k!==null)return bW(j,k,k.last.peer??'',c);return bT(j,cj(d),c);}
function cn(a,b,c,d){const e=a.session;if(e.state!=='success')return a;const f=e.peer,g={...a,until:null};let h=true;for(let i in a.homes){const j=c[i.ifname]??null;if(j===null||(j.kind==='answer'&&j.clients===null))h=false;if(j?.kind!=='answer')continue;const k=bU(f.mac,j.clients?.[f.mac]??null);if(k.authorized)
return bS(bV(g,i),{state:'joined',open:false,ended:e.ended,reason:null,peer:{...f,authorized:true,signal:k.signal}});}
if(d.monotonic>=b+(h?0:bI-am*1000))
return bS(g,{state:'success',open:false,ended:e.ended,reason:'not_connected',peer:f});return a;}
function co(a,b,c){if(a.session.open)return cm(a,b,c);return a.until===null?a:cn(a,a.until,b,c);}
function cp(a,b){if(b.session.open||!a.session.open)return[];return filter(b.parts,c=>c.ending===null&&c.ifname!==b.session.ifname);}
function cq(a,b,c){const d=a.session,e=d.peer;if(e===null||(e.name===b&&e.ip===c))return a;return bS(a,{...d,peer:{...e,name:b,ip:c}});}
function cr(a,b){const c=a.session,d=c.open?max(0,am-int((b.monotonic-a.since)/1000)):0;return{...c,remaining:c.started===null?null:d};}
function cs(a){const b=`/sys/class/net/${a}/carrier`,c=aa.readfile(b,1);if(c===null)return aa.access(b)===true?false:null;return c==='1'?true:c==='0'?false:null;}
const ct='/etc/rc.button/wps',cu='/etc/rc.wps/';let cv=null;function cw(){cv??=index(aa.readfile(ct)??'',cu)>=0;return cv;}
const cx=5,cy=2000;let cz=0,cA=0;function cB(a){const b=aI(),c=b.epoch*1000-b.monotonic;if(c-cz>cy||cz-c>cy){cz=c;cA++;}
let d=`${cA}`,e=true;for(let f in a){const g=aa.stat(f);d+=g===null?'/':`/${g.inode} ${g.size} ${g.ctime}`;if(g!==null&&g.ctime>=b.epoch-cx)e=false;}
return{text:d,settled:e};}
function cC(a,b,c){if(a?.text===b.text)return a;return{text:b.settled?b.text:'',value:c()};}
const cD='/etc/config/wps';let cE=null;function cF(){const a=ab.cursor()??die('uci');a.load(cD);return a;}
function cG(){const a={};cF().foreach('wps',null,b=>{const c={},d={};for(let e in keys(b))
if(substr(e,0,1)==='.')continue;else if(type(b[e])==='array')d[e]=b[e];else c[e]=`${b[e]}`;a[b['.type']]??=[];push(a[b['.type']],{name:b['.name'],options:c,lists:d});});return a;}
function cH(a){cE=cC(cE,cB([cD]),cG);return cE.value[a]??[];}
function cI(a,b,c){if(aa.access(cD)!==true&&aa.writefile(cD,'')===null)return false;const d=cF();d.set('wps',a,b);for(let e in keys(c)){const f=c[e];if(f!==null)d.set('wps',a,e,f);else if((d.get('wps',a,e)??null)!==null)d.delete('wps',a,e);}
return d.commit()===true;}
function cJ(a){if(length(a)===0)return true;const b=cF();for(let c in a)if((b.get('wps',c)??null)!==null)b.delete('wps',c);return b.commit()===true;}
function cK(a){return aa.access(a)===true;}
function cL(a,b){const c=aa.readfile(a);if(c===null&&cK(a))return null;return c===b;}
function cM(a){return aa.readfile(a);}
function cN(a){aa.unlink(a);}
function cO(a){return(aa.stat(a)?.size??0)<90;}
function cP(a,b){return aM(a,b,'network',true);}
function cQ(){return length(aa.glob('/etc/hostapd-wps-*.psk'))>0;}
function cR(){return aa.glob('/etc/hostapd-wps-*.psk','/etc/hostapd-wps-*.psk.new','/etc/hostapd-wps-*.cred','/etc/hostapd-wps-*.cred.new');}
const cS=['Disabled','Active','Timed-out','Overlap'],cT=['None','Success','Failed'],cU={pbc:'Disabled',result:'None',reason:null,peer:null};function cV(a,b){return{object:`hostapd.${a}`,method:b};}
const cW=/([0-9a-f]{2}:){5}[0-9a-f]{2}/;function cX(a){return match(a,cW)?.[0]===a;}
function cY(a){const b=a.last_wps_result,c=a.reason==='Authentication Failure',d=a.peer_address;return{pbc:index(cS,a.pbc_status)<0?'Unknown':a.pbc_status,result:index(cT,b)<0?'Unknown':b,reason:c?'authentication_failure':a.reason?'unknown':null,peer:type(d)==='string'&&cX(d)?d:null};}
function cZ(a){const b={};for(let c in keys(a?.clients??{})){const d=a.clients[c];b[lc(c)]={authorized:d.authorized===true,wps:d.wps===true,signal:type(d.signal)==='int'?d.signal:null};}
return b;}
function da(a,b,c){if(a.code===ai)return{kind:'no_wps'};if(a.code===aj)return{kind:'gone',told:c};if(a.code!==ak||type(a.data)!=='object')return{kind:'silent'};return{kind:'answer',registrar:cY(a.data),clients:b?.code===ak?cZ(b.data):null,told:c};}
function db(a){if(a.code===aj)return{kind:'gone',told:[]};if(a.code!==ak)return{kind:'silent'};return{kind:'answer',registrar:null,clients:cZ(a.data),told:[]};}
const dc=/hostapd(\[[0-9]+\])?: ([A-Za-z0-9._-]+): (.*)/;function dd(a){const b=match(a.msg,dc);return b?.[0]===a.msg?{ifname:b[2],text:b[3]}:null;}
function de(a){const b=[];for(let c in a){const d=split(dd(c)?.text??'',' ');if(d[0]!=='AP-STA-CONNECTED'||length(d)<3||!cX(d[1]))continue;if(index(d[2],'keyid=')===0)
push(b,{mac:d[1],id:substr(d[2],length('keyid='))});}
return b;}
function df(a,b,c){if(length(c)===0||c[0].id>b+1||c[length(c)-1].id<b)return null;for(let d in c){const e=dd(d);if(d.id<=b||e===null||index(a,e.ifname)<0)continue;if(index(e.text,'CTRL-EVENT-EAP-STARTED ')===0)return true;}
return false;}
function dg(a,b,c){const d=[];for(let e in c){const f=dd(e);if(f?.ifname!==a||e.id<=(b??e.id))continue;if(index(f.text,'WPS-')===0)push(d,f.text);}
return d;}
const dh='/tmp/dhcp.leases',di='/proc/net/arp',dj=/[ \t]+/,dk={name:null,ip:null};function dl(a){return map(split(aa.readfile(a)??'','\n'),b=>split(trim(b),dj));}
function dm(a){return{name:null,ip:a[0]};}
function dn(a){return{name:a[3]&&a[3]!=='*'?a[3]:null,ip:a[2]??null};}
function dp(){const a={};for(let b in dl(di))
if(length(b)>3)a[lc(b[3])]=dm(b);for(let b in dl(dh))
if(length(b)>2)a[lc(b[1])]=dn(b);return a;}
function dq(a){return dp()[a]??dk;}
const dr='/var/run/luci-wps-house.json';function ds(){const a=aa.readfile(dr);if(a===null)return null;try{const b=json(a);return type(b?.routers)==='array'&&type(b.connected)==='bool'?b:null;}catch{return null;}}
function dt(){return cH('house')[0]?.options?.uuid??null;}
function du(a,b){aR({object:'luci.wps.house',method:'start',args:{network:a,session:b}});}
let dv=null;try{dv=require('log');}catch{dv=null;}
function dw(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(dv)dv.syslog(dv.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function dx(a){return{object:'log',method:'read',args:{lines:a,stream:false}};}
function dy(a){return a?.data?.log??[];}
function dz(a){an('luci.wps',a);}
const dA='/etc/config/wireless';function dB(){const a=ab.cursor()??die('uci');a.load(dA);return a;}
function dC(){return dB().get_all('wireless')??{};}
const dD='/var/run/rpcd',dE=/[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/;function dF(){const a={},b=filter(aa.lsdir(dD)??[],c=>index(c,'uci-')===0);for(let c in['/tmp/.uci',...map(b,d=>`${dD}/${d}`)]){const d=aa.readfile(`${c}/wireless`);if(d===null)continue;for(let e in split(d,'\n')){const f=match(e,dE);if(f?.[0]===e)a[f[1]]=true;}}
return a;}
function dG(){const a=[];for(let b in aa.lsdir('/lib/netifd/wireless')??[]){if(substr(b,-3)==='.sh')push(a,substr(b,0,length(b)-3));}
return a;}
const dH='/usr/share/ucode/wifi/ap.uc',dI='/lib/netifd/hostapd.sh',dJ='/lib/netifd/wireless.uc',dK=[dH,dI,dJ],dL=[dA,...dK];function dM(){return cB(dK);}
function dN(){return cB(dL);}
function dO(){return{netifd_ucode:aa.access(dJ)===true,ap_uc:aa.readfile(dH),hostapd_sh:aa.readfile(dI)};}
function dP(a){const b=match(a,/@wifi-iface\[-?[0-9]+\]/);return b?.[0]===a?(dB().get_all('wireless',a)?.['.name']??a):a;}
function dQ(a){return trim(aa.readfile(`/sys/class/net/${a}/address`)??'')||null;}
function dR(a,b){const c=dB(),d={};for(let e in b)d[e]=c.get('wireless',a,e)??null;return d;}
function dS(a){const b=dB();for(let c in keys(a)){const d=a[c];for(let e in keys(d)){const f=d[e];if(f!==null)b.set('wireless',c,e,f);else if(b.get('wireless',c,e)!==null)b.delete('wireless',c,e);}}
return b.commit()===true;}
function dT(a,b){return a.args[b]??null;}
function dU(a){for(let b in keys(a.args))
if(a.args[b]===''&&b!=='ubus_rpc_session')return b;return null;}
function dV(a){const b=dT(a,'origin')??'luci.wps',c=dT(a,'by'),d=c===null||match(c,/[A-Za-z0-9_.-]{1,32}/)?.[0]===c,e=b!=='house'&&b!=='luci.wps'?'origin':d?null:'by';if(e!==null){a.fail('invalid_argument',e);return null;}
return b==='house'?{origin:b,by:c??b}:{origin:'luci.wps',by:a.who};}
function dW(a){const b=dT(a,'section'),c={network:dT(a,'network'),section:b===null?null:dP(b),ifname:dT(a,'ifname')},d=filter(keys(c),f=>c[f]!==null),e=dU(a)??(length(d)>1?d[1]:null);if(e===null)return c;a.fail('invalid_argument',e);return null;}
const dX={mode:['text','text'],disabled:['yes','yes'],ssid:['text','text'],encryption:['text','text'],key:['text','text'],wpa_psk_file:['text','text'],hidden:['yes','yes'],ignore_broadcast_ssid:[null,'yes'],ieee80211w:['number','number'],ieee80211r:['yes','yes'],multi_ap:['number','number'],ppsk:['yes','yes'],macfilter:['text','text'],auth_server:['list','list'],auth_server_addr:[null,'list'],maxassoc:['number','number'],max_num_sta:[null,'number'],wps_pushbutton:['yes','yes'],wps_label:['yes','yes'],wps_independent:['number','number'],wps_pin:['text','text'],ap_pin:[null,'text'],ext_registrar:['yes','yes'],wps_device_name:['text','text'],multi_ap_backhaul_ssid:['text','text'],multi_ap_backhaul_key:['text','text'],uuid:['text','text'],hostapd_bss_options:['list','list']},dY={disabled:['yes','yes'],type:['text','text'],band:['text','text'],hwmode:['text','text'],channel:['text','text']},dZ=['1','true'],ea=['0','false'];function eb(a){return index(dZ,a)>=0?true:index(ea,a)>=0?false:null;}
function ec(a,b){const c=type(a)==='string'?a:'',d=b.netifd==='c'?c:trim(c);if(match(d,/0[xX][0-9a-fA-F]+/)?.[0]===d)return hex(d);if(match(d,/-?[0-9]+/)?.[0]!==d)return null;return int(d,match(d,/0[0-7]+/)?.[0]===d?8:10);}
function ed(a){if(type(a)==='array')return a;return filter(split(`${a ?? ''}`,/[ \t]+/),b=>b!=='');}
function ee(a,b,c){const d=b[c.scripts!=='ucode'?0:1];if((a??null)===null||d===null)return null;if(d==='list')return ed(a);if(d==='yes')return eb(a);if(d==='number')return ec(a,c);return type(a)==='string'?a:null;}
function ef(a,b,c){const d={};for(let e in keys(b))d[e]=ee(a[e],b[e],c);if(!c.uuid)d.uuid=null;return d;}
const eg=['sta','mesh','adhoc'],eh=['ssid','encryption','key','hidden','ignore_broadcast_ssid','macfilter','auth_server','auth_server_addr','ppsk','multi_ap','ieee80211w','wps_pushbutton','wps_label','wps_independent','uuid','wpa_psk_file','hostapd_bss_options'],ei='mac80211';function ej(a){return a===false||a===null?'':sprintf('%J',a);}
function ek(a,b){return type(b)==='double'||(type(b)==='array'&&index(dX[a],'list')<0);}
function el(a,b,c){if(b===c)return true;if(b===null&&ek(a,c))return true;return ej(b)===ej(c);}
function em(a,b){const c=a.iface.options;return(length(filter(eh,d=>!el(d,c[d],b?.[d]??null)))===0);}
function en(a,b,c){const d=b!==null||index(c,a.type)>=0;return{...a.radio,managed:a.type===ei&&d,up:b?.up??null,stopped:b?.autostart===false,failed:b?.retry_setup_failed===true};}
function eo(a){const b=filter(a,c=>index(eg,c.config?.mode)>=0);return filter(map(b,c=>c.ifname??null),c=>c!==null);}
function ep(a,b,c,d){const e=[],f={};for(let g in a){const h=b?.[g.radio.name]??null,i=h?.interfaces??[],j=en(g,h,d),k=eo(i);for(let l in g.drafts){const m=l.name,n=filter(i,p=>p.section===m)[0]??null,o=n?.ifname??null;if(f[o??''])continue;f[o??'']=o!==null;push(e,{...l.bss,radio:j,ifname:o,applied:n===null?null:em(l,n.config??null),unsaved:c[l.bss.section]===true||c[j.name]===true,uplinks:k});}}
return e;}
const eq=[['*tkip+aes',['CCMP','TKIP']],['*tkip+ccmp',['CCMP','TKIP']],['*aes+tkip',['CCMP','TKIP']],['*ccmp+tkip',['CCMP','TKIP']],['*ccmp256',['CCMP-256']],['*aes',['CCMP']],['*ccmp',['CCMP']],['*tkip',['TKIP']],['*gcmp256',['GCMP-256']],['*gcmp',['GCMP']],['wpa3-192*',['GCMP-256']],['*',['CCMP']]],er=[['wpa2*',2],['wpa3*',2],['*psk2*',2],['psk3*',2],['sae*',2],['owe*',2],['wpa*mixed*',3],['*psk*mixed*',3],['wpa*',1],['*psk*',1],['*',0]],es=[['owe*','owe'],['wpa3*','eap'],['psk3-mixed*','psk-sae'],['sae-mixed*','psk-sae'],['psk3*','sae'],['sae*','sae'],['*psk*','psk'],['*wpa*','eap'],['*8021x*','eap'],['*wep*','wep'],['*','none']],et={none:'none',owe:'owe','wpa3-192':'eap','wpa3-mixed':'eap',wpa3:'eap',psk:'psk',psk2:'psk','psk-mixed':'psk',sae:'sae',psk3:'sae','psk3-mixed':'psk-sae','sae-mixed':'psk-sae','sae-compat':'psk-sae-compat',wpa:'eap',wpa2:'eap','wpa-mixed':'eap','psk-sae':'psk-sae','psk-sae-compat':'psk-sae-compat',eap:'eap',eap2:'eap',eap192:'eap','eap-eap2':'eap'},eu={'tkip+aes':['CCMP','TKIP'],'tkip+ccmp':['CCMP','TKIP'],'aes+tkip':['CCMP','TKIP'],'ccmp+tkip':['CCMP','TKIP'],ccmp256:['CCMP-256'],aes:['CCMP'],ccmp:['CCMP'],tkip:['TKIP'],gcmp256:['GCMP-256'],gcmp:['GCMP']},ev={none:[],owe:['OWE'],wep:[],psk:['WPA-PSK'],'psk-sae':['WPA-PSK','SAE'],'psk-sae-compat':['WPA-PSK','SAE'],sae:['SAE'],eap:['WPA-EAP'],dpp:['DPP'],unknown:[]};function ew(a,b){return filter(a,c=>wildcard(b,c[0]))[0][1];}
function ex(a,b){if(a==='dpp'&&b.dpp)return'dpp';if(b.scripts!=='ucode')return ew(es,a);return et[split(a,'+')[0]]??'unknown';}
function ey(a,b){if(b.scripts!=='ucode')return ew(eq,a);const c=index(a,'+'),d=c<0?'':substr(a,c+1);return eu[d]??(index(a,'wpa3-192')===0?['GCMP-256']:['CCMP']);}
function ez(a,b){const c=a??'none',d=ex(c,b),e=d==='dpp'?2:ew(er,c);return{auth:d,wpa:e,ciphers:e===0?[]:ey(c,b),akms:e===0?[]:ev[d]};}
const eA=['CCMP','GCMP','CCMP-256','GCMP-256'];function eB(a){const b=a.akms;if(a.auth==='eap'||index(b,'DPP')>=0||index(b,'WPA-EAP')>=0)
return'enterprise';if(a.auth==='wep')return'wep';if(a.wpa===0||index(b,'OWE')>=0)return'open_network';if(length(b)===0)return'unknown_encryption';if(index(b,'WPA-PSK')<0)return'wpa3_only';const c=length(filter(a.ciphers,d=>index(eA,d)>=0))>0;return a.wpa!==1&&c?'ok':'tkip_only';}
function eC(a,b){return eB(ez(type(a)==='string'?a:null,b));}
function eD(a,b){const c=ef(a,dX,b);return{section:a,options:c,lines:bc(c.hostapd_bss_options??[],b),software:b};}
function eE(a){const b=length(a);return b===64?match(a,/[0-9A-Fa-f]+/)?.[0]===a:b>=8&&b<64;}
function eF(a,b,c,d){const e=bd(a.lines,b);return e===null?{value:c,option:d}:{value:e,option:bb};}
function eG(a,b,c){return a.software.scripts!=='ucode'||(a.section[b]??null)!==null?b:c;}
function eH(a){const b=match(a,/ *-?[0-9]+/)?.[0]??'';return b!==''&&index(a,b)===0?int(trim(b)):0;}
function eI(a){return filter(split(a,' '),b=>b!=='');}
function eJ(a){return a.software.scripts==='ucode'&&type(a.section.encryption)==='array';}
const eK={auth:'unknown',wpa:2,ciphers:[],akms:[]};function eL(a){const b=eJ(a)?eK:ez(a.options.encryption,a.software),c=bd(a.lines,'wpa'),d=bd(a.lines,'wpa_key_mgmt'),e=bd(a.lines,'rsn_pairwise')??bd(a.lines,'wpa_pairwise');return{auth:b.auth,wpa:c===null?b.wpa:eH(c),akms:d===null?b.akms:eI(d),ciphers:e===null?b.ciphers:eI(e)};}
function eM(a){const b=eG(a,'hidden','ignore_broadcast_ssid');return eF(a,'ignore_broadcast_ssid',a.options[b]===true?'1':'0',b);}
const eN=['psk','psk-sae','psk-sae-compat','sae'];function eO(a){return index(eN,a.auth)>=0;}
function eP(a,b){const c=a.software.scripts==='old'?b.auth==='psk':eO(b);return c&&a.options.ppsk===true;}
function eQ(a,b){const c=eG(a,'auth_server','auth_server_addr'),d=a.options.macfilter;let e={value:'0',option:'macfilter'};if(eP(a,b))e={value:'2',option:'ppsk'};if(length(a.options[c]??[])>0&&index(['eap','dpp','unknown'],b.auth)<0)
e={value:'2',option:c};if(d==='allow')e={value:'1',option:'macfilter'};if(d==='deny')e={value:'0',option:'macfilter'};return eF(a,'macaddr_acl',e.value,e.option);}
function eR(a){return eF(a,'ieee80211w',`${a.options.ieee80211w ?? 0}`,'ieee80211w');}
function eS(a){return a.options.wps_pushbutton===true||a.options.wps_label===true;}
function eT(a){return eF(a,'wps_state',eS(a)?'2':'0','wps_pushbutton');}
function eU(a){const b=a.options.wps_independent,c=a.software.scripts==='ucode'&&(a.section.wps_independent??null)!==null?'0':'1';return eH(eF(a,'wps_independent',`${b ?? c}`,'wps_independent').value)!==0;}
function eV(a){const b=eG(a,'maxassoc','max_num_sta'),c=eH(eF(a,'max_num_sta',`${a.options[b] ?? 0}`,b).value);return c>0?c:null;}
function eW(a){return bd(a.lines,'uuid')??a.options.uuid;}
function eX(a){return bd(a.lines,'ssid')??a.options.ssid??'';}
function eY(a){return filter(ae,b=>index([null,'',false],a.options[b])<0)[0]??null;}
function eZ(a,b){const c=a.options.key;if(c!==null&&eE(c))return false;const d=b||a.options.wpa_psk_file!==null;return!d||(c!==null&&(length(c)===64||a.software.scripts!=='ucode'));}
const fa=['ok','wpa3_only','tkip_only'];function fb(a,b,c){const d=a.options,e=eB(b),f=eB(eL({...a,lines:[]})),g=eQ(a,b),h=eR(a),i=eM(a),j=eT(a),k=eY(a),l={};if(d.multi_ap===1)return{multi_ap_backhaul:'multi_ap'};if(e!=='ok')l[e]=e===f?'encryption':bb;if(eP(a,b))l.ppsk='ppsk';else{if(index(fa,e)>=0&&eZ(a,c))l.bad_key='key';if(eH(g.value)===2)l.mac_authentication=g.option;}
if(eH(i.value)!==0)l.hidden_ssid=i.option;if(eH(j.value)!==2)l.wps_disabled=j.option;if(eH(g.value)===1)l.mac_allow_list=g.option;if(k!==null)l.pin_exposed=k;if(d.ieee80211r===true&&b.wpa>=2)l.fast_roaming='ieee80211r';const m=index(b.akms,'SAE')<0||b.auth==='psk-sae-compat';if(e==='ok'&&m&&eH(h.value)===2)l.pmf_required=h.option;return l;}
const fc={b:'2g',g:'2g',a:'5g'};function fd(a){const b=`${a.channel ?? ''}`;return match(b,/[0-9]+/)?.[0]===b?int(b):0;}
function fe(a,b){const c=`${a.hwmode ?? ''}`,d=index(c,'11')===0?substr(c,2):c;if(index(['a','b','g','ad'],d)>=0)return d;return b.scripts!=='ucode'&&fd(a)>14?'a':'g';}
function ff(a,b){const c=a.band??null;if(index(['2g','5g','6g'],c)>=0)return c;if(c==='60g'||(c!==null&&b.scripts==='ucode'))return null;return fc[fe(a,b)]??null;}
const fg={access_network_type:[0,15],iw_access_network_type:[0,15],anqp_domain_id:[0,65535],assoc_sa_query_max_timeout:[1,4294967295],ieee80211w_max_timeout:[1,4294967295],assoc_sa_query_retry_timeout:[1,4294967295],ieee80211w_retry_timeout:[1,4294967295],dtim_period:[1,255],dynamic_vlan:['0','1','2'],eapol_version:['1','2'],ieee80211w:['0','1','2'],macfilter:['allow','deny'],ocv:[0,15],reassociation_deadline:[1000,65535],sae_pwe:['0','1','2'],time_advertisement:['0','2'],transition_disable:['on','off','0','1','sae','sae-pk','wpa3','owe']},fh=['transition_disable'],fi={band:['2g','5g','6g','60g'],beacon_int:[15,65535],cell_density:[0,3],chanbw:['5','10','20'],he_bss_color:[1,128],htmode:[...['NOHT','HT20','HT40-','HT40+','HT40','VHT20','VHT40','VHT80','VHT160'],...['HE20','HE40','HE80','HE160','EHT20','EHT40','EHT80','EHT160','EHT320']],log_level:[0,4],mbssid:[0,2],require_mode:['n','ac','ax'],rx_stbc:[0,4],vht160:[0,2],vht_link_adapt:[0,3],vht_max_a_mpdu_len_exp:[0,7],vht_max_mpdu:['3895','7991','11454']};function fj(a,b,c,d){if(index(fh,a)>=0)return length(filter(ed(b),g=>index(c,g)<0))===0;const e=ec(b,d);if(type(c[0])==='string')return index(c,e===null?b:`${e}`)>=0;const f=c;return e===null||((f[0]===0||e>=f[0])&&e<=f[1]);}
function fk(a,b,c){if(c.scripts!=='ucode')return null;const d=f=>(a[f]??null)!==null,e=f=>!fj(f,a[f],b[f],c);return filter(keys(b),f=>d(f)&&e(f))[0]??null;}
function fl(a,b){return fk(a,fg,b);}
function fm(a,b){return fk(a,fi,b);}
const fn=32,fo=2007;function fp(a){const b=a.options.auth_server??a.options.auth_server_addr??[],c=bd(a.lines,'eap_server')??a.section.eap_server??'0';return length(b)>0||(a.section.server??null)!==null||c==='1';}
function fq(a){return a===null||match(a,/[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/)!==null;}
function fr(a){return a===''||index(a,'#')===0||match(a,/[a-z][a-z0-9_]*=.*/)?.[0]===a;}
function fs(a,b){const c=a.options.key;if(eP(a,b))return false;if(c===null)return a.software.scripts==='old'&&a.options.wpa_psk_file===null;return!eE(c)&&(length(c)===64||a.software.scripts!=='ucode');}
function ft(a,b){const c=a.options,d=c.ieee80211r===true&&b.wpa>=2&&b.auth!=='psk',e=b.auth==='owe'?null:c.key;return(a.software.scripts==='shell'&&d&&e===null&&(a.section.auth_secret??null)===null);}
function fu(a){const b=a.options.multi_ap_backhaul_key;return(a.options.multi_ap>0&&!!a.options.multi_ap_backhaul_ssid&&b!==null&&length(b)<8);}
function fv(a,b){const c=a.options,d=eB(b),e=a.software.scripts!=='ucode',f=length(c.ssid??'');if(f>fn||(e&&f===0))return'ssid';if(index([null,0,1,2,3],c.multi_ap)<0)return'multi_ap';if((c.maxassoc??c.max_num_sta??0)>fo)return'maxassoc';if(d==='wep')return'encryption';if(d==='unknown_encryption'&&(eJ(a)||c.wpa_psk_file===null))
return'encryption';if(eP(a,b)&&eH(eQ(a,b).value)!==2)
return'macfilter';if(b.auth==='eap'&&!fp(a))return'auth_server';if(eO(b)&&fs(a,b))return'key';if(ft(a,b))return'ieee80211r';if(e&&eS(a)&&fu(a))return'multi_ap_backhaul_key';if(eS(a)&&!fq(eW(a)))return'uuid';if(eS(a)&&length(c.wps_device_name??'')>fn)return'wps_device_name';return length(filter(a.lines,g=>!fr(g)))>0?bb:null;}
const fw=['ap','sta','adhoc','mesh'];function fx(a,b){const c=index(fw,a.options.mode)>=0,d=c?fl(a.section,a.software):null;return d??(a.options.mode==='ap'?fv(a,b):null);}
function fy(a,b){const c=a.country??null;if(c!==null&&match(c,/[A-Z0-9][A-Z0-9].*/)?.[0]!==c)return'country';return fm(a,b);}
function fz(a,b){const c=filter(values(a),d=>d['.type']===b);return sort(c,(d,e)=>d['.index']-e['.index']);}
function fA(a,b,c){return a['.anonymous']&&c.netifd==='c'?`@${a['.type']}[${b}]`:a['.name'];}
const fB=['yes','yes'];function fC(a,b,c){const d=a.iface??null;if(c.netifd==='c')return d===null||type(d)==='array'||d===b;return d===null||index(ed(d),b)>=0;}
function fD(a,b,c){if(c.netifd==='c'&&a['.anonymous'])return false;const d=filter(b,e=>ee(e.disabled,fB,c)!==true&&fC(e,a['.name'],c));return length(d)>0;}
function fE(a){const b={};return map(a,(c,d)=>{const e=c.options.key;return e===null?d:(b[`key ${e}`]??=d);});}
function fF(a){const b=a.section.device??null;if(a.software.netifd==='ucode')return ed(b);if(type(b)==='array')return a.software.scripts==='old'?[]:b;return b===null?[]:[b];}
function fG(a,b,c){const d=fy(a,c);if(d!==null)return{section:a['.name'],option:d};for(let e in b){const f=e.options.disabled===true?null:fx(e,eL(e));if(f!==null)return{section:e.section['.name'],option:f};}
return null;}
function fH(a,b,c){const d=ef(a,dY,c),e=fd(d);return{name:a['.name'],band:ff(d,c),channel:e>0?e:null,disabled:d.disabled===true,managed:true,up:null,stopped:false,failed:false,refusal:b};}
function fI(a,b,c,d){const e=eL(a),f=a.options,g=fb(a,e,d);if(b.band==='6g')g.band_6ghz='band';return{section:a.section['.name'],radio:b,ifname:null,ssid:eX(a),disabled:f.disabled===true,encryption:f.encryption??'none',protection:eB(e),sae:index(e.akms,'SAE')>=0,key_number:c,faults:g,capacity:eV(a),wps:eH(eT(a).value)===2,independent:eU(a),uuid:eW(a),raw:a.lines,applied:null,psk_file:f.wpa_psk_file,stations:d,unsaved:false,uplinks:[]};}
function fJ(a,b){const c=fz(a,'wifi-station'),d=map(fz(a,'wifi-iface'),f=>eD(f,b)),e=fE(d);return map(fz(a,'wifi-device'),f=>{const g=filter(d,j=>index(fF(j),f['.name'])>=0),h=fH(f,fG(f,g,b),b),i=filter(g,j=>j.options.mode==='ap');return{radio:h,type:type(f.type)==='string'?f.type:null,drafts:map(i,j=>{const k=index(d,j),l=fD(j.section,c,b),m=fA(j.section,k,b);return{bss:fI(j,h,e[k],l),iface:j,name:m};})};});}
function fK(a){const b=a.ap_uc??a.hostapd_sh??'';return{netifd:a.netifd_ucode?'ucode':'c',scripts:a.ap_uc!==null?'ucode':index(b,'sae_password_file')>=0?'shell':'old',uuid:index(b,'uuid')>=0,dpp:index(b,'dpp')>=0};}
let fL=null,fM=null;function fN(){fL=cC(fL,dM(),()=>fK(dO()));return fL.value;}
function fO(){fM=cC(fM,dN(),()=>fJ(dC(),fN()));return fM.value;}
let fP=null;function fQ(a){const b=fO(),c=dF(),d=dG(),e=sprintf('%J',[a,c,d]);if(fP?.configuration!==b||fP?.told!==e)
fP={configuration:b,told:e,bsses:ep(b,a,c,d)};return fP.bsses;}
const fR=['network','off','stock'];function fS(a){return filter(fR,b=>b===a)[0]??null;}
function fT(){const a=cH('button')[0]?.options??{},b=fS(a.action??null)??'network';return{present:cw(),action:b,network:b==='network'?(a.network??null):null};}
const fU=0x100e,fV=0x1026,fW=0x1045,fX=0x1003,fY=0x100f,fZ=0x1027,ga=0x1020,gb=0x0020,gc=0x0008;function gd(a){return chr(int(a/256),a%256);}
function ge(a,b){return gd(a)+gd(length(b))+b;}
function gf(a,b){return ge(fU,ge(fV,chr(1))+
ge(fW,a)+
ge(fX,gd(gb))+
ge(fY,gd(gc))+
ge(fZ,b)+
ge(ga,chr(255,255,255,255,255,255)));}
function gg(){const a=cH('guard')[0]??null;return a===null?null:{when:int(a.options.when??'0'),sections:a.lists.section??[]};}
function gh(a){const b=dR(a,['encryption','ssid','key']);if(eC(b.encryption,fN())!=='ok')return'';if(b.key===null||b.ssid===null)return null;return gf(`${b.ssid}`,`${b.key}`);}
function gi(a){return`wps=1 00:00:00:00:00:00 ${dR(a, ['key']).key ?? ''}\n`;}
function gj(a){const b=a.psk_file??'';return aB(b,'psk')&&cO(b)&&cL(b,gi(a.section))===true;}
function gk(a){const b=ar(a.raw);if(b!==null)return cL(b,gh(a.section)??'')===false?'lost':'shared';if(!aB(a.psk_file,'psk'))return'lost';return gj(a)?'shared':'own';}
let gl={},gm=null;function gn(a){return(gl[a.section]??=gk(a));}
function go(a){const b=map(filter(a,c=>c.wps),gn);if(length(b)===0||index(b,'lost')>=0)return'lost';return index(b,'own')>=0?'own':'shared';}
function gp(a,b){const c=gh(b);if(c===null)return false;return cL(a,c)===true||cP(a,c);}
function gq(a){return aK(a)!==null;}
function gr(a,b){return{hostapd_bss_options:[...ax(a.raw),...aT(a.raw),...aq(b)]};}
function gs(a){const b=['/etc'];for(let c in a)
for(let d in[ar(c.raw),aB(c.psk_file,'psk')?c.psk_file:null])
if(d!==null&&index(b,d)<0)push(b,d);return cB(b);}
function gt(a){if(gg()!==null)return;const b=aQ()?.former??{};for(let c in keys(b)){const d=b[c].hostapd_bss_options??[];a[`${b[c].wpa_psk_file ?? ''}`]=true;a[ar(type(d)==='array'?d:[])??'']=true;}
for(let c in cR())
if(!a[c]&&(!aB(c,'psk')||aC(c)))cN(c);}
let gu=0;const gv=30000;function gw(a){return gu>0&&a-gu<gv;}
function gx(a){const b={},c={};let d=false,e=0;for(let f in a){const g=ar(f.raw),h=g===null?null:gh(f.section);if(g!==null)b[g]=true;if(g!==null&&h!==null&&cL(g,h)===false){e++;const j=f.applied===true&&cK(g)?aH(g,f.section):g;b[j]=true;if(cP(j,h)&&j!==g)c[f.section]=gr(f,j);}
const i=aB(f.psk_file,'psk')?f.psk_file:null;if(i===null||b[i])continue;b[i]=true;if(!cK(i)){e++;d=gq(i)||d;}}
gt(b);if(length(c)>0&&dS(c)){aR({object:'network',method:'reload'});gu=aI().monotonic;}
if(d)aR({object:'hostapd',method:'reload'});return e===0&&aQ()===null;}
function gy(a){const b=gs(a);if(gm?.bsses===a&&gm.text===b.text)return true;gl={};gm=gx(a)&&b.settled?{bsses:a,text:b.text}:null;return false;}
const gz=1000,gA=900,gB=50;let gC=null;const gD=120;function gE(a,b){const c=a.session.peer;return c!==null&&c.ip===null&&b.epoch-(a.session.ended??b.epoch)<=gD;}
function gF(a,b){const c=a.session.peer;if(c===null||!gE(a,b))return a;const d=dq(c.mac);return cq(a,d.name,d.ip);}
const gG=[];function gH(a){push(gG,a);}
function gI(a,b,c){const d=cr(b,aI()),e=d.peer,f=d.reason===null?'':` (${d.reason})`,g=e===null?'':`, device ${e.name ?? e.mac}`,h=c!==null||d.by===null?'':`, by ${d.by}`,i=d.ifname??join(', ',d.ifnames);dw(`WPS on "${d.network}" (${i}): ${a}${f}${g}${h}`);dz({type:a,session:d});}
function gJ(a,b){const c=cr(a,aI());map(gG,d=>az(()=>d(c,b)));}
function gK(a){let b=0;for(let c in aF.presses){const d=index(c.spared,a.ifname)>=0||(!c.independent&&!a.independent);if(!d)b=max(b,c.until);}
return b;}
function gL(a,b){const c=max(aF.overlaps[a.ifname??'']??0,gK(a));return max(0,int((c-b.monotonic+999)/1000));}
function gM(a,b,c){if(b.kind!=='answer'||b.registrar===null)return;const d=aF.overlaps[a]??null;if(b.registrar.pbc==='Overlap'){if(d!==null)return;aF.overlaps[a]=c.monotonic+al*1000;}else if(d!==null&&(b.registrar.pbc==='Active'||d<=c.monotonic))
delete aF.overlaps[a];else return;aS();}
function gN(a,b){const c=filter(a.parts,e=>e.ifname===a.session.ifname)[0]??null;if(c===null||a.session.method==='pin')return;const d=b.monotonic+al*1000;aF.presses=[{spared:[c.ifname],independent:c.independent,until:d},...filter(aF.presses,e=>e.until>b.monotonic)];}
function gO(a){for(let b in a)aF.closing[b.ifname]=true;for(let b in bA(a))aR(cV(b.ifname,'wps_cancel'));}
function gP(a,b){if(!exists(aF.closing,a))return;if(b.kind==='answer'&&b.registrar?.pbc==='Active')aR(cV(a,'wps_cancel'));else if(b.kind!=='silent'){delete aF.closing[a];aS();}}
function gQ(a,b,c){const d=b.session,e=a.session.state;if(d.state==='lost')for(let f in b.parts)aF.stuck[f.ifname]=true;if(d.state==='success'&&e!=='success')gN(b,c);gO(cp(a,b));if(d.state==='failed'&&d.method==='pin')
for(let f in bA(b.parts))aR(cV(f.ifname,'wps_cancel'));if(d.state!=='waiting')gI(d.state,b,e);gJ(b,a.session);}
function gR(a,b){return a.reason!==b.reason||a.peer?.name!==b.peer?.name;}
function gS(a,b){for(let d in keys(a)){const e=a[d]??null;if(e===null)continue;gM(d,e,b);gP(d,e);if(e.kind==='answer'&&e.registrar!==null&&e.registrar.pbc!=='Active'&&exists(aF.stuck,d)){delete aF.stuck[d];aS();}}
const c=[];aF.windows=map(aF.windows,d=>{const e=bP(d)?gF(co(d,a,b),b):d;if(e===d)return d;aS();push(c,[d,e]);return e;});map(c,d=>{if(d[1].session.state!==d[0].session.state)gQ(d[0],d[1],b);else if(gR(d[0].session,d[1].session))gJ(d[1],d[0].session);});}
function gT(a,b){if(a.network!==null)return b.session.network===a.network;if(a.section!==null)
return length(filter(b.parts,c=>c.section===a.section))>0;if(a.ifname!==null)return index(b.session.ifnames,a.ifname)>=0;return true;}
function gU(a){return pop(filter(aF.windows,b=>b.session.open&&gT(a,b)));}
function gV(){return gU(bn);}
function gW(){if(gC?.remaining?.()===-1)gC.set(gz);}
function gX(){const a=aI(),b=filter(aF.windows,c=>bP(c)||gE(c,a));aE();if(length(b)+length(aF.closing)>0)gW();}
function gY(a,b,c){const d=map(a,e=>cV(e,'wps_status'));ao(d,b,e=>{const f={};map(a,(h,i)=>{f[h]=da(e[i],null,[]);});const g=aI();gS(f,g);gX();c(g,f);});}
function gZ(a,b){for(let c in aF.windows)
if(length(filter(bM(c),d=>d.ifname===a))>0)
return dg(a,c.logged,b);return[];}
function ha(a){const b=d=>{gS({[a]:{kind:'gone',told:gZ(a,d)}},aI());gX();};if(exists(aF.overlaps,a))aF.overlaps[a]=0;for(let d in aF.presses)push(d.spared,a);aS();const c=d=>d.logged!==null&&length(filter(bM(d),e=>e.ifname===a))>0;if(length(filter(aF.windows,c))===0)b([]);else ao([dx(gB)],aI().monotonic+gA,d=>b(dy(d[0])));}
function hb(a){if(a.session.open)return map(bM(a),b=>({ifname:b.ifname,open:true}));return map(a.homes,b=>({ifname:b.ifname,open:false}));}
let hc=null;function hd(){const a=aG();if(hc?.revision===a)return hc;const b={},c=[],d=length(filter(aF.windows,bO))>0;for(let e in aF.windows)
if(bP(e))
for(let f in hb(e))
b[f.ifname]=b[f.ifname]||f.open;for(let e in keys(aF.closing))b[e]=true;for(let e in keys(b)){push(c,cV(e,'get_clients'));if(b[e])push(c,cV(e,'wps_status'));}
if(d)push(c,dx(gB));hc={revision:a,questions:b,calls:c,logged:d};return hc;}
function he(a,b){return bO(a)?{...a,logged:max(a.logged??0,b)}:a;}
function hf(a){const b=[];aF.windows=map(aF.windows,c=>{const d=gF(c,a);if(d!==c)push(b,[c,d]);return d;});if(length(b)>0)aS();for(let c in b)
if(gR(c[0].session,c[1].session))gJ(c[1],c[0].session);}
let hg={told:'',course:null,until:0};function hh(a){let b=a.monotonic+am*1000;for(let c in aF.windows){if(bP(c))b=min(b,bQ(c));if(gE(c,a))return 0;}
return length(aF.closing)>0?0:b;}
function hi(){const a=hd();ao(a.calls,aI().monotonic+gA,b=>{const c=aI(),d=sprintf('%J',b),e=a===hg.course&&a.revision===aG()&&d===hg.told;if(e&&c.monotonic<hg.until){aE();return gW();}
const f=a.logged?dy(b[length(a.calls)-1]):[],g=slice(f,-1)[0]?.id??null,h={};let i=0;for(let j in keys(a.questions)){const k=b[i++];h[j]=a.questions[j]?da(b[i++],k,gZ(j,f)):db(k);}
hf(c);gS(h,c);if(g!==null)aF.windows=map(aF.windows,j=>he(j,g));hg={told:d,course:a,until:hh(c)};gX();});}
gC=ac.timer(-1,()=>az(hi));function hj(a){ao([dx(1)],aI().monotonic+gA,b=>{const c=pop(dy(b[0]))?.id??null;if(c===null)return;aF.windows=map(aF.windows,d=>d.session.id===a?{...d,logged:c}:d);aS();aE();});}
function hk(a){const b=aI(),c=bL({...a,id:ay(b.epoch)},b);aF.windows=filter([c,...aF.windows],(d,e)=>e<af||bP(d));aS();gI('started',c,null);gJ(c,null);gX();hj(c.session.id);return cr(c,b);}
function hl(a){const b=[];for(let c in a)
if(c.ifname!==null)push(b,{ifname:c.ifname,section:c.section});return b;}
function hm(a,b){return{ifname:a.ifname??'',section:a.section,independent:a.independent,last:(b?.kind==='answer'?b.registrar:null)??cU,ending:null};}
function hn(a,b){const c=filter(b,d=>d.wps&&!d.independent&&index(a,d)<0);return length(c)===0;}
function ho(a,b,c){const d=filter(a,g=>{const h=c[g.ifname??'']??null;if(h?.kind!=='answer'||h.registrar?.pbc!=='Active')return false;if(aF.stuck[g.ifname??'']||aF.closing[g.ifname??''])return false;return gU({network:null,section:null,ifname:g.ifname})===null;});if(length(d)===0)return;const e=map(d,g=>hm(g,c[g.ifname??'']??null)),f=gU({network:null,section:a[0].section,ifname:null});if(f!==null&&f.session.origin==='external'){const g=f.session,h=[...g.ifnames,...map(e,i=>i.ifname)];aF.windows=map(aF.windows,i=>i===f?{...f,parts:[...f.parts,...e],session:{...g,ifnames:h}}:i);aS();return;}
hk({network:a[0].ssid,method:'pbc',origin:'external',by:null,parts:e,homes:hl(a),exclusive:hn(a,b)});}
function hp(a,b){aF.overlaps[a]=b.monotonic+al*1000;aS();aE();}
function hq(a,b,c){const d=a.session;dw(`WPS on "${d.network}" (${join(', ', d.ifnames)}): cancel, by ${b}`);aF.windows=map(aF.windows,e=>e.session.id===d.id?bR(e,c):e);aS();}
function hr(a,b){for(let c in aF.windows)if(c.session.id===a)return cr(c,b);return null;}
function hs(a,b){for(let c in aF.windows)
if(length(filter(c.parts,d=>index(a,d.section)>=0))>0)
return cr(c,b);return null;}
function ht(a){for(let b in aF.windows)if(b.session.open)return cr(b,a);return null;}
function hu(a,b){return map(slice(aF.windows,0,b),c=>cr(c,a));}
function hv(){if(length(aF.overlaps)+length(aF.presses)+length(aF.closing)+length(aF.stuck)>0)
return false;for(let a in aF.windows)if(bP(a))return false;return aQ()===null;}
function hw(a){const b=a.args.limit??af;if(b<0)a.fail('invalid_argument','limit');else a.answer({entries:hu(aI(),min(b,af))});}
function hx(){const a=ds();if(a===null)return null;return{connected:a.connected,name:a.name,routers:map(a.routers,b=>({name:b.name,there:b.there,networks:map(b.networks,c=>({ssid:c.ssid,ready:c.ready,open:c.open}))}))};}
function hy(a){a.answer({house:ds()});}
let hz=null;function hA(){return cH('light')[0]?.options?.led??null;}
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
let il=null;const im=['/lib/apk/packages','/usr/lib/opkg/info'],io=[ib,ag,'/lib/apk/db','/usr/lib/opkg/status',...im];function ip(){il=cC(il,cB(im),ik);return il.value;}
function iq(){return aa.access(ib)===true;}
function ir(){return{package:ip(),installed_has_wps:ii(),pin_available:aA(),package_manager:ij()};}
function it(a){return filter(a,b=>b.capacity!==null);}
let iu=null;function iv(a){if(iu?.bsses!==a)iu={bsses:a,networks:bw(a)};return iu.networks;}
let iw=null,ix=null;function iy(a){if(ix?.bsses===a)return ix;const b=filter(a,d=>d.ifname!==null),c=it(b);ix={bsses:a,running:b,counted:c,calls:[...map(b,d=>cV(d.ifname??'','wps_status')),...map(c,d=>cV(d.ifname??'','get_clients'))]};return ix;}
const iz=3000;let iA=null;function iB(){iA?.set?.(iz);}
function iC(a,b,c,d){const e=a.bsses,f=gy(e),g=iv(e),h={networks:g,bsses:e,round:{},carriers:{},at:aI()};let i=false;if(gw(h.at.monotonic))iB();map(b,l=>hX(l.radio.name,pop(c)));const j=f&&hv()&&!hQ(),k=j?sprintf('%J',c):'';if(j&&k===iw?.told&&e===iw?.bsses){h.round=iw.round;return d(h);}
map(a.running,(l,m)=>{const n=index(a.counted,l),o=n<0?null:c[length(a.running)+n],p=da(c[m],o,[]);h.round[l.ifname??'']=p;i||=p.kind==='silent';hP(l.radio,p,h.at.monotonic);});gS(h.round,h.at);for(let l in g)ho(l,e,h.round);gX();iw=j&&!i?{bsses:e,told:k,round:h.round}:null;d(i?null:h);}
const iD={object:'network.wireless',method:'status'};function iE(a,b){const c=ix,d=c===null?[]:hV(c.running),e=[iD,...(c?.calls??[]),...map(d,f=>cV(f.ifname??'','get_status'))];ao(e,a,f=>{const g=f[0];if(g.code!==ak&&g.code!==aj)return b(null);const h=fQ(g.data);if(c!==null&&c.bsses===h)
return iC(c,d,slice(f,1),b);const i=iy(h),j=hV(i.running);ao([...i.calls,...map(j,k=>cV(k.ifname??'','get_status'))],a,k=>iC(i,j,k,b));});}
function iF(a,b){iE(a.deadline,c=>{if(c===null)a.fail('timeout');else b(c);});}
function iG(a,b){return a.round[b.ifname??'']??null;}
function iH(a,b){return iG(a,b)?.kind==='answer';}
function iI(a,b){return index(['answer','no_wps'],iG(a,b)?.kind)>=0;}
function iJ(a){return(length(a.uplinks)>0&&length(filter(a.uplinks,b=>cs(b)===true))===0);}
function iK(a,b){if(!exists(a.carriers,b))a.carriers[b]=cs(b);return a.carriers[b];}
function iL(a,b){return iI(a,b)&&iK(a,b.ifname??'')!==false;}
function iM(a){const b=map(values(a.round),c=>c?.kind);if(index(b,'answer')>=0)return true;return index(b,'no_wps')>=0?false:null;}
function iN(a){const b={...ir(),running_has_wps:iM(a)};return{...b,remedy:ia(b)};}
function iO(a,b){const c=iG(a,b),d=c?.kind==='answer'?c.clients:null;return b.capacity!==null&&d!==null&&length(d)>=b.capacity;}
function iP(a){return filter(a.networks,b=>length(filter(b,c=>c.wps&&!c.disabled))>0);}
function iQ(a,b){const c=filter(a?.routers??[],d=>d.there);return length(filter(c,d=>length(filter(d.networks,e=>e.ssid===b))>0))>0;}
function iR(a){for(let b in a.bsses){const c=b.ifname??'';if(iH(a,b)&&cs(c)===false&&!iJ(b))
aR(cV(c,'update_beacon'));}}
iA=ac.timer(-1,()=>az(()=>iE(aI().monotonic+iz,a=>{if(a!==null&&gw(a.at.monotonic))iR(a);})));function iS(a,b,c,d){const e=iI(a,b);return{answers:e,beacons:e?iK(a,b.ifname??''):null,uplink_away:iJ(b),full:b.capacity!==null&&iO(a,b),overlap_left:gL(b,a.at),radar_left:hR(b.radio,a.at.monotonic),persistent:c!=='lost',elsewhere:c==='own'&&d!==null,apart:c!=='own'&&(d?.uuid??null)!==null&&lc(b.uuid??'')!==d?.uuid};}
let iT=null;function iU(a,b){const c=ht(a.at),d={daemon:b,daemon_installed:iq(),open:c===null?null:{remaining:c.remaining}},e=aQ()!==null,f=ds(),g=map(a.networks,i=>{const j=go(i),k=iQ(f,i[0].ssid)?f:null;return map(i,l=>iS(a,l,j,k));}),h=sprintf('%J',[d,e,g]);if(iT?.networks!==a.networks||iT?.text!==h){const i=length(iP(a)),j=map(a.networks,(k,l)=>{const m=hn(k,a.bsses);return bH(map(k,(n,o)=>{const p=!n.independent&&!m,q=bl({...d,...g[l][o],bss:n,flagged:i,grouped:p}),r={bss:n,problems:q,ready:bm(q)===null&&!e};return r;}));});iT={networks:a.networks,text:h,wholes:j};}
return iT.wholes;}
gH((a,b)=>{if(cQ())av(a,b);});gH((a,b)=>{if(a.peer!==null&&!a.open)au(a,b);});gH((a,b)=>{if(hB())aw(a,b);});aU('hostapd.',(a,b)=>{hW();if(!b)ha(a);iB();});function iV(){if(aQ()!==null)aN();iB();gX();if(aF.light.shown!==null)aP();const a=fQ(null);if(length(aF.keys)+length(filter(a,b=>aJ([b])!==null))===0)return;aO(a);aL(a);}
function iW(a,b){const c=b.bss,d=c.ifname;return{ifname:d,section:c.section,radio:c.radio.name,bssid:d===null?null:dQ(d),band:c.radio.band,channel:hY(c.radio),enabled:c.wps,ready:b.ready,on_air:iL(a,c),problems:b.problems};}
function iX(a){const b=[];for(let c in a.opening){const d=c.radio.band;if(d!==null&&index(b,d)<0)push(b,d);}
return b;}
function iY(a,b){const c=map(b.places,e=>e.bss),d=bB(c);return{ssid:c[0].ssid,sections:d,bands:iX(b),enabled:b.enabled,ready:b.ready,keys:go(c),problems:b.problems,session:hs(d,a.at),job:aD(d),access_points:map(b.places,e=>iW(a,e))};}
function iZ(a){const b=iN(a);return{supported:b.running_has_wps===true,daemon:b,networks:map(iU(a,b),c=>iY(a,c)),button:fT(),light:hD(),guard:gg(),house:hx(),now:a.at.epoch};}
const ja=[cD,...io];function jb(a){const b=cB(ja);if(!b.settled)return null;const c=[];for(let d in a.bsses){push(c,hY(d.radio),iJ(d));if(d.ifname!==null)push(c,dQ(d.ifname),iK(a,d.ifname));}
return sprintf('%J',[b.text,c,hD(),hx(),aG()]);}
let jc=null;function jd(a){const b=jb(a);if(b!==null&&jc?.round===a.round&&jc?.text===b)
return{...jc.status,now:a.at.epoch};const c=iZ(a),d=b!==null&&c.daemon.installed_has_wps!==null;jc=d?{round:a.round,text:`${b}`,status:c}:null;return c;}
function je(a){iF(a,b=>a.answer(jd(b)));}
return{aN:fS,aR:bA,aS:bC,aT:fT,aU:dV,aV:de,aZ:hq,bC:bs,bF:iN,bI:dU,bT:cw,bU:cs,bW:hB,bX:df,bY:hl,bZ:cV,cA:dt,cB:dp,cC:bD,cD:iH,cE:hn,cF:cX,cG:bo,cH:iL,cK:iI,cL:iJ,cN:iU,cT:go,cU:dx,cV:bM,cW:iE,cX:iF,cY:hC,dB:bw,dD:dw,dF:gV,dG:du,dH:gU,dI:hk,dL:hm,dO:bt,dQ:fQ,dR:db,dS:cM,dT:dy,dU:dR,dW:gY,dX:hH,dY:hp,eA:cN,eB:cJ,eF:iV,eK:bB,eM:iG,eO:hr,eQ:cH,eU:gp,eV:gq,eW:dW,eX:dz,eZ:hw,fA:hy,fB:je,fC:gy,fD:dT,fI:iR,fL:cP,fM:dS,fN:cI};};
