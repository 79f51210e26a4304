'use strict';import*as aa from'fs';import*as ab from'uci';import*as ac from'uloop';return ad=>{const ae=ad.aA,af=ad.aB,ag=ad.aC,ah=ad.aE,ai=ad.aF,aj=ad.aH,ak=ad.aI,al=ad.aL,am=ad.aO,an=ad.aP,ao=ad.aZ,ap=ad.bC,aq=ad.bD,ar=ad.bJ,at=ad.bK,au=ad.bL,av=ad.bM,aw=ad.bN,ax=ad.bP,ay=ad.bQ,az=ad.bU,aA=ad.cH,aB=ad.cI,aC=ad.cL,aD=ad.cN,aE=ad.cY,aF=ad.cZ,aG=ad.dB,aH=ad.dD,aI=ad.dI,aJ=ad.dL,aK=ad.dU,aL=ad.eC,aM=ad.eF,aN=ad.eG,aO=ad.eH,aP=ad.eI,aQ=ad.eM,aR=ad.fD,aS=ad.fF,aT=ad.fH;function aU(a){return a;}
const aV={fix:'package',refusal:'wps_not_supported'},aW={fix:'wireless',refusal:'unsuitable_network'},aX={fix:'wait',refusal:'not_on_air'},aY={fix:'wireless',refusal:null},aZ={no_daemon:aV,daemon_without_wps:aV,daemon_restart_needed:{...aV,fix:null},not_managed:{...aX,fix:null},radio_disabled:{...aX,fix:'wireless'},radio_stopped:{...aX,fix:'wireless'},radio_failed:{...aX,fix:'wireless'},multi_ap_backhaul:{...aW,fix:null},unknown_encryption:aW,open_network:aW,wep:aW,tkip_only:aW,enterprise:aW,wpa3_only:aW,bad_key:aW,ppsk:aW,mac_authentication:aW,hidden_ssid:aW,band_6ghz:{...aW,fix:null},wps_disabled:{fix:'enable',refusal:'wps_disabled'},unsaved_changes:{fix:'wireless',refusal:'busy'},radio_down:aX,radar_check:aX,not_on_air:aX,silent:{...aX,fix:'enable'},window_open:{fix:'wait',refusal:'already_open'},overlap:{fix:'wait',refusal:'overlap'},full:{fix:'wireless',refusal:'unsuitable_network'},mac_allow_list:aY,not_persistent:{...aY,fix:'enable'},bands_apart:{...aY,fix:'enable'},shared_flag:aY,pin_exposed:{...aY,fix:'enable'},fast_roaming:aY,pmf_required:aY,other_routers:{...aY,fix:null}},ba='hostapd_bss_options';function bb(a,b){if(b.scripts==='ucode')return a;return filter(split(join(' ',a),/[ \t]+/),c=>c!=='');}
function bc(a,b){const c=`${b}=`,d=filter(a,e=>index(e,c)===0);return length(d)>0?substr(d[length(d)-1],length(c)):null;}
const bd=keys(aZ);function be(a,b){return length(filter(values(a.faults),c=>c===b))>0;}
function bf(a){const b=filter(keys(a.faults),c=>aZ[c].refusal==='unsuitable_network');return length(b)===0&&a.radio.managed;}
const bg=['fast_roaming','pmf_required'];function bh(a){const b={};for(let c in keys(a.faults))if(a.wps||index(bg,c)<0)b[c]=a.faults[c];return b;}
function bi(a){const b=a.bss,c=b.radio,d=a.daemon,e=c.refusal,f=!b.disabled&&!c.disabled,g=f&&(c.managed||a.answers),h=e!==null&&e.section===b.section&&be(b,e.option),i=g&&!a.answers&&(c.failed||e!==null),j=g&&!c.stopped&&!i&&a.radar_left===0;return{...bh(b),no_daemon:!a.daemon_installed,daemon_without_wps:a.daemon_installed&&d.installed_has_wps===false,daemon_restart_needed:d.installed_has_wps!==null&&d.running_has_wps===!d.installed_has_wps,not_managed:f&&!g&&'type',radio_disabled:!f&&'disabled',radio_stopped:g&&c.stopped,radio_failed:i&&!h&&!c.stopped&&(e?.option??true),unsaved_changes:b.unsaved||b.applied===false,radio_down:j&&c.up!==true,radar_check:f&&a.radar_left>0&&a.radar_left,not_on_air:j&&c.up===true&&!a.answers,silent:j&&a.answers&&a.beacons===false,full:a.full&&'maxassoc',window_open:a.open!==null&&(a.open.remaining??true),overlap:a.overlap_left>0&&a.overlap_left,not_persistent:b.wps&&bf(b)&&!a.persistent&&ba,shared_flag:b.wps&&(a.grouped?'wps_independent':a.flagged>1&&'wps_pushbutton'),other_routers:b.wps&&a.elsewhere};}
function bj(a,b,c){if(a==='silent'&&c.uplink_away)return'wait';if(a==='wps_disabled'&&b===ba)return'wireless';return aZ[a].fix;}
function bk(a){const b=bi(a),c=[];for(let d in bd){const e=b[d]??false;if(e===false)continue;const f=aZ[d];push(c,{code:d,severity:f.refusal===null?'warning':'error',option:type(e)==='string'?`${e}`:null,fix:bj(d,e,a),seconds:type(e)==='int'?int(e):null,sections:[a.bss.section]});}
return c;}
function bl(a){return filter(a,b=>b.severity==='error')[0]??null;}
const bm={network:null,section:null,ifname:null};function bn(a,b){if(a.network!==null)return b[0].ssid===a.network;if(a.section!==null)return length(filter(b,c=>c.section===a.section))>0;if(a.ifname!==null)return length(filter(b,c=>c.ifname===a.ifname))>0;return true;}
function bo(a){return(a===null?null:aZ[a.code].refusal)??'wps_disabled';}
function bp(a,b){if(a.ifname!==null){const c=filter(b.places,d=>d.bss.ifname===a.ifname)[0];return c.ready?{error:null,whole:b,opening:[c.bss]}:{error:bo(bl(c.problems))};}
return b.ready?{error:null,whole:b,opening:b.opening}:{error:bo(b.obstacle)};}
function bq(a){const b=filter(a,d=>d.enabled),c=length(b)>0?b:a;return{error:length(c)===1?bo(c[0].obstacle):'wps_disabled'};}
function br(a,b){const c=b.network!==null||b.section!==null||b.ifname!==null,d=filter(a,f=>bn(b,map(f.places,g=>g.bss)));if(c&&length(d)===0)return{error:'unknown_target'};if(length(d)===1&&(c||d[0].ready))return bp(b,d[0]);const e=filter(d,f=>f.ready);if(length(e)===1)return bp(b,e[0]);if(length(e)>1)return{error:'ambiguous_target'};return c?{error:bo(d[0].obstacle)}:bq(d);}
function bs(a,b){if(b!==null)return{...bm,network:b};const c=filter(a,d=>d.enabled)[0]??null;return c===null?null:{...bm,section:c.places[0].bss.section};}
const bt=['ok','wpa3_only','tkip_only'];function bu(a){return index(bt,a.protection)>=0?'personal':a.protection;}
function bv(a){const b=[],c={};for(let d in a){const e=`${d.key_number} ${bu(d)} ${d.ssid}`,f=c[e]??-1;if(f>=0)push(b[f],d);else{c[e]=length(b);push(b,[d]);}}
return b;}
function bw(a){return length(filter(a,b=>b.independent))===0;}
function bx(a){if(length(a)<2||bw(a))return true;const b=a[0].uuid;return b!==null&&length(filter(a,c=>c.uuid!==b))===0;}
function by(a){if(bx(a))return a;return slice([...filter(a,b=>b.radio.band==='2g'),...a],0,1);}
function bz(a){const b=filter(a,c=>!c.independent);return[...slice(b,0,1),...filter(a,c=>c.independent)];}
function bA(a){const b=[];for(let c in a)if(index(b,c.section)<0)push(b,c.section);return b;}
function bB(a){return map(a,b=>b.bss);}
function bC(a){const b=filter(a.problems,c=>aZ[c.code].refusal==='unsuitable_network'&&c.code!=='full');return length(b)===0;}
function bD(a){const b={};for(let d in a){const e=b[d.code]??null;if(e===null)b[d.code]={...d,sections:[...d.sections]};else{for(let f in d.sections)
if(index(e.sections,f)<0)push(e.sections,f);if(e.seconds!==null)e.seconds=min(e.seconds,d.seconds??e.seconds);}}
const c=[];for(let d in keys(aZ)){const e=b[d]??null;if(e!==null)push(c,e);}
return c;}
function bE(a){if(bx(a))return[];const b=aZ.bands_apart;return[{code:'bands_apart',severity:'warning',option:'wps_independent',fix:b.fix,seconds:null,sections:bA(a)}];}
function bF(a){const b=bl(a.problems);return b===null?length(aZ):index(keys(aZ),b.code);}
function bG(a){const b=filter(a,f=>f.bss.wps&&!f.bss.disabled),c=filter(a,f=>f.ready),d=bE(bB(b));let e=a[0];for(let f in a){for(let g in f.problems)push(d,g);if(bF(f)>bF(e))e=f;}
return{places:a,enabled:length(b)>0,ready:length(c)>0,opening:by(bB(c)),problems:bD(d),obstacle:length(c)>0?null:bl(e.problems)};}
const bH=(al+5)*1000,bI=(al-2)*1000;function bJ(a){return map(a,b=>b.ifname);}
function bK(a,b){return{session:{id:a.id,network:a.network,ifnames:bJ(a.parts),ifname:null,section:null,method:a.method,origin:a.origin,by:a.by,state:'waiting',open:true,started:a.origin==='external'?null:b.epoch,ended:null,duration:al,remaining:null,attempts_failed:0,reason:null,peer:null},parts:a.parts,homes:a.homes,exclusive:a.exclusive,since:b.monotonic,logged:null,cancelling:null,until:null};}
function bL(a){return a.session.open?filter(a.parts,b=>b.ending===null):[];}
function bM(a,b){return a.session.method==='pin'||!b.independent;}
function bN(a){const b=filter(bL(a),c=>bM(a,c)&&c.last.result!=='None');return length(b)>0;}
function bO(a){return a.session.open||a.until!==null;}
function bP(a,b){const c=a.session.state==='connecting'?'still_trying':null;return{...a,cancelling:['cancelled',b??c]};}
function bQ(a,b){return{...a,session:{...a.session,...b}};}
function bR(a,b,c){return bQ(a,{state:b[0],reason:b[1],open:false,ended:c.epoch,peer:null});}
function bS(a,b){return{mac:a,name:null,ip:null,signal:b?.signal??null,authorized:b!==null&&b.authorized&&!b.wps};}
function bT(a,b){const c=a.session,d=b?.ifname??null;if(c.ifname===d)return a;return{...a,session:{...c,ifname:d,section:b?.section??null}};}
function bU(a,b,c,d){const e={...bT(a,b),until:d.monotonic+ag*1000};return bQ(e,{state:'success',reason:null,open:false,ended:d.epoch,peer:bS(c,null)});}
function bV(a){const b=a?.kind==='answer'?a.clients:null;return filter(keys(b??{}),c=>b?.[c]?.wps===true)[0]??null;}
function bW(a,b){const c=bL(a),d=filter(c,g=>{const h=b[g.ifname]??null;return h?.kind==='answer'&&h.clients!==null;}),e=filter(d,g=>bV(b[g.ifname]??null)!==null)[0]??null,f={state:'waiting',reason:null,open:true,ended:null,peer:null};if(e!==null){const g=b[e.ifname]??null,h=bV(g)??'',i=g?.kind==='answer'?(g.clients?.[h]??null):null,j=a.session.peer?.mac===h&&a.session.peer?.signal===i?.signal;if(j&&a.session.ifname===e.ifname)return a;return bQ(bT(a,e),{...f,state:'connecting',peer:bS(h,i)});}
if(a.session.state==='waiting'||length(d)<length(c))return a;return bQ(bT(a,null),f);}
function bX(a,b,c,d){if(c)return['failed',b.reason??'authentication_failure'];if(a.cancelling!==null)return a.cancelling;return d>=al*1000?['timeout',null]:null;}
function bY(a,b){if(a.cancelling!==null)return a.cancelling;if(b>=bI)return['timeout',null];return a.session.started===null?['timeout','start_not_seen']:['cancelled','elsewhere'];}
function bZ(a,b){if(!b.independent)return['lost','sibling'];if(a.session.attempts_failed>0)return['failed',b.last.reason??'unknown'];return['lost','daemon_restarted'];}
function ca(a,b){if(b<=bH)return null;if(a.cancelling!==null)return a.cancelling;return a.session.started===null?['lost','stale']:['timeout','elsewhere'];}
function cb(a,b,c,d,e){if(a.session.method==='pin')return bX(a,b.last,d,e);switch(c){case'Active':return ca(a,e);case'Overlap':return['overlap','several_devices'];case'Timed-out':return bY(a,e);default:return bZ(a,b);}}
function cc(a,b){const c=a.result==='Success'?`WPS-REG-SUCCESS ${a.peer} `:'WPS-FAIL ';return a.result!=='None'&&length(filter(b,d=>index(d,c)===0))>0;}
function cd(a){const b=filter(a,c=>index(c,'WPS-REG-SUCCESS ')===0)[0]??null;return b===null?null:(split(b,' ')[1]??null);}
function ce(a,b){return{part:b===null?a:{...a,ending:b},mac:null,failed:false};}
function cf(a,b,c,d){const e=d.monotonic-a.since;if(c.kind==='gone'){const n=cd(c.told);return{...ce(b,n===null?['lost','access_point_gone']:null),mac:n};}
if(c.kind==='no_wps')return ce(b,['lost','daemon_restarted']);if(c.kind==='answer'&&c.registrar===null)return ce(b,null);const f=c.kind==='answer'?c.registrar:null;if(c.kind==='silent'||f===null||f.pbc==='Unknown'||f.result==='Unknown'){if(a.cancelling!==null)return ce(b,a.cancelling);return ce(b,e>bH?['lost','no_answer']:null);}
const g=b.last,h=f.result!==g.result||f.peer!==g.peer||f.reason!==g.reason,i=h||cc(f,c.told),j=i&&f.result==='Failed',k=h?{...b,last:f}:b;if(i&&f.result==='None')return ce(k,['lost','daemon_restarted']);const l=f.pbc==='Disabled'&&a.session.method==='pbc'&&b.independent;if(f.result==='Success'&&f.peer!==null&&(i||l))
return{part:k,mac:f.peer,failed:false};const m=j?{...a,session:{...a.session,attempts_failed:1}}:a;return{...ce(k,cb(m,k,f.pbc,j,e)),failed:j};}
const cg=['overlap','failed','timeout','cancelled','lost'];function ch(a){for(let b in cg)for(let c in a)if(c.ending?.[0]===b)return c.ending;return['lost','no_answer'];}
function ci(a,b){return b?.[0]==='overlap'||(b?.[0]==='failed'&&a.session.method==='pin');}
function cj(a,b,c){return b===c?a:map(a,d=>(d===b?c:d));}
function ck(a,b,c){let d=a.parts,e=a.session.attempts_failed,f=a.logged,g=null;for(let l in bL(a)){const m=b[l.ifname]??null;if(m===null)continue;const n=cf(a,l,m,c);d=cj(d,l,n.part);if(n.failed)e++;if(n.part.last!==l.last&&bM(a,l))f=null;if(n.mac!==null)g??=n;}
if(d===a.parts&&e===a.session.attempts_failed&&g===null)
return bW(a,b);const h=filter(d,l=>l.ending===null),i=filter(d,l=>ci(a,l.ending))[0]??null,j={...a,parts:d,logged:f,session:{...a.session,attempts_failed:e}};if(g!==null)return bU(j,g.part,g.mac??'',c);if(i!==null)return bR(j,ch([i]),c);if(length(h)>0){j.session.ifnames=bJ(h);return bW(j,b);}
const k=filter(d,l=>l.ending?.[1]==='sibling'&&l.last.result==='Success')[0]??null;if(a.exclusive&&k!==null)return bU(j,k,k.last.peer??'',c);return bR(j,ch(d),c);}
function cl(a,b,c,d){const e=a.session;if(e.state!=='success')return a;const f=e.peer,g={...a,until:null};let h=true;for(let i in a.homes){const j=c[i.ifname]??null;if(j===null||(j.kind==='answer'&&j.clients===null))h=false;if(j?.kind!=='answer')continue;const k=bS(f.mac,j.clients?.[f.mac]??null);if(k.authorized)
return bQ(bT(g,i),{state:'joined',open:false,ended:e.ended,reason:null,peer:{...f,authorized:true,signal:k.signal}});}
if(d.monotonic>=b+(h?0:bH-al*1000))
return bQ(g,{state:'success',open:false,ended:e.ended,reason:'not_connected',peer:f});return a;}
function cm(a,b,c){if(a.session.open)return ck(a,b,c);return a.until===null?a:cl(a,a.until,b,c);}
function cn(a,b){if(b.session.open||!a.session.open)return[];return filter(b.parts,c=>c.ending===null&&c.ifname!==b.session.ifname);}
function co(a,b,c){const d=a.session,e=d.peer;if(e===null||(e.name===b&&e.ip===c))return a;return bQ(a,{...d,peer:{...e,name:b,ip:c}});}
function cp(a,b){const c=a.session,d=c.open?max(0,al-int((b.monotonic-a.since)/1000)):0;return{...c,remaining:c.started===null?null:d};}
function cq(a){const b=aa.readfile(`/sys/class/net/${a}/carrier`,1);return b==='1'?true:b==='0'?false:null;}
const cr='/etc/rc.button/wps',cs='/etc/rc.wps/';let ct=null;function cu(){ct??=index(aa.readfile(cr)??'',cs)>=0;return ct;}
const cv=5,cw=2000;let cx=0,cy=0;function cz(a){const b=aH(),c=b.epoch*1000-b.monotonic;if(c-cx>cw||cx-c>cw){cx=c;cy++;}
let d=`${cy}`,e=true;for(let f in a){const g=aa.stat(f);d+=g===null?'/':`/${g.inode} ${g.size} ${g.ctime}`;if(g!==null&&g.ctime>=b.epoch-cv)e=false;}
return{text:d,settled:e};}
function cA(a,b,c){if(a?.text===b.text)return a;return{text:b.settled?b.text:'',value:c()};}
const cB='/etc/config/wps';let cC=null;function cD(){const a=ab.cursor()??die('uci');a.load(cB);return a;}
function cE(){const a={};cD().foreach('wps',null,b=>{const c={},d={};for(let e in keys(b))
if(substr(e,0,1)==='.')continue;else if(type(b[e])==='array')d[e]=b[e];else c[e]=`${b[e]}`;a[b['.type']]??=[];push(a[b['.type']],{name:b['.name'],options:c,lists:d});});return a;}
function cF(a){cC=cA(cC,cz([cB]),cE);return cC.value[a]??[];}
function cG(a,b,c){if(aa.access(cB)!==true&&aa.writefile(cB,'')===null)return false;const d=cD();d.set('wps',a,b);for(let e in keys(c)){const f=c[e];if(f!==null)d.set('wps',a,e,f);else if((d.get('wps',a,e)??null)!==null)d.delete('wps',a,e);}
return d.commit()===true;}
function cH(a){if(length(a)===0)return true;const b=cD();for(let c in a)if((b.get('wps',c)??null)!==null)b.delete('wps',c);return b.commit()===true;}
function cI(a){return aa.access(a)===true;}
function cJ(a,b){const c=aa.readfile(a);if(c===null&&cI(a))return null;return c===b;}
function cK(a){return aa.readfile(a);}
function cL(a){aa.unlink(a);}
function cM(a){return(aa.stat(a)?.size??0)<90;}
function cN(a,b){return aL(a,b,'network',true);}
function cO(){return length(aa.glob('/etc/hostapd-wps-*.psk'))>0;}
function cP(){return aa.glob('/etc/hostapd-wps-*.psk','/etc/hostapd-wps-*.psk.new','/etc/hostapd-wps-*.cred','/etc/hostapd-wps-*.cred.new');}
const cQ=['Disabled','Active','Timed-out','Overlap'],cR=['None','Success','Failed'],cS={pbc:'Disabled',result:'None',reason:null,peer:null};function cT(a,b){return{object:`hostapd.${a}`,method:b};}
const cU=/([0-9a-f]{2}:){5}[0-9a-f]{2}/;function cV(a){return match(a,cU)?.[0]===a;}
function cW(a){const b=a.last_wps_result,c=a.reason==='Authentication Failure',d=a.peer_address;return{pbc:index(cQ,a.pbc_status)<0?'Unknown':a.pbc_status,result:index(cR,b)<0?'Unknown':b,reason:c?'authentication_failure':a.reason?'unknown':null,peer:type(d)==='string'&&cV(d)?d:null};}
function cX(a){const b={};for(let c in keys(a?.clients??{})){const d=a.clients[c];b[lc(c)]={authorized:d.authorized===true,wps:d.wps===true,signal:type(d.signal)==='int'?d.signal:null};}
return b;}
function cY(a,b,c){if(a.code===ah)return{kind:'no_wps'};if(a.code===ai)return{kind:'gone',told:c};if(a.code!==aj||type(a.data)!=='object')return{kind:'silent'};return{kind:'answer',registrar:cW(a.data),clients:b?.code===aj?cX(b.data):null,told:c};}
function cZ(a){if(a.code===ai)return{kind:'gone',told:[]};if(a.code!==aj)return{kind:'silent'};return{kind:'answer',registrar:null,clients:cX(a.data),told:[]};}
const da=/hostapd(\[[0-9]+\])?: ([A-Za-z0-9._-]+): (.*)/;function db(a){const b=match(a.msg,da);return b?.[0]===a.msg?{ifname:b[2],text:b[3]}:null;}
function dc(a){const b=[];for(let c in a){const d=split(db(c)?.text??'',' ');if(d[0]!=='AP-STA-CONNECTED'||length(d)<3||!cV(d[1]))continue;if(index(d[2],'keyid=')===0)
push(b,{mac:d[1],id:substr(d[2],length('keyid='))});}
return b;}
function dd(a,b,c){if(length(c)===0||c[0].id>b+1||c[length(c)-1].id<b)return null;for(let d in c){const e=db(d);if(d.id<=b||e===null||index(a,e.ifname)<0)continue;if(index(e.text,'CTRL-EVENT-EAP-STARTED ')===0)return true;}
return false;}
function de(a,b,c){const d=[];for(let e in c){const f=db(e);if(f?.ifname!==a||e.id<=(b??e.id))continue;if(index(f.text,'WPS-')===0)push(d,f.text);}
return d;}
const df='/tmp/dhcp.leases',dg='/proc/net/arp',dh=/[ \t]+/,di={name:null,ip:null};function dj(a){return map(split(aa.readfile(a)??'','\n'),b=>split(trim(b),dh));}
function dk(a){return{name:null,ip:a[0]};}
function dl(a){return{name:a[3]&&a[3]!=='*'?a[3]:null,ip:a[2]??null};}
function dm(){const a={};for(let b in dj(dg))
if(length(b)>3)a[lc(b[3])]=dk(b);for(let b in dj(df))
if(length(b)>2)a[lc(b[1])]=dl(b);return a;}
function dn(a){return dm()[a]??di;}
const dp='/var/run/luci-wps-house.json';function dq(){const a=aa.readfile(dp);if(a===null)return null;try{const b=json(a);return type(b?.routers)==='array'&&type(b.connected)==='bool'?b:null;}catch{return null;}}
function dr(){return cF('house')[0]?.options?.uuid??null;}
function ds(a,b){aQ({object:'luci.wps.house',method:'start',args:{network:a,session:b}});}
let dt=null;try{dt=require('log');}catch{dt=null;}
function du(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(dt)dt.syslog(dt.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function dv(a){return{object:'log',method:'read',args:{lines:a,stream:false}};}
function dw(a){return a?.data?.log??[];}
function dx(a){am('luci.wps',a);}
const dy='/etc/config/wireless';function dz(){const a=ab.cursor()??die('uci');a.load(dy);return a;}
function dA(){return dz().get_all('wireless')??{};}
const dB='/var/run/rpcd',dC=/[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/;function dD(){const a={},b=filter(aa.lsdir(dB)??[],c=>index(c,'uci-')===0);for(let c in['/tmp/.uci',...map(b,d=>`${dB}/${d}`)]){const d=aa.readfile(`${c}/wireless`);if(d===null)continue;for(let e in split(d,'\n')){const f=match(e,dC);if(f?.[0]===e)a[f[1]]=true;}}
return a;}
function dE(){const a=[];for(let b in aa.lsdir('/lib/netifd/wireless')??[]){if(substr(b,-3)==='.sh')push(a,substr(b,0,length(b)-3));}
return a;}
const dF='/usr/share/ucode/wifi/ap.uc',dG='/lib/netifd/hostapd.sh',dH='/lib/netifd/wireless.uc',dI=[dF,dG,dH],dJ=[dy,...dI];function dK(){return cz(dI);}
function dL(){return cz(dJ);}
function dM(){return{netifd_ucode:aa.access(dH)===true,ap_uc:aa.readfile(dF),hostapd_sh:aa.readfile(dG)};}
function dN(a){const b=match(a,/@wifi-iface\[-?[0-9]+\]/);return b?.[0]===a?(dz().get_all('wireless',a)?.['.name']??a):a;}
function dO(a){return trim(aa.readfile(`/sys/class/net/${a}/address`)??'')||null;}
function dP(a,b){const c=dz(),d={};for(let e in b)d[e]=c.get('wireless',a,e)??null;return d;}
function dQ(a){const b=dz();for(let c in keys(a)){const d=a[c];for(let e in keys(d)){const f=d[e];if(f!==null)b.set('wireless',c,e,f);else if(b.get('wireless',c,e)!==null)b.delete('wireless',c,e);}}
return b.commit()===true;}
function dR(a,b){return a.args[b]??null;}
function dS(a){for(let b in keys(a.args))
if(a.args[b]===''&&b!=='ubus_rpc_session')return b;return null;}
function dT(a){const b=dR(a,'origin')??'luci.wps',c=dR(a,'by'),d=c===null||match(c,/[A-Za-z0-9_.-]{1,32}/)?.[0]===c,e=b!=='house'&&b!=='luci.wps'?'origin':d?null:'by';if(e!==null){a.fail('invalid_argument',e);return null;}
return b==='house'?{origin:b,by:c??b}:{origin:'luci.wps',by:a.who};}
function dU(a){const b=dR(a,'section'),c={network:dR(a,'network'),section:b===null?null:dN(b),ifname:dR(a,'ifname')},d=filter(keys(c),f=>c[f]!==null),e=dS(a)??(length(d)>1?d[1]:null);if(e===null)return c;a.fail('invalid_argument',e);return null;}
const dV={mode:['text','text'],disabled:['yes','yes'],ssid:['text','text'],encryption:['text','text'],key:['text','text'],wpa_psk_file:['text','text'],hidden:['yes','yes'],ignore_broadcast_ssid:[null,'yes'],ieee80211w:['number','number'],ieee80211r:['yes','yes'],multi_ap:['number','number'],ppsk:['yes','yes'],macfilter:['text','text'],auth_server:['list','list'],auth_server_addr:[null,'list'],maxassoc:['number','number'],max_num_sta:[null,'number'],wps_pushbutton:['yes','yes'],wps_label:['yes','yes'],wps_independent:['number','number'],wps_pin:['text','text'],ap_pin:[null,'text'],ext_registrar:['yes','yes'],wps_device_name:['text','text'],multi_ap_backhaul_ssid:['text','text'],multi_ap_backhaul_key:['text','text'],uuid:['text','text'],hostapd_bss_options:['list','list']},dW={disabled:['yes','yes'],type:['text','text'],band:['text','text'],hwmode:['text','text'],channel:['text','text']},dX=['1','true'],dY=['0','false'];function dZ(a){return index(dX,a)>=0?true:index(dY,a)>=0?false:null;}
function ea(a,b){const c=type(a)==='string'?a:'',d=b.netifd==='c'?c:trim(c);if(match(d,/0[xX][0-9a-fA-F]+/)?.[0]===d)return hex(d);if(match(d,/-?[0-9]+/)?.[0]!==d)return null;return int(d,match(d,/0[0-7]+/)?.[0]===d?8:10);}
function eb(a){if(type(a)==='array')return a;return filter(split(`${a ?? ''}`,/[ \t]+/),b=>b!=='');}
function ec(a,b,c){const d=b[c.scripts!=='ucode'?0:1];if((a??null)===null||d===null)return null;if(d==='list')return eb(a);if(d==='yes')return dZ(a);if(d==='number')return ea(a,c);return type(a)==='string'?a:null;}
function ed(a,b,c){const d={};for(let e in keys(b))d[e]=ec(a[e],b[e],c);if(!c.uuid)d.uuid=null;return d;}
const ee=['sta','mesh','adhoc'],ef=['ssid','encryption','key','hidden','ignore_broadcast_ssid','macfilter','auth_server','auth_server_addr','ppsk','multi_ap','ieee80211w','wps_pushbutton','wps_label','wps_independent','uuid','wpa_psk_file','hostapd_bss_options'],eg='mac80211';function eh(a){return a===false||a===null?'':sprintf('%J',a);}
function ei(a,b){return type(b)==='double'||(type(b)==='array'&&index(dV[a],'list')<0);}
function ej(a,b,c){if(b===c)return true;if(b===null&&ei(a,c))return true;return eh(b)===eh(c);}
function ek(a,b){const c=a.iface.options;return(length(filter(ef,d=>!ej(d,c[d],b?.[d]??null)))===0);}
function el(a,b,c){const d=b!==null||index(c,a.type)>=0;return{...a.radio,managed:a.type===eg&&d,up:b?.up??null,stopped:b?.autostart===false,failed:b?.retry_setup_failed===true};}
function em(a){const b=filter(a,c=>index(ee,c.config?.mode)>=0);return filter(map(b,c=>c.ifname??null),c=>c!==null);}
function en(a,b,c,d){const e=[],f={};for(let g in a){const h=b?.[g.radio.name]??null,i=h?.interfaces??[],j=el(g,h,d),k=em(i);for(let l in g.drafts){const m=l.name,n=filter(i,p=>p.section===m)[0]??null,o=n?.ifname??null;if(f[o??''])continue;f[o??'']=o!==null;push(e,{...l.bss,radio:j,ifname:o,applied:n===null?null:ek(l,n.config??null),unsaved:c[l.bss.section]===true||c[j.name]===true,uplinks:k});}}
return e;}
const eo=[['*tkip+aes',['CCMP','TKIP']],['*tkip+ccmp',['CCMP','TKIP']],['*aes+tkip',['CCMP','TKIP']],['*ccmp+tkip',['CCMP','TKIP']],['*ccmp256',['CCMP-256']],['*aes',['CCMP']],['*ccmp',['CCMP']],['*tkip',['TKIP']],['*gcmp256',['GCMP-256']],['*gcmp',['GCMP']],['wpa3-192*',['GCMP-256']],['*',['CCMP']]],ep=[['wpa2*',2],['wpa3*',2],['*psk2*',2],['psk3*',2],['sae*',2],['owe*',2],['wpa*mixed*',3],['*psk*mixed*',3],['wpa*',1],['*psk*',1],['*',0]],eq=[['owe*','owe'],['wpa3*','eap'],['psk3-mixed*','psk-sae'],['sae-mixed*','psk-sae'],['psk3*','sae'],['sae*','sae'],['*psk*','psk'],['*wpa*','eap'],['*8021x*','eap'],['*wep*','wep'],['*','none']],er={none:'none',owe:'owe','wpa3-192':'eap','wpa3-mixed':'eap',wpa3:'eap',psk:'psk',psk2:'psk','psk-mixed':'psk',sae:'sae',psk3:'sae','psk3-mixed':'psk-sae','sae-mixed':'psk-sae','sae-compat':'psk-sae-compat',wpa:'eap',wpa2:'eap','wpa-mixed':'eap','psk-sae':'psk-sae','psk-sae-compat':'psk-sae-compat',eap:'eap',eap2:'eap',eap192:'eap','eap-eap2':'eap'},es={'tkip+aes':['CCMP','TKIP'],'tkip+ccmp':['CCMP','TKIP'],'aes+tkip':['CCMP','TKIP'],'ccmp+tkip':['CCMP','TKIP'],ccmp256:['CCMP-256'],aes:['CCMP'],ccmp:['CCMP'],tkip:['TKIP'],gcmp256:['GCMP-256'],gcmp:['GCMP']},et={none:[],owe:['OWE'],wep:[],psk:['WPA-PSK'],'psk-sae':['WPA-PSK','SAE'],'psk-sae-compat':['WPA-PSK','SAE'],sae:['SAE'],eap:['WPA-EAP'],dpp:['DPP'],unknown:[]};function eu(a,b){return filter(a,c=>wildcard(b,c[0]))[0][1];}
function ev(a,b){if(a==='dpp'&&b.dpp)return'dpp';if(b.scripts!=='ucode')return eu(eq,a);return er[split(a,'+')[0]]??'unknown';}
function ew(a,b){if(b.scripts!=='ucode')return eu(eo,a);const c=index(a,'+'),d=c<0?'':substr(a,c+1);return es[d]??(index(a,'wpa3-192')===0?['GCMP-256']:['CCMP']);}
function ex(a,b){const c=a??'none',d=ev(c,b),e=d==='dpp'?2:eu(ep,c);return{auth:d,wpa:e,ciphers:e===0?[]:ew(c,b),akms:e===0?[]:et[d]};}
const ey=['CCMP','GCMP','CCMP-256','GCMP-256'];function ez(a){const b=a.akms;if(a.auth==='eap'||index(b,'DPP')>=0||index(b,'WPA-EAP')>=0)
return'enterprise';if(a.auth==='wep')return'wep';if(a.wpa===0||index(b,'OWE')>=0)return'open_network';if(length(b)===0)return'unknown_encryption';if(index(b,'WPA-PSK')<0)return'wpa3_only';const c=length(filter(a.ciphers,d=>index(ey,d)>=0))>0;return a.wpa!==1&&c?'ok':'tkip_only';}
function eA(a,b){return ez(ex(type(a)==='string'?a:null,b));}
function eB(a,b){const c=ed(a,dV,b);return{section:a,options:c,lines:bb(c.hostapd_bss_options??[],b),software:b};}
function eC(a){const b=length(a);return b===64?match(a,/[0-9A-Fa-f]+/)?.[0]===a:b>=8&&b<64;}
function eD(a,b,c,d){const e=bc(a.lines,b);return e===null?{value:c,option:d}:{value:e,option:ba};}
function eE(a,b,c){return a.software.scripts!=='ucode'||(a.section[b]??null)!==null?b:c;}
function eF(a){const b=match(a,/ *-?[0-9]+/)?.[0]??'';return b!==''&&index(a,b)===0?int(trim(b)):0;}
function eG(a){return filter(split(a,' '),b=>b!=='');}
function eH(a){return a.software.scripts==='ucode'&&type(a.section.encryption)==='array';}
const eI={auth:'unknown',wpa:2,ciphers:[],akms:[]};function eJ(a){const b=eH(a)?eI:ex(a.options.encryption,a.software),c=bc(a.lines,'wpa'),d=bc(a.lines,'wpa_key_mgmt'),e=bc(a.lines,'rsn_pairwise')??bc(a.lines,'wpa_pairwise');return{auth:b.auth,wpa:c===null?b.wpa:eF(c),akms:d===null?b.akms:eG(d),ciphers:e===null?b.ciphers:eG(e)};}
function eK(a){const b=eE(a,'hidden','ignore_broadcast_ssid');return eD(a,'ignore_broadcast_ssid',a.options[b]===true?'1':'0',b);}
const eL=['psk','psk-sae','psk-sae-compat','sae'];function eM(a){return index(eL,a.auth)>=0;}
function eN(a,b){const c=a.software.scripts==='old'?b.auth==='psk':eM(b);return c&&a.options.ppsk===true;}
function eO(a,b){const c=eE(a,'auth_server','auth_server_addr'),d=a.options.macfilter;let e={value:'0',option:'macfilter'};if(eN(a,b))e={value:'2',option:'ppsk'};if(length(a.options[c]??[])>0&&index(['eap','dpp','unknown'],b.auth)<0)
e={value:'2',option:c};if(d==='allow')e={value:'1',option:'macfilter'};if(d==='deny')e={value:'0',option:'macfilter'};return eD(a,'macaddr_acl',e.value,e.option);}
function eP(a){return eD(a,'ieee80211w',`${a.options.ieee80211w ?? 0}`,'ieee80211w');}
function eQ(a){return a.options.wps_pushbutton===true||a.options.wps_label===true;}
function eR(a){return eD(a,'wps_state',eQ(a)?'2':'0','wps_pushbutton');}
function eS(a){const b=a.options.wps_independent,c=a.software.scripts==='ucode'&&(a.section.wps_independent??null)!==null?'0':'1';return eF(eD(a,'wps_independent',`${b ?? c}`,'wps_independent').value)!==0;}
function eT(a){const b=eE(a,'maxassoc','max_num_sta'),c=eF(eD(a,'max_num_sta',`${a.options[b] ?? 0}`,b).value);return c>0?c:null;}
function eU(a){return bc(a.lines,'uuid')??a.options.uuid;}
function eV(a){return bc(a.lines,'ssid')??a.options.ssid??'';}
function eW(a){return filter(ae,b=>index([null,'',false],a.options[b])<0)[0]??null;}
function eX(a,b){const c=a.options.key;if(c!==null&&eC(c))return false;const d=b||a.options.wpa_psk_file!==null;return!d||(c!==null&&(length(c)===64||a.software.scripts!=='ucode'));}
const eY=['ok','wpa3_only','tkip_only'];function eZ(a,b,c){const d=a.options,e=ez(b),f=ez(eJ({...a,lines:[]})),g=eO(a,b),h=eP(a),i=eK(a),j=eR(a),k=eW(a),l={};if(d.multi_ap===1)return{multi_ap_backhaul:'multi_ap'};if(e!=='ok')l[e]=e===f?'encryption':ba;if(eN(a,b))l.ppsk='ppsk';else{if(index(eY,e)>=0&&eX(a,c))l.bad_key='key';if(eF(g.value)===2)l.mac_authentication=g.option;}
if(eF(i.value)!==0)l.hidden_ssid=i.option;if(eF(j.value)!==2)l.wps_disabled=j.option;if(eF(g.value)===1)l.mac_allow_list=g.option;if(k!==null)l.pin_exposed=k;if(d.ieee80211r===true&&b.wpa>=2)l.fast_roaming='ieee80211r';const m=index(b.akms,'SAE')<0||b.auth==='psk-sae-compat';if(e==='ok'&&m&&eF(h.value)===2)l.pmf_required=h.option;return l;}
const fa={b:'2g',g:'2g',a:'5g'};function fb(a){const b=`${a.channel ?? ''}`;return match(b,/[0-9]+/)?.[0]===b?int(b):0;}
function fc(a,b){const c=`${a.hwmode ?? ''}`,d=index(c,'11')===0?substr(c,2):c;if(index(['a','b','g','ad'],d)>=0)return d;return b.scripts!=='ucode'&&fb(a)>14?'a':'g';}
function fd(a,b){const c=a.band??null;if(index(['2g','5g','6g'],c)>=0)return c;if(c==='60g'||(c!==null&&b.scripts==='ucode'))return null;return fa[fc(a,b)]??null;}
const fe={access_network_type:[0,15],iw_access_network_type:[0,15],anqp_domain_id:[0,65535],assoc_sa_query_max_timeout:[1,4294967295],ieee80211w_max_timeout:[1,4294967295],assoc_sa_query_retry_timeout:[1,4294967295],ieee80211w_retry_timeout:[1,4294967295],dtim_period:[1,255],dynamic_vlan:['0','1','2'],eapol_version:['1','2'],ieee80211w:['0','1','2'],macfilter:['allow','deny'],ocv:[0,15],reassociation_deadline:[1000,65535],sae_pwe:['0','1','2'],time_advertisement:['0','2'],transition_disable:['on','off','0','1','sae','sae-pk','wpa3','owe']},ff=['transition_disable'],fg={band:['2g','5g','6g','60g'],beacon_int:[15,65535],cell_density:[0,3],chanbw:['5','10','20'],he_bss_color:[1,128],htmode:[...['NOHT','HT20','HT40-','HT40+','HT40','VHT20','VHT40','VHT80','VHT160'],...['HE20','HE40','HE80','HE160','EHT20','EHT40','EHT80','EHT160','EHT320']],log_level:[0,4],mbssid:[0,2],require_mode:['n','ac','ax'],rx_stbc:[0,4],vht160:[0,2],vht_link_adapt:[0,3],vht_max_a_mpdu_len_exp:[0,7],vht_max_mpdu:['3895','7991','11454']};function fh(a,b,c,d){if(index(ff,a)>=0)return length(filter(eb(b),g=>index(c,g)<0))===0;const e=ea(b,d);if(type(c[0])==='string')return index(c,e===null?b:`${e}`)>=0;const f=c;return e===null||((f[0]===0||e>=f[0])&&e<=f[1]);}
function fi(a,b,c){if(c.scripts!=='ucode')return null;const d=f=>(a[f]??null)!==null,e=f=>!fh(f,a[f],b[f],c);return filter(keys(b),f=>d(f)&&e(f))[0]??null;}
function fj(a,b){return fi(a,fe,b);}
function fk(a,b){return fi(a,fg,b);}
const fl=32,fm=2007;function fn(a){const b=a.options.auth_server??a.options.auth_server_addr??[],c=bc(a.lines,'eap_server')??a.section.eap_server??'0';return length(b)>0||(a.section.server??null)!==null||c==='1';}
function fo(a){return a===null||match(a,/[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/)!==null;}
function fp(a){return a===''||index(a,'#')===0||match(a,/[a-z][a-z0-9_]*=.*/)?.[0]===a;}
function fq(a,b){const c=a.options.key;if(eN(a,b))return false;if(c===null)return a.software.scripts==='old'&&a.options.wpa_psk_file===null;return!eC(c)&&(length(c)===64||a.software.scripts!=='ucode');}
function fr(a,b){const c=a.options,d=c.ieee80211r===true&&b.wpa>=2&&b.auth!=='psk',e=b.auth==='owe'?null:c.key;return(a.software.scripts==='shell'&&d&&e===null&&(a.section.auth_secret??null)===null);}
function fs(a){const b=a.options.multi_ap_backhaul_key;return(a.options.multi_ap>0&&!!a.options.multi_ap_backhaul_ssid&&b!==null&&length(b)<8);}
function ft(a,b){const c=a.options,d=ez(b),e=a.software.scripts!=='ucode',f=length(c.ssid??'');if(f>fl||(e&&f===0))return'ssid';if(index([null,0,1,2,3],c.multi_ap)<0)return'multi_ap';if((c.maxassoc??c.max_num_sta??0)>fm)return'maxassoc';if(d==='wep')return'encryption';if(d==='unknown_encryption'&&(eH(a)||c.wpa_psk_file===null))
return'encryption';if(eN(a,b)&&eF(eO(a,b).value)!==2)
return'macfilter';if(b.auth==='eap'&&!fn(a))return'auth_server';if(eM(b)&&fq(a,b))return'key';if(fr(a,b))return'ieee80211r';if(e&&eQ(a)&&fs(a))return'multi_ap_backhaul_key';if(eQ(a)&&!fo(eU(a)))return'uuid';if(eQ(a)&&length(c.wps_device_name??'')>fl)return'wps_device_name';return length(filter(a.lines,g=>!fp(g)))>0?ba:null;}
const fu=['ap','sta','adhoc','mesh'];function fv(a,b){const c=index(fu,a.options.mode)>=0,d=c?fj(a.section,a.software):null;return d??(a.options.mode==='ap'?ft(a,b):null);}
function fw(a,b){const c=a.country??null;if(c!==null&&match(c,/[A-Z0-9][A-Z0-9].*/)?.[0]!==c)return'country';return fk(a,b);}
function fx(a,b){const c=filter(values(a),d=>d['.type']===b);return sort(c,(d,e)=>d['.index']-e['.index']);}
function fy(a,b,c){return a['.anonymous']&&c.netifd==='c'?`@${a['.type']}[${b}]`:a['.name'];}
const fz=['yes','yes'];function fA(a,b,c){const d=a.iface??null;if(c.netifd==='c')return d===null||type(d)==='array'||d===b;return d===null||index(eb(d),b)>=0;}
function fB(a,b,c){if(c.netifd==='c'&&a['.anonymous'])return false;const d=filter(b,e=>ec(e.disabled,fz,c)!==true&&fA(e,a['.name'],c));return length(d)>0;}
function fC(a){const b={};return map(a,(c,d)=>{const e=c.options.key;return e===null?d:(b[`key ${e}`]??=d);});}
function fD(a){const b=a.section.device??null;if(a.software.netifd==='ucode')return eb(b);if(type(b)==='array')return a.software.scripts==='old'?[]:b;return b===null?[]:[b];}
function fE(a,b,c){const d=fw(a,c);if(d!==null)return{section:a['.name'],option:d};for(let e in b){const f=e.options.disabled===true?null:fv(e,eJ(e));if(f!==null)return{section:e.section['.name'],option:f};}
return null;}
function fF(a,b,c){const d=ed(a,dW,c),e=fb(d);return{name:a['.name'],band:fd(d,c),channel:e>0?e:null,disabled:d.disabled===true,managed:true,up:null,stopped:false,failed:false,refusal:b};}
function fG(a,b,c,d){const e=eJ(a),f=a.options,g=eZ(a,e,d);if(b.band==='6g')g.band_6ghz='band';return{section:a.section['.name'],radio:b,ifname:null,ssid:eV(a),disabled:f.disabled===true,encryption:f.encryption??'none',protection:ez(e),sae:index(e.akms,'SAE')>=0,key_number:c,faults:g,capacity:eT(a),wps:eF(eR(a).value)===2,independent:eS(a),uuid:eU(a),raw:a.lines,applied:null,psk_file:f.wpa_psk_file,stations:d,unsaved:false,uplinks:[]};}
function fH(a,b){const c=fx(a,'wifi-station'),d=map(fx(a,'wifi-iface'),f=>eB(f,b)),e=fC(d);return map(fx(a,'wifi-device'),f=>{const g=filter(d,j=>index(fD(j),f['.name'])>=0),h=fF(f,fE(f,g,b),b),i=filter(g,j=>j.options.mode==='ap');return{radio:h,type:type(f.type)==='string'?f.type:null,drafts:map(i,j=>{const k=index(d,j),l=fB(j.section,c,b),m=fy(j.section,k,b);return{bss:fG(j,h,e[k],l),iface:j,name:m};})};});}
function fI(a){const b=a.ap_uc??a.hostapd_sh??'';return{netifd:a.netifd_ucode?'ucode':'c',scripts:a.ap_uc!==null?'ucode':index(b,'sae_password_file')>=0?'shell':'old',uuid:index(b,'uuid')>=0,dpp:index(b,'dpp')>=0};}
let fJ=null,fK=null;function fL(){fJ=cA(fJ,dK(),()=>fI(dM()));return fJ.value;}
function fM(){fK=cA(fK,dL(),()=>fH(dA(),fL()));return fK.value;}
let fN=null;function fO(a){const b=fM(),c=dD(),d=dE(),e=sprintf('%J',[a,c,d]);if(fN?.configuration!==b||fN?.told!==e)
fN={configuration:b,told:e,bsses:en(b,a,c,d)};return fN.bsses;}
const fP=['network','off','stock'];function fQ(a){return filter(fP,b=>b===a)[0]??null;}
function fR(){const a=cF('button')[0]?.options??{},b=fQ(a.action??null)??'network';return{present:cu(),action:b,network:b==='network'?(a.network??null):null};}
const fS=0x100e,fT=0x1026,fU=0x1045,fV=0x1003,fW=0x100f,fX=0x1027,fY=0x1020,fZ=0x0020,ga=0x0008;function gb(a){return chr(int(a/256),a%256);}
function gc(a,b){return gb(a)+gb(length(b))+b;}
function gd(a,b){return gc(fS,gc(fT,chr(1))+
gc(fU,a)+
gc(fV,gb(fZ))+
gc(fW,gb(ga))+
gc(fX,b)+
gc(fY,chr(255,255,255,255,255,255)));}
function ge(a){const b=dP(a,['encryption','ssid','key']);if(eA(b.encryption,fL())!=='ok')return'';if(b.key===null||b.ssid===null)return null;return gd(`${b.ssid}`,`${b.key}`);}
function gf(a){return`wps=1 00:00:00:00:00:00 ${dP(a, ['key']).key ?? ''}\n`;}
function gg(a){const b=a.psk_file??'';return aA(b,'psk')&&cM(b)&&cJ(b,gf(a.section))===true;}
function gh(a){const b=aq(a.raw);if(b!==null)return cJ(b,ge(a.section)??'')===false?'lost':'shared';if(!aA(a.psk_file,'psk'))return'lost';return gg(a)?'shared':'own';}
let gi={},gj=null;function gk(a){return(gi[a.section]??=gh(a));}
function gl(a){const b=map(filter(a,c=>c.wps),gk);if(length(b)===0||index(b,'lost')>=0)return'lost';return index(b,'own')>=0?'own':'shared';}
function gm(a,b){const c=ge(b);if(c===null)return false;return cJ(a,c)===true||cN(a,c);}
function gn(a){return aJ(a)!==null;}
function go(a,b){return{hostapd_bss_options:[...aw(a.raw),...aS(a.raw),...ap(b)]};}
function gp(a){const b=['/etc'];for(let c in a)
for(let d in[aq(c.raw),aA(c.psk_file,'psk')?c.psk_file:null])
if(d!==null&&index(b,d)<0)push(b,d);return cz(b);}
function gq(a){const b=aP()?.former??{};for(let c in keys(b)){const d=b[c].hostapd_bss_options??[];a[`${b[c].wpa_psk_file ?? ''}`]=true;a[aq(type(d)==='array'?d:[])??'']=true;}
for(let c in cP())
if(!a[c]&&(!aA(c,'psk')||aB(c)))cL(c);}
function gr(a){const b={},c={};let d=false,e=0;for(let f in a){const g=aq(f.raw),h=g===null?null:ge(f.section);if(g!==null)b[g]=true;if(g!==null&&h!==null&&cJ(g,h)===false){e++;const j=f.applied===true&&cI(g)?aG(g,f.section):g;b[j]=true;if(cN(j,h)&&j!==g)c[f.section]=go(f,j);}
const i=aA(f.psk_file,'psk')?f.psk_file:null;if(i===null||b[i])continue;b[i]=true;if(!cI(i)){e++;d=gn(i)||d;}}
gq(b);if(length(c)>0&&dQ(c))aQ({object:'network',method:'reload'});if(d)aQ({object:'hostapd',method:'reload'});return e===0&&aP()===null;}
function gs(a){const b=gp(a);if(gj?.bsses===a&&gj.text===b.text)return true;gi={};gj=gr(a)&&b.settled?{bsses:a,text:b.text}:null;return false;}
const gt=1000,gu=900,gv=50;let gw=null;const gx=120;function gy(a,b){const c=a.session.peer;return c!==null&&c.ip===null&&b.epoch-(a.session.ended??b.epoch)<=gx;}
function gz(a,b){const c=a.session.peer;if(c===null||!gy(a,b))return a;const d=dn(c.mac);return co(a,d.name,d.ip);}
const gA=[];function gB(a){push(gA,a);}
function gC(a,b,c){const d=cp(b,aH()),e=d.peer,f=d.reason===null?'':` (${d.reason})`,g=e===null?'':`, device ${e.name ?? e.mac}`,h=c!==null||d.by===null?'':`, by ${d.by}`,i=d.ifname??join(', ',d.ifnames);du(`WPS on "${d.network}" (${i}): ${a}${f}${g}${h}`);dx({type:a,session:d});}
function gD(a,b){const c=cp(a,aH());map(gA,d=>ay(()=>d(c,b)));}
function gE(a){let b=0;for(let c in aE.presses){const d=index(c.spared,a.ifname)>=0||(!c.independent&&!a.independent);if(!d)b=max(b,c.until);}
return b;}
function gF(a,b){const c=max(aE.overlaps[a.ifname??'']??0,gE(a));return max(0,int((c-b.monotonic+999)/1000));}
function gG(a,b,c){if(b.kind!=='answer'||b.registrar===null)return;const d=aE.overlaps[a]??null;if(b.registrar.pbc==='Overlap'){if(d!==null)return;aE.overlaps[a]=c.monotonic+ak*1000;}else if(d!==null&&(b.registrar.pbc==='Active'||d<=c.monotonic))
delete aE.overlaps[a];else return;aR();}
function gH(a,b){const c=filter(a.parts,e=>e.ifname===a.session.ifname)[0]??null;if(c===null||a.session.method==='pin')return;const d=b.monotonic+ak*1000;aE.presses=[{spared:[c.ifname],independent:c.independent,until:d},...filter(aE.presses,e=>e.until>b.monotonic)];}
function gI(a){for(let b in a)aE.closing[b.ifname]=true;for(let b in bz(a))aQ(cT(b.ifname,'wps_cancel'));}
function gJ(a,b){if(!exists(aE.closing,a))return;if(b.kind==='answer'&&b.registrar?.pbc==='Active')aQ(cT(a,'wps_cancel'));else if(b.kind!=='silent'){delete aE.closing[a];aR();}}
function gK(a,b,c){const d=b.session,e=a.session.state,f=d.state==='lost'||(d.state==='timeout'&&d.reason==='elsewhere');if(f)for(let g in b.parts)aE.stuck[g.ifname]=true;if(d.state==='success'&&e!=='success')gH(b,c);gI(cn(a,b));if(d.state==='failed'&&d.method==='pin')
for(let g in bz(b.parts))aQ(cT(g.ifname,'wps_cancel'));if(d.state!=='waiting')gC(d.state,b,e);gD(b,a.session);}
function gL(a,b){return a.reason!==b.reason||a.peer?.name!==b.peer?.name;}
function gM(a,b){for(let d in keys(a)){const e=a[d]??null;if(e===null)continue;gG(d,e,b);gJ(d,e);if(e.kind==='answer'&&e.registrar!==null&&e.registrar.pbc!=='Active'&&exists(aE.stuck,d)){delete aE.stuck[d];aR();}}
const c=[];aE.windows=map(aE.windows,d=>{const e=bO(d)?gz(cm(d,a,b),b):d;if(e===d)return d;aR();push(c,[d,e]);return e;});map(c,d=>{if(d[1].session.state!==d[0].session.state)gK(d[0],d[1],b);else if(gL(d[0].session,d[1].session))gD(d[1],d[0].session);});}
function gN(a,b){if(a.network!==null)return b.session.network===a.network;if(a.section!==null)
return length(filter(b.parts,c=>c.section===a.section))>0;if(a.ifname!==null)return index(b.session.ifnames,a.ifname)>=0;return true;}
function gO(a){return pop(filter(aE.windows,b=>b.session.open&&gN(a,b)));}
function gP(){return gO(bm);}
function gQ(){const a=aH(),b=filter(aE.windows,c=>bO(c)||gy(c,a));aD();if(length(b)+length(aE.closing)>0&&gw?.remaining?.()===-1)gw.set(gt);}
function gR(a,b,c){const d=map(a,e=>cT(e,'wps_status'));an(d,b,e=>{const f={};map(a,(h,i)=>{f[h]=cY(e[i],null,[]);});const g=aH();gM(f,g);gQ();c(g,f);});}
function gS(a,b){for(let c in aE.windows)
if(length(filter(bL(c),d=>d.ifname===a))>0)
return de(a,c.logged,b);return[];}
function gT(a){const b=d=>{gM({[a]:{kind:'gone',told:gS(a,d)}},aH());gQ();};if(exists(aE.overlaps,a))aE.overlaps[a]=0;for(let d in aE.presses)push(d.spared,a);aR();const c=d=>d.logged!==null&&length(filter(bL(d),e=>e.ifname===a))>0;if(length(filter(aE.windows,c))===0)b([]);else an([dv(gv)],aH().monotonic+gu,d=>b(dw(d[0])));}
function gU(a){if(a.session.open)return map(bL(a),b=>({ifname:b.ifname,open:true}));return map(a.homes,b=>({ifname:b.ifname,open:false}));}
function gV(a,b){return bN(a)?{...a,logged:max(a.logged??0,b)}:a;}
function gW(a){const b=[];aE.windows=map(aE.windows,c=>{const d=gz(c,a);if(d!==c)push(b,[c,d]);return d;});if(length(b)>0)aR();for(let c in b)
if(gL(c[0].session,c[1].session))gD(c[1],c[0].session);}
const gX=5000;let gY={told:'',revision:-1,until:0};function gZ(a){for(let b in aE.windows){const c=b.session.state==='waiting'&&b.cancelling===null;if((bO(b)&&!c)||gy(b,a))return false;}
return length(aE.closing)===0;}
function ha(){const a={},b=[],c=length(filter(aE.windows,bN))>0;for(let d in aE.windows)
if(bO(d))
for(let e in gU(d))
a[e.ifname]=a[e.ifname]||e.open;for(let d in keys(aE.closing))a[d]=true;for(let d in keys(a)){push(b,cT(d,'get_clients'));if(a[d])push(b,cT(d,'wps_status'));}
if(c)push(b,dv(gv));an(b,aH().monotonic+gu,d=>{const e=aH(),f=sprintf('%J',d),g=f===gY.told&&e.monotonic<gY.until;if(g&&aF()===gY.revision&&gZ(e))return gQ();const h=c?dw(d[length(b)-1]):[],i=slice(h,-1)[0]?.id??null,j={};let k=0;for(let l in keys(a)){const m=d[k++];j[l]=a[l]?cY(d[k++],m,gS(l,h)):cZ(m);}
gW(e);gM(j,e);if(i!==null)aE.windows=map(aE.windows,l=>gV(l,i));gY={told:f,revision:aF(),until:e.monotonic+gX};gQ();});}
gw=ac.timer(-1,()=>ay(ha));function hb(a){an([dv(1)],aH().monotonic+gu,b=>{const c=pop(dw(b[0]))?.id??null;if(c===null)return;aE.windows=map(aE.windows,d=>d.session.id===a?{...d,logged:c}:d);aR();aD();});}
function hc(a){const b=aH(),c=bK({...a,id:ax(b.epoch)},b);aE.windows=filter([c,...aE.windows],(d,e)=>e<af||bO(d));aR();gC('started',c,null);gD(c,null);gQ();hb(c.session.id);return cp(c,b);}
function hd(a){const b=[];for(let c in a)
if(c.ifname!==null)push(b,{ifname:c.ifname,section:c.section});return b;}
function he(a,b){return{ifname:a.ifname??'',section:a.section,independent:a.independent,last:(b?.kind==='answer'?b.registrar:null)??cS,ending:null};}
function hf(a,b){const c=filter(b,d=>d.wps&&!d.independent&&index(a,d)<0);return length(c)===0;}
function hg(a,b,c){const d=filter(a,g=>{const h=c[g.ifname??'']??null;if(h?.kind!=='answer'||h.registrar?.pbc!=='Active')return false;if(aE.stuck[g.ifname??'']||aE.closing[g.ifname??''])return false;return gO({network:null,section:null,ifname:g.ifname})===null;});if(length(d)===0)return;const e=map(d,g=>he(g,c[g.ifname??'']??null)),f=gO({network:null,section:a[0].section,ifname:null});if(f!==null&&f.session.origin==='external'){const g=f.session,h=[...g.ifnames,...map(e,i=>i.ifname)];aE.windows=map(aE.windows,i=>i===f?{...f,parts:[...f.parts,...e],session:{...g,ifnames:h}}:i);aR();return;}
hc({network:a[0].ssid,method:'pbc',origin:'external',by:null,parts:e,homes:hd(a),exclusive:hf(a,b)});}
function hh(a,b){aE.overlaps[a]=b.monotonic+ak*1000;aR();aD();}
function hi(a,b,c){const d=a.session;du(`WPS on "${d.network}" (${join(', ', d.ifnames)}): cancel, by ${b}`);aE.windows=map(aE.windows,e=>e.session.id===d.id?bP(e,c):e);aR();}
function hj(a,b){for(let c in aE.windows)if(c.session.id===a)return cp(c,b);return null;}
function hk(a,b){for(let c in aE.windows)
if(length(filter(c.parts,d=>index(a,d.section)>=0))>0)
return cp(c,b);return null;}
function hl(a){for(let b in aE.windows)if(b.session.open)return cp(b,a);return null;}
function hm(a,b){return map(slice(aE.windows,0,b),c=>cp(c,a));}
function hn(){if(length(aE.overlaps)+length(aE.presses)+length(aE.closing)+length(aE.stuck)>0)
return false;for(let a in aE.windows)if(bO(a))return false;return aP()===null;}
function ho(a){const b=a.args.limit??af;if(b<0)a.fail('invalid_argument','limit');else a.answer({entries:hm(aH(),min(b,af))});}
function hp(){const a=dq();if(a===null)return null;return{connected:a.connected,name:a.name,routers:map(a.routers,b=>({name:b.name,there:b.there,networks:map(b.networks,c=>({ssid:c.ssid,ready:c.ready,open:c.open}))}))};}
function hq(a){a.answer({house:dq()});}
let hr=null;function hs(){return cF('light')[0]?.options?.led??null;}
function ht(){return aE.light.shown!==null||hs()!==null||length(ao())>0;}
function hu(){hr={led:ht()?ar(hs()):null};return hr.led;}
function hv(){return aE.light.shown?.led??(hr===null?hu():hr.led);}
const hw=aU('This is not a valid WPS PIN: check its digits.'),hx=aU('The Wi-Fi software did not answer.'),hy=aU('WPS is off on this network.'),hz=aU('Several devices asked to join within two minutes: stop WPS on the others and wait.'),hA={invalid_argument:{status:2,message:aU('The arguments are not valid.')},ambiguous_target:{status:2,message:aU('Several networks are ready: name one.')},pin_invalid:{status:2,message:hw},wps_not_supported:{status:3,message:aU('The running Wi-Fi software has no WPS.')},unknown_target:{status:4,message:aU('There is no such network or access point.')},unknown_device:{status:4,message:aU('No such device has joined by WPS.')},not_on_air:{status:4,message:aU('The network is configured, but not on the air.')},already_open:{status:6,message:aU('WPS is active already.')},busy:{status:6,message:aU('Another change is still under way.')},timeout:{status:7,message:hx},wps_disabled:{status:8,message:hy},overlap:{status:8,message:hz},unsuitable_network:{status:8,message:aU('WPS cannot work with the settings of this network.')},devices_would_go:{status:8,message:aU('Devices with keys of their own would lose them.')},button_absent:{status:8,message:aU('This version of OpenWrt leaves no place for the WPS button.')},not_saved:{status:9,message:aU('The settings could not be written.')},pin_unavailable:{status:8,message:aU('Joining by PIN needs the package hostapd-utils.')}};function hB(a,b){const c={code:a,message:hA[a].message};if(type(b)==='string')c.argument=`${b}`;if(type(b)==='int')c.devices=int(b??0);return{body:{error:c},status:hA[a].status};}
const hC={},hD={};function hE(a){const b=a??52;return b<52||b>144?0:b>=120&&b<=128?600000:60000;}
function hF(a,b,c){if(b.kind==='answer'||a.band!=='5g'||a.up!==true)delete hD[a.name];else if(b.kind==='gone')hD[a.name]??=c+hE(a.channel);}
function hG(){return length(hD)>0;}
function hH(a,b){return max(0,int(((hD[a.name]??0)-b)/1000));}
const hI=10000;let hJ=0,hK=0;function hL(a){const b=filter(a,e=>!exists(hC,e.radio.name)),c=aH().monotonic,d=length(b)>0?b:c-hJ<hI?[]:a;if(length(d)===0)return[];hJ=c;hK++;return[d[hK%length(d)]];}
function hM(){for(let a in keys(hC))delete hC[a];}
function hN(a,b){if(type(b?.data?.channel)==='int')hC[a]=b.data.channel;}
function hO(a){return hC[a.name]??a.channel;}
const hP='wpad-mbedtls';function hQ(a){if(a.installed_has_wps===null)return null;if(a.installed_has_wps)
return a.running_has_wps===false?['service wpad restart','wifi']:null;const b=a.package,c=b===null?hP:replace(b,/-(basic|mini)/,'');if(c===b)return null;const d=b===null?'':` && opkg remove ${b}`,e=b===null?'':` '!${b}' && apk del ${b}`,f={opkg:`mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${c}${d} && opkg --cache /tmp/wpad install ${c} && reboot`,apk:`apk update && apk --cache-predownload add ${c}${e} && reboot`};return a.package_manager===null?null:[f[a.package_manager]];}
const hR='/usr/sbin/hostapd',hS=500,hT=10000;let hU='',hV=false,hW=0;function hX(){const a=aa.stat(hR);if(a===null)return false;const b=`${a.inode} ${a.size} ${a.mtime}`;if(b===hU)return hV;if(aH().monotonic<hW)return null;const c=system([hR,'-vwps'],hS);if(c<0||c>125){hW=aH().monotonic+hT;return null;}
hU=b;hV=c===0;return hV;}
function hY(){if(aa.access('/lib/apk/db/installed'))return'apk';return aa.access('/usr/lib/opkg/status')?'opkg':null;}
function hZ(){const a=/\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;for(let b in aa.glob('/lib/apk/packages/[hw]*.list','/usr/lib/opkg/info/[hw]*.control')){const c=match(b,a);if(c)return c[1];}
return null;}
let ia=null;function ib(){ia=cA(ia,cz(['/lib/apk/packages','/usr/lib/opkg/info']),hZ);return ia.value;}
function ic(){return aa.access(hR)===true;}
function id(){return{package:ib(),installed_has_wps:hX(),pin_available:az(),package_manager:hY()};}
function ie(a){return filter(a,b=>b.capacity!==null);}
let ig=null;function ih(a){if(ig?.bsses!==a)ig={bsses:a,networks:bv(a)};return ig.networks;}
let ii=null;function ij(a,b,c){const d=gs(a),e=filter(a,i=>i.ifname!==null),f=ie(e),g=hL(e),h=[...map(e,i=>cT(i.ifname??'','wps_status')),...map(f,i=>cT(i.ifname??'','get_clients')),...map(g,i=>cT(i.ifname??'','get_status'))];an(h,b,i=>{const j=ih(a),k={networks:j,bsses:a,round:{},carriers:{},at:aH()};let l=false;map(g,o=>hN(o.radio.name,pop(i)));const m=d&&hn()&&!hG(),n=m?sprintf('%J',i):'';if(m&&n===ii?.told&&a===ii?.bsses){k.round=ii.round;return c(k);}
map(e,(o,p)=>{const q=index(f,o),r=q<0?null:i[length(e)+q],s=cY(i[p],r,[]);k.round[o.ifname??'']=s;l||=s.kind==='silent';hF(o.radio,s,k.at.monotonic);});gM(k.round,k.at);for(let o in j)hg(o,a,k.round);gQ();ii=m&&!l?{bsses:a,told:n,round:k.round}:null;c(l?null:k);});}
function ik(a,b){an([{object:'network.wireless',method:'status'}],a,c=>{const d=c[0];if(d.code===aj||d.code===ai)ij(fO(d.data),a,b);else b(null);});}
const il=3000,im=ac.timer(-1,()=>ay(()=>ik(aH().monotonic+il,()=>null)));function io(){im?.set?.(il);}
function ip(a,b){ik(a.deadline,c=>{if(c===null)a.fail('timeout');else b(c);});}
function iq(a,b){return a.round[b.ifname??'']??null;}
function ir(a,b){return iq(a,b)?.kind==='answer';}
function it(a,b){return index(['answer','no_wps'],iq(a,b)?.kind)>=0;}
function iu(a){return(length(a.uplinks)>0&&length(filter(a.uplinks,b=>cq(b)===true))===0);}
function iv(a,b){if(!exists(a.carriers,b))a.carriers[b]=cq(b);return a.carriers[b];}
function iw(a,b){return it(a,b)&&iv(a,b.ifname??'')!==false;}
function ix(a){const b=map(values(a.round),c=>c?.kind);if(index(b,'answer')>=0)return true;return index(b,'no_wps')>=0?false:null;}
function iy(a){const b={...id(),running_has_wps:ix(a)};return{...b,remedy:hQ(b)};}
function iz(a,b){const c=iq(a,b),d=c?.kind==='answer'?c.clients:null;return b.capacity!==null&&d!==null&&length(d)>=b.capacity;}
function iA(a){return filter(a.networks,b=>length(filter(b,c=>c.wps&&!c.disabled))>0);}
function iB(a,b){const c=filter(a?.routers??[],d=>d.there);return length(filter(c,d=>length(filter(d.networks,e=>e.ssid===b))>0))>0;}
function iC(a,b,c,d){const e=it(a,b);return{answers:e,beacons:e?iv(a,b.ifname??''):null,uplink_away:iu(b),full:b.capacity!==null&&iz(a,b),overlap_left:gF(b,a.at),radar_left:hH(b.radio,a.at.monotonic),persistent:c,elsewhere:d};}
let iD=null;function iE(a,b){const c=hl(a.at),d={daemon:b,daemon_installed:ic(),open:c===null?null:{remaining:c.remaining}},e=aP()!==null,f=dq(),g=map(a.networks,i=>{const j=gl(i),k=j==='own'&&iB(f,i[0].ssid);return map(i,l=>iC(a,l,j!=='lost',k));}),h=sprintf('%J',[d,e,g]);if(iD?.networks!==a.networks||iD?.text!==h){const i=length(iA(a)),j=map(a.networks,(k,l)=>{const m=hf(k,a.bsses);return bG(map(k,(n,o)=>{const p=!n.independent&&!m,q=bk({...d,...g[l][o],bss:n,flagged:i,grouped:p}),r={bss:n,problems:q,ready:bl(q)===null&&!e};return r;}));});iD={networks:a.networks,text:h,wholes:j};}
return iD.wholes;}
gB((a,b)=>{if(cO())au(a,b);});gB((a,b)=>{if(a.peer!==null&&!a.open)at(a,b);});gB((a,b)=>{if(ht())av(a,b);});aT('hostapd.',(a,b)=>{hM();if(!b)gT(a);io();});function iF(){if(aP()!==null)aM();io();gQ();if(aE.light.shown!==null)aO();const a=fO(null);if(length(aE.keys)+length(filter(a,b=>aI([b])!==null))===0)return;aN(a);aK(a);}
function iG(){const a=cF('guard')[0]??null;return a===null?null:{when:int(a.options.when??'0'),sections:a.lists.section??[]};}
function iH(a,b){const c=b.bss,d=c.ifname;return{ifname:d,section:c.section,radio:c.radio.name,bssid:d===null?null:dO(d),band:c.radio.band,channel:hO(c.radio),enabled:c.wps,ready:b.ready,on_air:iw(a,c),problems:b.problems};}
function iI(a){const b=[];for(let c in a.opening){const d=c.radio.band;if(d!==null&&index(b,d)<0)push(b,d);}
return b;}
function iJ(a,b){const c=map(b.places,e=>e.bss),d=bA(c);return{ssid:c[0].ssid,sections:d,bands:iI(b),enabled:b.enabled,ready:b.ready,keys:gl(c),problems:b.problems,session:hk(d,a.at),job:aC(d),access_points:map(b.places,e=>iH(a,e))};}
function iK(a){const b=iy(a);return{supported:b.running_has_wps===true,daemon:b,networks:map(iE(a,b),c=>iJ(a,c)),button:fR(),light:hv(),guard:iG(),house:hp(),now:a.at.epoch};}
function iL(a){const b=map(a.bsses,c=>[hO(c.radio),iu(c),...(c.ifname===null?[]:[dO(c.ifname),iv(a,c.ifname)])]);return[b,id(),fR(),hv(),iG(),hp(),aF()];}
let iM=null;function iN(a){const b=sprintf('%J',iL(a));if(iM?.round!==a.round||iM?.text!==b)
iM={round:a.round,text:b,status:iK(a)};return{...iM.status,now:a.at.epoch};}
function iO(a){ip(a,b=>a.answer(iN(b)));}
return{aM:fQ,aQ:bz,aR:bB,aS:fR,aT:dT,aU:dc,aY:hi,bB:br,bE:iy,bH:dS,bS:cu,bT:cq,bV:ht,bW:dd,bX:hd,bY:cT,bZ:dr,cA:dm,cB:bC,cC:ir,cD:hf,cE:cV,cF:bn,cG:iw,cJ:it,cK:iu,cM:iE,cS:gl,cT:dv,cU:bL,cV:ik,cW:ip,cX:hu,dA:bv,dC:du,dE:gP,dF:ds,dG:gO,dH:hc,dK:he,dN:bs,dP:fO,dQ:cZ,dR:cK,dS:dw,dT:dP,dV:gR,dW:hB,dX:hh,dZ:cL,eA:cH,eE:iF,eJ:bA,eL:iq,eN:hj,eP:cF,eT:gm,eU:gn,eV:dU,eW:dx,eY:ho,eZ:hq,fA:iO,fB:gs,fC:dR,fJ:cN,fK:dQ,fL:cG};};
