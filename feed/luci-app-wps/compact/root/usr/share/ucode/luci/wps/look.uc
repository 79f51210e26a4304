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
function de(a,b,c){if(length(c)===0||c[0].id>b+1||c[length(c)-1].id<b)return null;for(let d in c){const e=dc(d);if(d.id<=b||e===null||index(a,e.ifname)<0)continue;if(index(e.text,'CTRL-EVENT-EAP-STARTED ')===0)return true;}
return false;}
function df(a,b,c){const d=[];for(let e in c){const f=dc(e);if(f?.ifname!==a||e.id<=(b??e.id))continue;if(index(f.text,'WPS-')===0)push(d,f.text);}
return d;}
const dg='/tmp/dhcp.leases',dh='/proc/net/arp',di=/[ \t]+/,dj={name:null,ip:null};function dk(a){return map(split(aa.readfile(a)??'','\n'),b=>split(trim(b),di));}
function dl(a){return{name:null,ip:a[0]};}
function dm(a){return{name:a[3]&&a[3]!=='*'?a[3]:null,ip:a[2]??null};}
function dn(){const a={};for(let b in dk(dh))
if(length(b)>3)a[lc(b[3])]=dl(b);for(let b in dk(dg))
if(length(b)>2)a[lc(b[1])]=dm(b);return a;}
function dp(a){return dn()[a]??dj;}
const dq='/var/run/luci-wps-house.json';function dr(){const a=aa.readfile(dq);if(a===null)return null;try{const b=json(a);return type(b?.routers)==='array'&&type(b.connected)==='bool'?b:null;}catch{return null;}}
function ds(){return cG('house')[0]?.options?.uuid??null;}
function dt(a,b){aR({object:'luci.wps.house',method:'start',args:{network:a,session:b}});}
let du=null;try{du=require('log');}catch{du=null;}
function dv(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(du)du.syslog(du.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function dw(a){return{object:'log',method:'read',args:{lines:a,stream:false}};}
function dx(a){return a?.data?.log??[];}
function dy(a){an('luci.wps',a);}
const dz='/etc/config/wireless';function dA(){const a=ab.cursor()??die('uci');a.load(dz);return a;}
function dB(){return dA().get_all('wireless')??{};}
const dC='/var/run/rpcd',dD=/[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/;function dE(){const a={},b=filter(aa.lsdir(dC)??[],c=>index(c,'uci-')===0);for(let c in['/tmp/.uci',...map(b,d=>`${dC}/${d}`)]){const d=aa.readfile(`${c}/wireless`);if(d===null)continue;for(let e in split(d,'\n')){const f=match(e,dD);if(f?.[0]===e)a[f[1]]=true;}}
return a;}
function dF(){const a=[];for(let b in aa.lsdir('/lib/netifd/wireless')??[]){if(substr(b,-3)==='.sh')push(a,substr(b,0,length(b)-3));}
return a;}
const dG='/usr/share/ucode/wifi/ap.uc',dH='/lib/netifd/hostapd.sh',dI='/lib/netifd/wireless.uc',dJ=[dG,dH,dI],dK=[dz,...dJ];function dL(){return cA(dJ);}
function dM(){return cA(dK);}
function dN(){return{netifd_ucode:aa.access(dI)===true,ap_uc:aa.readfile(dG),hostapd_sh:aa.readfile(dH)};}
function dO(a){const b=match(a,/@wifi-iface\[-?[0-9]+\]/);return b?.[0]===a?(dA().get_all('wireless',a)?.['.name']??a):a;}
function dP(a){return trim(aa.readfile(`/sys/class/net/${a}/address`)??'')||null;}
function dQ(a,b){const c=dA(),d={};for(let e in b)d[e]=c.get('wireless',a,e)??null;return d;}
function dR(a){const b=dA();for(let c in keys(a)){const d=a[c];for(let e in keys(d)){const f=d[e];if(f!==null)b.set('wireless',c,e,f);else if(b.get('wireless',c,e)!==null)b.delete('wireless',c,e);}}
return b.commit()===true;}
function dS(a,b){return a.args[b]??null;}
function dT(a){for(let b in keys(a.args))
if(a.args[b]===''&&b!=='ubus_rpc_session')return b;return null;}
function dU(a){const b=dS(a,'origin')??'luci.wps',c=dS(a,'by'),d=c===null||match(c,/[A-Za-z0-9_.-]{1,32}/)?.[0]===c,e=b!=='house'&&b!=='luci.wps'?'origin':d?null:'by';if(e!==null){a.fail('invalid_argument',e);return null;}
return b==='house'?{origin:b,by:c??b}:{origin:'luci.wps',by:a.who};}
function dV(a){const b=dS(a,'section'),c={network:dS(a,'network'),section:b===null?null:dO(b),ifname:dS(a,'ifname')},d=filter(keys(c),f=>c[f]!==null),e=dT(a)??(length(d)>1?d[1]:null);if(e===null)return c;a.fail('invalid_argument',e);return null;}
const dW={mode:['text','text'],disabled:['yes','yes'],ssid:['text','text'],encryption:['text','text'],key:['text','text'],wpa_psk_file:['text','text'],hidden:['yes','yes'],ignore_broadcast_ssid:[null,'yes'],ieee80211w:['number','number'],ieee80211r:['yes','yes'],multi_ap:['number','number'],ppsk:['yes','yes'],macfilter:['text','text'],auth_server:['list','list'],auth_server_addr:[null,'list'],maxassoc:['number','number'],max_num_sta:[null,'number'],wps_pushbutton:['yes','yes'],wps_label:['yes','yes'],wps_independent:['number','number'],wps_pin:['text','text'],ap_pin:[null,'text'],ext_registrar:['yes','yes'],wps_device_name:['text','text'],multi_ap_backhaul_ssid:['text','text'],multi_ap_backhaul_key:['text','text'],uuid:['text','text'],hostapd_bss_options:['list','list']},dX={disabled:['yes','yes'],type:['text','text'],band:['text','text'],hwmode:['text','text'],channel:['text','text']},dY=['1','true'],dZ=['0','false'];function ea(a){return index(dY,a)>=0?true:index(dZ,a)>=0?false:null;}
function eb(a,b){const c=type(a)==='string'?a:'',d=b.netifd==='c'?c:trim(c);if(match(d,/0[xX][0-9a-fA-F]+/)?.[0]===d)return hex(d);if(match(d,/-?[0-9]+/)?.[0]!==d)return null;return int(d,match(d,/0[0-7]+/)?.[0]===d?8:10);}
function ec(a){if(type(a)==='array')return a;return filter(split(`${a ?? ''}`,/[ \t]+/),b=>b!=='');}
function ed(a,b,c){const d=b[c.scripts!=='ucode'?0:1];if((a??null)===null||d===null)return null;if(d==='list')return ec(a);if(d==='yes')return ea(a);if(d==='number')return eb(a,c);return type(a)==='string'?a:null;}
function ee(a,b,c){const d={};for(let e in keys(b))d[e]=ed(a[e],b[e],c);if(!c.uuid)d.uuid=null;return d;}
const ef=['sta','mesh','adhoc'],eg=['ssid','encryption','key','hidden','ignore_broadcast_ssid','macfilter','auth_server','auth_server_addr','ppsk','multi_ap','ieee80211w','wps_pushbutton','wps_label','wps_independent','uuid','wpa_psk_file','hostapd_bss_options'],eh='mac80211';function ei(a){return a===false||a===null?'':sprintf('%J',a);}
function ej(a,b){return type(b)==='double'||(type(b)==='array'&&index(dW[a],'list')<0);}
function ek(a,b,c){if(b===c)return true;if(b===null&&ej(a,c))return true;return ei(b)===ei(c);}
function el(a,b){const c=a.iface.options;return(length(filter(eg,d=>!ek(d,c[d],b?.[d]??null)))===0);}
function em(a,b,c){const d=b!==null||index(c,a.type)>=0;return{...a.radio,managed:a.type===eh&&d,up:b?.up??null,stopped:b?.autostart===false,failed:b?.retry_setup_failed===true};}
function en(a){const b=filter(a,c=>index(ef,c.config?.mode)>=0);return filter(map(b,c=>c.ifname??null),c=>c!==null);}
function eo(a,b,c,d){const e=[],f={};for(let g in a){const h=b?.[g.radio.name]??null,i=h?.interfaces??[],j=em(g,h,d),k=en(i);for(let l in g.drafts){const m=l.name,n=filter(i,p=>p.section===m)[0]??null,o=n?.ifname??null;if(f[o??''])continue;f[o??'']=o!==null;push(e,{...l.bss,radio:j,ifname:o,applied:n===null?null:el(l,n.config??null),unsaved:c[l.bss.section]===true||c[j.name]===true,uplinks:k});}}
return e;}
const ep=[['*tkip+aes',['CCMP','TKIP']],['*tkip+ccmp',['CCMP','TKIP']],['*aes+tkip',['CCMP','TKIP']],['*ccmp+tkip',['CCMP','TKIP']],['*ccmp256',['CCMP-256']],['*aes',['CCMP']],['*ccmp',['CCMP']],['*tkip',['TKIP']],['*gcmp256',['GCMP-256']],['*gcmp',['GCMP']],['wpa3-192*',['GCMP-256']],['*',['CCMP']]],eq=[['wpa2*',2],['wpa3*',2],['*psk2*',2],['psk3*',2],['sae*',2],['owe*',2],['wpa*mixed*',3],['*psk*mixed*',3],['wpa*',1],['*psk*',1],['*',0]],er=[['owe*','owe'],['wpa3*','eap'],['psk3-mixed*','psk-sae'],['sae-mixed*','psk-sae'],['psk3*','sae'],['sae*','sae'],['*psk*','psk'],['*wpa*','eap'],['*8021x*','eap'],['*wep*','wep'],['*','none']],es={none:'none',owe:'owe','wpa3-192':'eap','wpa3-mixed':'eap',wpa3:'eap',psk:'psk',psk2:'psk','psk-mixed':'psk',sae:'sae',psk3:'sae','psk3-mixed':'psk-sae','sae-mixed':'psk-sae','sae-compat':'psk-sae-compat',wpa:'eap',wpa2:'eap','wpa-mixed':'eap','psk-sae':'psk-sae','psk-sae-compat':'psk-sae-compat',eap:'eap',eap2:'eap',eap192:'eap','eap-eap2':'eap'},et={'tkip+aes':['CCMP','TKIP'],'tkip+ccmp':['CCMP','TKIP'],'aes+tkip':['CCMP','TKIP'],'ccmp+tkip':['CCMP','TKIP'],ccmp256:['CCMP-256'],aes:['CCMP'],ccmp:['CCMP'],tkip:['TKIP'],gcmp256:['GCMP-256'],gcmp:['GCMP']},eu={none:[],owe:['OWE'],wep:[],psk:['WPA-PSK'],'psk-sae':['WPA-PSK','SAE'],'psk-sae-compat':['WPA-PSK','SAE'],sae:['SAE'],eap:['WPA-EAP'],dpp:['DPP'],unknown:[]};function ev(a,b){return filter(a,c=>wildcard(b,c[0]))[0][1];}
function ew(a,b){if(a==='dpp'&&b.dpp)return'dpp';if(b.scripts!=='ucode')return ev(er,a);return es[split(a,'+')[0]]??'unknown';}
function ex(a,b){if(b.scripts!=='ucode')return ev(ep,a);const c=index(a,'+'),d=c<0?'':substr(a,c+1);return et[d]??(index(a,'wpa3-192')===0?['GCMP-256']:['CCMP']);}
function ey(a,b){const c=a??'none',d=ew(c,b),e=d==='dpp'?2:ev(eq,c);return{auth:d,wpa:e,ciphers:e===0?[]:ex(c,b),akms:e===0?[]:eu[d]};}
const ez=['CCMP','GCMP','CCMP-256','GCMP-256'];function eA(a){const b=a.akms;if(a.auth==='eap'||index(b,'DPP')>=0||index(b,'WPA-EAP')>=0)
return'enterprise';if(a.auth==='wep')return'wep';if(a.wpa===0||index(b,'OWE')>=0)return'open_network';if(length(b)===0)return'unknown_encryption';if(index(b,'WPA-PSK')<0)return'wpa3_only';const c=length(filter(a.ciphers,d=>index(ez,d)>=0))>0;return a.wpa!==1&&c?'ok':'tkip_only';}
function eB(a,b){return eA(ey(type(a)==='string'?a:null,b));}
function eC(a,b){const c=ee(a,dW,b);return{section:a,options:c,lines:bc(c.hostapd_bss_options??[],b),software:b};}
function eD(a){const b=length(a);return b===64?match(a,/[0-9A-Fa-f]+/)?.[0]===a:b>=8&&b<64;}
function eE(a,b,c,d){const e=bd(a.lines,b);return e===null?{value:c,option:d}:{value:e,option:bb};}
function eF(a,b,c){return a.software.scripts!=='ucode'||(a.section[b]??null)!==null?b:c;}
function eG(a){const b=match(a,/ *-?[0-9]+/)?.[0]??'';return b!==''&&index(a,b)===0?int(trim(b)):0;}
function eH(a){return filter(split(a,' '),b=>b!=='');}
function eI(a){return a.software.scripts==='ucode'&&type(a.section.encryption)==='array';}
const eJ={auth:'unknown',wpa:2,ciphers:[],akms:[]};function eK(a){const b=eI(a)?eJ:ey(a.options.encryption,a.software),c=bd(a.lines,'wpa'),d=bd(a.lines,'wpa_key_mgmt'),e=bd(a.lines,'rsn_pairwise')??bd(a.lines,'wpa_pairwise');return{auth:b.auth,wpa:c===null?b.wpa:eG(c),akms:d===null?b.akms:eH(d),ciphers:e===null?b.ciphers:eH(e)};}
function eL(a){const b=eF(a,'hidden','ignore_broadcast_ssid');return eE(a,'ignore_broadcast_ssid',a.options[b]===true?'1':'0',b);}
const eM=['psk','psk-sae','psk-sae-compat','sae'];function eN(a){return index(eM,a.auth)>=0;}
function eO(a,b){const c=a.software.scripts==='old'?b.auth==='psk':eN(b);return c&&a.options.ppsk===true;}
function eP(a,b){const c=eF(a,'auth_server','auth_server_addr'),d=a.options.macfilter;let e={value:'0',option:'macfilter'};if(eO(a,b))e={value:'2',option:'ppsk'};if(length(a.options[c]??[])>0&&index(['eap','dpp','unknown'],b.auth)<0)
e={value:'2',option:c};if(d==='allow')e={value:'1',option:'macfilter'};if(d==='deny')e={value:'0',option:'macfilter'};return eE(a,'macaddr_acl',e.value,e.option);}
function eQ(a){return eE(a,'ieee80211w',`${a.options.ieee80211w ?? 0}`,'ieee80211w');}
function eR(a){return a.options.wps_pushbutton===true||a.options.wps_label===true;}
function eS(a){return eE(a,'wps_state',eR(a)?'2':'0','wps_pushbutton');}
function eT(a){const b=a.options.wps_independent,c=a.software.scripts==='ucode'&&(a.section.wps_independent??null)!==null?'0':'1';return eG(eE(a,'wps_independent',`${b ?? c}`,'wps_independent').value)!==0;}
function eU(a){const b=eF(a,'maxassoc','max_num_sta'),c=eG(eE(a,'max_num_sta',`${a.options[b] ?? 0}`,b).value);return c>0?c:null;}
function eV(a){return bd(a.lines,'uuid')??a.options.uuid;}
function eW(a){return bd(a.lines,'ssid')??a.options.ssid??'';}
function eX(a){return filter(ae,b=>index([null,'',false],a.options[b])<0)[0]??null;}
function eY(a,b){const c=a.options.key;if(c!==null&&eD(c))return false;const d=b||a.options.wpa_psk_file!==null;return!d||(c!==null&&(length(c)===64||a.software.scripts!=='ucode'));}
const eZ=['ok','wpa3_only','tkip_only'];function fa(a,b,c){const d=a.options,e=eA(b),f=eA(eK({...a,lines:[]})),g=eP(a,b),h=eQ(a),i=eL(a),j=eS(a),k=eX(a),l={};if(d.multi_ap===1)return{multi_ap_backhaul:'multi_ap'};if(e!=='ok')l[e]=e===f?'encryption':bb;if(eO(a,b))l.ppsk='ppsk';else{if(index(eZ,e)>=0&&eY(a,c))l.bad_key='key';if(eG(g.value)===2)l.mac_authentication=g.option;}
if(eG(i.value)!==0)l.hidden_ssid=i.option;if(eG(j.value)!==2)l.wps_disabled=j.option;if(eG(g.value)===1)l.mac_allow_list=g.option;if(k!==null)l.pin_exposed=k;if(d.ieee80211r===true&&b.wpa>=2)l.fast_roaming='ieee80211r';const m=index(b.akms,'SAE')<0||b.auth==='psk-sae-compat';if(e==='ok'&&m&&eG(h.value)===2)l.pmf_required=h.option;return l;}
const fb={b:'2g',g:'2g',a:'5g'};function fc(a){const b=`${a.channel ?? ''}`;return match(b,/[0-9]+/)?.[0]===b?int(b):0;}
function fd(a,b){const c=`${a.hwmode ?? ''}`,d=index(c,'11')===0?substr(c,2):c;if(index(['a','b','g','ad'],d)>=0)return d;return b.scripts!=='ucode'&&fc(a)>14?'a':'g';}
function fe(a,b){const c=a.band??null;if(index(['2g','5g','6g'],c)>=0)return c;if(c==='60g'||(c!==null&&b.scripts==='ucode'))return null;return fb[fd(a,b)]??null;}
const ff={access_network_type:[0,15],iw_access_network_type:[0,15],anqp_domain_id:[0,65535],assoc_sa_query_max_timeout:[1,4294967295],ieee80211w_max_timeout:[1,4294967295],assoc_sa_query_retry_timeout:[1,4294967295],ieee80211w_retry_timeout:[1,4294967295],dtim_period:[1,255],dynamic_vlan:['0','1','2'],eapol_version:['1','2'],ieee80211w:['0','1','2'],macfilter:['allow','deny'],ocv:[0,15],reassociation_deadline:[1000,65535],sae_pwe:['0','1','2'],time_advertisement:['0','2'],transition_disable:['on','off','0','1','sae','sae-pk','wpa3','owe']},fg=['transition_disable'],fh={band:['2g','5g','6g','60g'],beacon_int:[15,65535],cell_density:[0,3],chanbw:['5','10','20'],he_bss_color:[1,128],htmode:[...['NOHT','HT20','HT40-','HT40+','HT40','VHT20','VHT40','VHT80','VHT160'],...['HE20','HE40','HE80','HE160','EHT20','EHT40','EHT80','EHT160','EHT320']],log_level:[0,4],mbssid:[0,2],require_mode:['n','ac','ax'],rx_stbc:[0,4],vht160:[0,2],vht_link_adapt:[0,3],vht_max_a_mpdu_len_exp:[0,7],vht_max_mpdu:['3895','7991','11454']};function fi(a,b,c,d){if(index(fg,a)>=0)return length(filter(ec(b),g=>index(c,g)<0))===0;const e=eb(b,d);if(type(c[0])==='string')return index(c,e===null?b:`${e}`)>=0;const f=c;return e===null||((f[0]===0||e>=f[0])&&e<=f[1]);}
function fj(a,b,c){if(c.scripts!=='ucode')return null;const d=f=>(a[f]??null)!==null,e=f=>!fi(f,a[f],b[f],c);return filter(keys(b),f=>d(f)&&e(f))[0]??null;}
function fk(a,b){return fj(a,ff,b);}
function fl(a,b){return fj(a,fh,b);}
const fm=32,fn=2007;function fo(a){const b=a.options.auth_server??a.options.auth_server_addr??[],c=bd(a.lines,'eap_server')??a.section.eap_server??'0';return length(b)>0||(a.section.server??null)!==null||c==='1';}
function fp(a){return a===null||match(a,/[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/)!==null;}
function fq(a){return a===''||index(a,'#')===0||match(a,/[a-z][a-z0-9_]*=.*/)?.[0]===a;}
function fr(a,b){const c=a.options.key;if(eO(a,b))return false;if(c===null)return a.software.scripts==='old'&&a.options.wpa_psk_file===null;return!eD(c)&&(length(c)===64||a.software.scripts!=='ucode');}
function fs(a,b){const c=a.options,d=c.ieee80211r===true&&b.wpa>=2&&b.auth!=='psk',e=b.auth==='owe'?null:c.key;return(a.software.scripts==='shell'&&d&&e===null&&(a.section.auth_secret??null)===null);}
function ft(a){const b=a.options.multi_ap_backhaul_key;return(a.options.multi_ap>0&&!!a.options.multi_ap_backhaul_ssid&&b!==null&&length(b)<8);}
function fu(a,b){const c=a.options,d=eA(b),e=a.software.scripts!=='ucode',f=length(c.ssid??'');if(f>fm||(e&&f===0))return'ssid';if(index([null,0,1,2,3],c.multi_ap)<0)return'multi_ap';if((c.maxassoc??c.max_num_sta??0)>fn)return'maxassoc';if(d==='wep')return'encryption';if(d==='unknown_encryption'&&(eI(a)||c.wpa_psk_file===null))
return'encryption';if(eO(a,b)&&eG(eP(a,b).value)!==2)
return'macfilter';if(b.auth==='eap'&&!fo(a))return'auth_server';if(eN(b)&&fr(a,b))return'key';if(fs(a,b))return'ieee80211r';if(e&&eR(a)&&ft(a))return'multi_ap_backhaul_key';if(eR(a)&&!fp(eV(a)))return'uuid';if(eR(a)&&length(c.wps_device_name??'')>fm)return'wps_device_name';return length(filter(a.lines,g=>!fq(g)))>0?bb:null;}
const fv=['ap','sta','adhoc','mesh'];function fw(a,b){const c=index(fv,a.options.mode)>=0,d=c?fk(a.section,a.software):null;return d??(a.options.mode==='ap'?fu(a,b):null);}
function fx(a,b){const c=a.country??null;if(c!==null&&match(c,/[A-Z0-9][A-Z0-9].*/)?.[0]!==c)return'country';return fl(a,b);}
function fy(a,b){const c=filter(values(a),d=>d['.type']===b);return sort(c,(d,e)=>d['.index']-e['.index']);}
function fz(a,b,c){return a['.anonymous']&&c.netifd==='c'?`@${a['.type']}[${b}]`:a['.name'];}
const fA=['yes','yes'];function fB(a,b,c){const d=a.iface??null;if(c.netifd==='c')return d===null||type(d)==='array'||d===b;return d===null||index(ec(d),b)>=0;}
function fC(a,b,c){if(c.netifd==='c'&&a['.anonymous'])return false;const d=filter(b,e=>ed(e.disabled,fA,c)!==true&&fB(e,a['.name'],c));return length(d)>0;}
function fD(a){const b={};return map(a,(c,d)=>{const e=c.options.key;return e===null?d:(b[`key ${e}`]??=d);});}
function fE(a){const b=a.section.device??null;if(a.software.netifd==='ucode')return ec(b);if(type(b)==='array')return a.software.scripts==='old'?[]:b;return b===null?[]:[b];}
function fF(a,b,c){const d=fx(a,c);if(d!==null)return{section:a['.name'],option:d};for(let e in b){const f=e.options.disabled===true?null:fw(e,eK(e));if(f!==null)return{section:e.section['.name'],option:f};}
return null;}
function fG(a,b,c){const d=ee(a,dX,c),e=fc(d);return{name:a['.name'],band:fe(d,c),channel:e>0?e:null,disabled:d.disabled===true,managed:true,up:null,stopped:false,failed:false,refusal:b};}
function fH(a,b,c,d){const e=eK(a),f=a.options,g=fa(a,e,d);if(b.band==='6g')g.band_6ghz='band';return{section:a.section['.name'],radio:b,ifname:null,ssid:eW(a),disabled:f.disabled===true,encryption:f.encryption??'none',protection:eA(e),sae:index(e.akms,'SAE')>=0,key_number:c,faults:g,capacity:eU(a),wps:eG(eS(a).value)===2,independent:eT(a),uuid:eV(a),raw:a.lines,applied:null,psk_file:f.wpa_psk_file,stations:d,unsaved:false,uplinks:[]};}
function fI(a,b){const c=fy(a,'wifi-station'),d=map(fy(a,'wifi-iface'),f=>eC(f,b)),e=fD(d);return map(fy(a,'wifi-device'),f=>{const g=filter(d,j=>index(fE(j),f['.name'])>=0),h=fG(f,fF(f,g,b),b),i=filter(g,j=>j.options.mode==='ap');return{radio:h,type:type(f.type)==='string'?f.type:null,drafts:map(i,j=>{const k=index(d,j),l=fC(j.section,c,b),m=fz(j.section,k,b);return{bss:fH(j,h,e[k],l),iface:j,name:m};})};});}
function fJ(a){const b=a.ap_uc??a.hostapd_sh??'';return{netifd:a.netifd_ucode?'ucode':'c',scripts:a.ap_uc!==null?'ucode':index(b,'sae_password_file')>=0?'shell':'old',uuid:index(b,'uuid')>=0,dpp:index(b,'dpp')>=0};}
let fK=null,fL=null;function fM(){fK=cB(fK,dL(),()=>fJ(dN()));return fK.value;}
function fN(){fL=cB(fL,dM(),()=>fI(dB(),fM()));return fL.value;}
let fO=null;function fP(a){const b=fN(),c=dE(),d=dF(),e=sprintf('%J',[a,c,d]);if(fO?.configuration!==b||fO?.told!==e)
fO={configuration:b,told:e,bsses:eo(b,a,c,d)};return fO.bsses;}
const fQ=['network','off','stock'];function fR(a){return filter(fQ,b=>b===a)[0]??null;}
function fS(){const a=cG('button')[0]?.options??{},b=fR(a.action??null)??'network';return{present:cv(),action:b,network:b==='network'?(a.network??null):null};}
const fT=0x100e,fU=0x1026,fV=0x1045,fW=0x1003,fX=0x100f,fY=0x1027,fZ=0x1020,ga=0x0020,gb=0x0008;function gc(a){return chr(int(a/256),a%256);}
function gd(a,b){return gc(a)+gc(length(b))+b;}
function ge(a,b){return gd(fT,gd(fU,chr(1))+
gd(fV,a)+
gd(fW,gc(ga))+
gd(fX,gc(gb))+
gd(fY,b)+
gd(fZ,chr(255,255,255,255,255,255)));}
function gf(){const a=cG('guard')[0]??null;return a===null?null:{when:int(a.options.when??'0'),sections:a.lists.section??[]};}
function gg(a){const b=dQ(a,['encryption','ssid','key']);if(eB(b.encryption,fM())!=='ok')return'';if(b.key===null||b.ssid===null)return null;return ge(`${b.ssid}`,`${b.key}`);}
function gh(a){return`wps=1 00:00:00:00:00:00 ${dQ(a, ['key']).key ?? ''}\n`;}
function gi(a){const b=a.psk_file??'';return aB(b,'psk')&&cN(b)&&cK(b,gh(a.section))===true;}
function gj(a){const b=ar(a.raw);if(b!==null)return cK(b,gg(a.section)??'')===false?'lost':'shared';if(!aB(a.psk_file,'psk'))return'lost';return gi(a)?'shared':'own';}
let gk={},gl=null;function gm(a){return(gk[a.section]??=gj(a));}
function gn(a){const b=map(filter(a,c=>c.wps),gm);if(length(b)===0||index(b,'lost')>=0)return'lost';return index(b,'own')>=0?'own':'shared';}
function go(a,b){const c=gg(b);if(c===null)return false;return cK(a,c)===true||cO(a,c);}
function gp(a){return aK(a)!==null;}
function gq(a,b){return{hostapd_bss_options:[...ax(a.raw),...aT(a.raw),...aq(b)]};}
function gr(a){const b=['/etc'];for(let c in a)
for(let d in[ar(c.raw),aB(c.psk_file,'psk')?c.psk_file:null])
if(d!==null&&index(b,d)<0)push(b,d);return cA(b);}
function gs(a){if(gf()!==null)return;const b=aQ()?.former??{};for(let c in keys(b)){const d=b[c].hostapd_bss_options??[];a[`${b[c].wpa_psk_file ?? ''}`]=true;a[ar(type(d)==='array'?d:[])??'']=true;}
for(let c in cQ())
if(!a[c]&&(!aB(c,'psk')||aC(c)))cM(c);}
let gt=0;const gu=30000;function gv(a){return gt>0&&a-gt<gu;}
function gw(a){const b={},c={};let d=false,e=0;for(let f in a){const g=ar(f.raw),h=g===null?null:gg(f.section);if(g!==null)b[g]=true;if(g!==null&&h!==null&&cK(g,h)===false){e++;const j=f.applied===true&&cJ(g)?aH(g,f.section):g;b[j]=true;if(cO(j,h)&&j!==g)c[f.section]=gq(f,j);}
const i=aB(f.psk_file,'psk')?f.psk_file:null;if(i===null||b[i])continue;b[i]=true;if(!cJ(i)){e++;d=gp(i)||d;}}
gs(b);if(length(c)>0&&dR(c)){aR({object:'network',method:'reload'});gt=aI().monotonic;}
if(d)aR({object:'hostapd',method:'reload'});return e===0&&aQ()===null;}
function gx(a){const b=gr(a);if(gl?.bsses===a&&gl.text===b.text)return true;gk={};gl=gw(a)&&b.settled?{bsses:a,text:b.text}:null;return false;}
const gy=1000,gz=900,gA=50;let gB=null;const gC=120;function gD(a,b){const c=a.session.peer;return c!==null&&c.ip===null&&b.epoch-(a.session.ended??b.epoch)<=gC;}
function gE(a,b){const c=a.session.peer;if(c===null||!gD(a,b))return a;const d=dp(c.mac);return cp(a,d.name,d.ip);}
const gF=[];function gG(a){push(gF,a);}
function gH(a,b,c){const d=cq(b,aI()),e=d.peer,f=d.reason===null?'':` (${d.reason})`,g=e===null?'':`, device ${e.name ?? e.mac}`,h=c!==null||d.by===null?'':`, by ${d.by}`,i=d.ifname??join(', ',d.ifnames);dv(`WPS on "${d.network}" (${i}): ${a}${f}${g}${h}`);dy({type:a,session:d});}
function gI(a,b){const c=cq(a,aI());map(gF,d=>az(()=>d(c,b)));}
function gJ(a){let b=0;for(let c in aF.presses){const d=index(c.spared,a.ifname)>=0||(!c.independent&&!a.independent);if(!d)b=max(b,c.until);}
return b;}
function gK(a,b){const c=max(aF.overlaps[a.ifname??'']??0,gJ(a));return max(0,int((c-b.monotonic+999)/1000));}
function gL(a,b,c){if(b.kind!=='answer'||b.registrar===null)return;const d=aF.overlaps[a]??null;if(b.registrar.pbc==='Overlap'){if(d!==null)return;aF.overlaps[a]=c.monotonic+al*1000;}else if(d!==null&&(b.registrar.pbc==='Active'||d<=c.monotonic))
delete aF.overlaps[a];else return;aS();}
function gM(a,b){const c=filter(a.parts,e=>e.ifname===a.session.ifname)[0]??null;if(c===null||a.session.method==='pin')return;const d=b.monotonic+al*1000;aF.presses=[{spared:[c.ifname],independent:c.independent,until:d},...filter(aF.presses,e=>e.until>b.monotonic)];}
function gN(a){for(let b in a)aF.closing[b.ifname]=true;for(let b in bA(a))aR(cU(b.ifname,'wps_cancel'));}
function gO(a,b){if(!exists(aF.closing,a))return;if(b.kind==='answer'&&b.registrar?.pbc==='Active')aR(cU(a,'wps_cancel'));else if(b.kind!=='silent'){delete aF.closing[a];aS();}}
function gP(a,b,c){const d=b.session,e=a.session.state;if(d.state==='lost')for(let f in b.parts)aF.stuck[f.ifname]=true;if(d.state==='success'&&e!=='success')gM(b,c);gN(co(a,b));if(d.state==='failed'&&d.method==='pin')
for(let f in bA(b.parts))aR(cU(f.ifname,'wps_cancel'));if(d.state!=='waiting')gH(d.state,b,e);gI(b,a.session);}
function gQ(a,b){return a.reason!==b.reason||a.peer?.name!==b.peer?.name;}
function gR(a,b){for(let d in keys(a)){const e=a[d]??null;if(e===null)continue;gL(d,e,b);gO(d,e);if(e.kind==='answer'&&e.registrar!==null&&e.registrar.pbc!=='Active'&&exists(aF.stuck,d)){delete aF.stuck[d];aS();}}
const c=[];aF.windows=map(aF.windows,d=>{const e=bP(d)?gE(cn(d,a,b),b):d;if(e===d)return d;aS();push(c,[d,e]);return e;});map(c,d=>{if(d[1].session.state!==d[0].session.state)gP(d[0],d[1],b);else if(gQ(d[0].session,d[1].session))gI(d[1],d[0].session);});}
function gS(a,b){if(a.network!==null)return b.session.network===a.network;if(a.section!==null)
return length(filter(b.parts,c=>c.section===a.section))>0;if(a.ifname!==null)return index(b.session.ifnames,a.ifname)>=0;return true;}
function gT(a){return pop(filter(aF.windows,b=>b.session.open&&gS(a,b)));}
function gU(){return gT(bn);}
function gV(){const a=aI(),b=filter(aF.windows,c=>bP(c)||gD(c,a));aE();if(length(b)+length(aF.closing)>0&&gB?.remaining?.()===-1)gB.set(gy);}
function gW(a,b,c){const d=map(a,e=>cU(e,'wps_status'));ao(d,b,e=>{const f={};map(a,(h,i)=>{f[h]=cZ(e[i],null,[]);});const g=aI();gR(f,g);gV();c(g,f);});}
function gX(a,b){for(let c in aF.windows)
if(length(filter(bM(c),d=>d.ifname===a))>0)
return df(a,c.logged,b);return[];}
function gY(a){const b=d=>{gR({[a]:{kind:'gone',told:gX(a,d)}},aI());gV();};if(exists(aF.overlaps,a))aF.overlaps[a]=0;for(let d in aF.presses)push(d.spared,a);aS();const c=d=>d.logged!==null&&length(filter(bM(d),e=>e.ifname===a))>0;if(length(filter(aF.windows,c))===0)b([]);else ao([dw(gA)],aI().monotonic+gz,d=>b(dx(d[0])));}
function gZ(a){if(a.session.open)return map(bM(a),b=>({ifname:b.ifname,open:true}));return map(a.homes,b=>({ifname:b.ifname,open:false}));}
function ha(a,b){return bO(a)?{...a,logged:max(a.logged??0,b)}:a;}
function hb(a){const b=[];aF.windows=map(aF.windows,c=>{const d=gE(c,a);if(d!==c)push(b,[c,d]);return d;});if(length(b)>0)aS();for(let c in b)
if(gQ(c[0].session,c[1].session))gI(c[1],c[0].session);}
const hc=5000;let hd={told:'',revision:-1,until:0};function he(a){for(let b in aF.windows){const c=b.session.state==='waiting'&&b.cancelling===null;if((bP(b)&&!c)||gD(b,a))return false;}
return length(aF.closing)===0;}
function hf(){const a={},b=[],c=length(filter(aF.windows,bO))>0;for(let d in aF.windows)
if(bP(d))
for(let e in gZ(d))
a[e.ifname]=a[e.ifname]||e.open;for(let d in keys(aF.closing))a[d]=true;for(let d in keys(a)){push(b,cU(d,'get_clients'));if(a[d])push(b,cU(d,'wps_status'));}
if(c)push(b,dw(gA));ao(b,aI().monotonic+gz,d=>{const e=aI(),f=sprintf('%J',d),g=f===hd.told&&e.monotonic<hd.until;if(g&&aG()===hd.revision&&he(e))return gV();const h=c?dx(d[length(b)-1]):[],i=slice(h,-1)[0]?.id??null,j={};let k=0;for(let l in keys(a)){const m=d[k++];j[l]=a[l]?cZ(d[k++],m,gX(l,h)):da(m);}
hb(e);gR(j,e);if(i!==null)aF.windows=map(aF.windows,l=>ha(l,i));hd={told:f,revision:aG(),until:e.monotonic+hc};gV();});}
gB=ac.timer(-1,()=>az(hf));function hg(a){ao([dw(1)],aI().monotonic+gz,b=>{const c=pop(dx(b[0]))?.id??null;if(c===null)return;aF.windows=map(aF.windows,d=>d.session.id===a?{...d,logged:c}:d);aS();aE();});}
function hh(a){const b=aI(),c=bL({...a,id:ay(b.epoch)},b);aF.windows=filter([c,...aF.windows],(d,e)=>e<af||bP(d));aS();gH('started',c,null);gI(c,null);gV();hg(c.session.id);return cq(c,b);}
function hi(a){const b=[];for(let c in a)
if(c.ifname!==null)push(b,{ifname:c.ifname,section:c.section});return b;}
function hj(a,b){return{ifname:a.ifname??'',section:a.section,independent:a.independent,last:(b?.kind==='answer'?b.registrar:null)??cT,ending:null};}
function hk(a,b){const c=filter(b,d=>d.wps&&!d.independent&&index(a,d)<0);return length(c)===0;}
function hl(a,b,c){const d=filter(a,g=>{const h=c[g.ifname??'']??null;if(h?.kind!=='answer'||h.registrar?.pbc!=='Active')return false;if(aF.stuck[g.ifname??'']||aF.closing[g.ifname??''])return false;return gT({network:null,section:null,ifname:g.ifname})===null;});if(length(d)===0)return;const e=map(d,g=>hj(g,c[g.ifname??'']??null)),f=gT({network:null,section:a[0].section,ifname:null});if(f!==null&&f.session.origin==='external'){const g=f.session,h=[...g.ifnames,...map(e,i=>i.ifname)];aF.windows=map(aF.windows,i=>i===f?{...f,parts:[...f.parts,...e],session:{...g,ifnames:h}}:i);aS();return;}
hh({network:a[0].ssid,method:'pbc',origin:'external',by:null,parts:e,homes:hi(a),exclusive:hk(a,b)});}
function hm(a,b){aF.overlaps[a]=b.monotonic+al*1000;aS();aE();}
function hn(a,b,c){const d=a.session;dv(`WPS on "${d.network}" (${join(', ', d.ifnames)}): cancel, by ${b}`);aF.windows=map(aF.windows,e=>e.session.id===d.id?bQ(e,c):e);aS();}
function ho(a,b){for(let c in aF.windows)if(c.session.id===a)return cq(c,b);return null;}
function hp(a,b){for(let c in aF.windows)
if(length(filter(c.parts,d=>index(a,d.section)>=0))>0)
return cq(c,b);return null;}
function hq(a){for(let b in aF.windows)if(b.session.open)return cq(b,a);return null;}
function hr(a,b){return map(slice(aF.windows,0,b),c=>cq(c,a));}
function hs(){if(length(aF.overlaps)+length(aF.presses)+length(aF.closing)+length(aF.stuck)>0)
return false;for(let a in aF.windows)if(bP(a))return false;return aQ()===null;}
function ht(a){const b=a.args.limit??af;if(b<0)a.fail('invalid_argument','limit');else a.answer({entries:hr(aI(),min(b,af))});}
function hu(){const a=dr();if(a===null)return null;return{connected:a.connected,name:a.name,routers:map(a.routers,b=>({name:b.name,there:b.there,networks:map(b.networks,c=>({ssid:c.ssid,ready:c.ready,open:c.open}))}))};}
function hv(a){a.answer({house:dr()});}
let hw=null;function hx(){return cG('light')[0]?.options?.led??null;}
function hy(){return aF.light.shown!==null||hx()!==null||length(ap())>0;}
function hz(){hw={led:hy()?at(hx()):null};return hw.led;}
function hA(){return aF.light.shown?.led??(hw===null?hz():hw.led);}
const hB=aV('The Wi-Fi software did not answer.'),hC=aV('WPS is off on this network.'),hD={invalid_argument:{status:2,message:aV('The arguments are not valid.')},ambiguous_target:{status:2,message:aV('Several networks are ready: name one.')},pin_invalid:{status:2,message:aV('This is not a valid WPS PIN: check its digits.')},wps_not_supported:{status:3,message:aV('The running Wi-Fi software has no WPS.')},unknown_target:{status:4,message:aV('There is no such network or access point.')},unknown_device:{status:4,message:aV('No such device has joined by WPS.')},not_on_air:{status:4,message:aV('The network is configured, but not on the air.')},already_open:{status:6,message:aV('WPS is active already.')},busy:{status:6,message:aV('Another change is still under way.')},timeout:{status:7,message:hB},wps_disabled:{status:8,message:hC},overlap:{status:8,message:aV('Several devices asked to join within two minutes: stop WPS on the others and wait.')},unsuitable_network:{status:8,message:aV('WPS cannot work with the settings of this network.')},devices_would_go:{status:8,message:aV('Devices with keys of their own would lose them.')},button_absent:{status:8,message:aV('This version of OpenWrt leaves no place for the WPS button.')},not_saved:{status:9,message:aV('The settings could not be written.')},pin_unavailable:{status:8,message:aV('Joining by PIN needs the package hostapd-utils.')}};function hE(a,b){const c={code:a,message:hD[a].message};if(type(b)==='string')c.argument=`${b}`;if(type(b)==='int')c.devices=int(b??0);return{body:{error:c},status:hD[a].status};}
const hF=52,hG=144,hH=120,hI=128;function hJ(a){const b=a??hF;if(b<hF||b>hG)return 0;return b>=hH&&b<=hI?600000:60000;}
const hK={},hL={};function hM(a,b,c){if(b.kind==='answer'||a.band!=='5g'||a.up!==true)delete hL[a.name];else if(b.kind==='gone')hL[a.name]??=c+hJ(a.channel);}
function hN(){return length(hL)>0;}
function hO(a,b){return max(0,int(((hL[a.name]??0)-b)/1000));}
const hP=10000;let hQ=0,hR=0;function hS(a){const b=filter(a,e=>!exists(hK,e.radio.name)),c=aI().monotonic,d=length(b)>0?b:c-hQ<hP?[]:a;if(length(d)===0)return[];hQ=c;hR++;return[d[hR%length(d)]];}
function hT(){for(let a in keys(hK))delete hK[a];}
function hU(a,b){if(type(b?.data?.channel)==='int')hK[a]=b.data.channel;}
function hV(a){return hK[a.name]??a.channel;}
const hW='wpad-mbedtls';function hX(a){if(a.installed_has_wps===null)return null;if(a.installed_has_wps)
return a.running_has_wps===false?['service wpad restart','wifi']:null;const b=a.package,c=b===null?hW:replace(b,/-(basic|mini)/,'');if(c===b)return null;const d=b===null?'':` && opkg remove ${b}`,e=b===null?'':` '!${b}' && apk del ${b}`,f={opkg:`mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${c}${d} && opkg --cache /tmp/wpad install ${c} && reboot`,apk:`apk update && apk --cache-predownload add ${c}${e} && reboot`};return a.package_manager===null?null:[f[a.package_manager]];}
const hY='/usr/sbin/hostapd',hZ=500,ia=10000;let ib='',ic=false,id=0;function ie(){const a=aa.stat(hY);if(a===null)return false;const b=`${a.inode} ${a.size} ${a.mtime}`;if(b===ib)return ic;if(aI().monotonic<id)return null;const c=system([hY,'-vwps'],hZ);if(c<0||c>125){id=aI().monotonic+ia;return null;}
ib=b;ic=c===0;return ic;}
function ig(){if(aa.access('/lib/apk/db/installed'))return'apk';return aa.access('/usr/lib/opkg/status')?'opkg':null;}
function ih(){const a=/\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;for(let b in aa.glob('/lib/apk/packages/[hw]*.list','/usr/lib/opkg/info/[hw]*.control')){const c=match(b,a);if(c)return c[1];}
return null;}
let ii=null;const ij=['/lib/apk/packages','/usr/lib/opkg/info'],ik=[hY,ag,'/lib/apk/db','/usr/lib/opkg/status',...ij];function il(){ii=cB(ii,cA(ij),ih);return ii.value;}
function im(){return aa.access(hY)===true;}
function io(){return{package:il(),installed_has_wps:ie(),pin_available:aA(),package_manager:ig()};}
function ip(a){return filter(a,b=>b.capacity!==null);}
let iq=null;function ir(a){if(iq?.bsses!==a)iq={bsses:a,networks:bw(a)};return iq.networks;}
let it=null,iu=null;function iv(a){if(iu?.bsses===a)return iu;const b=filter(a,d=>d.ifname!==null),c=ip(b);iu={bsses:a,running:b,counted:c,calls:[...map(b,d=>cU(d.ifname??'','wps_status')),...map(c,d=>cU(d.ifname??'','get_clients'))]};return iu;}
const iw=3000;let ix=null;function iy(){ix?.set?.(iw);}
function iz(a,b,c,d){const e=a.bsses,f=gx(e),g=ir(e),h={networks:g,bsses:e,round:{},carriers:{},at:aI()};let i=false;if(gv(h.at.monotonic))iy();map(b,l=>hU(l.radio.name,pop(c)));const j=f&&hs()&&!hN(),k=j?sprintf('%J',c):'';if(j&&k===it?.told&&e===it?.bsses){h.round=it.round;return d(h);}
map(a.running,(l,m)=>{const n=index(a.counted,l),o=n<0?null:c[length(a.running)+n],p=cZ(c[m],o,[]);h.round[l.ifname??'']=p;i||=p.kind==='silent';hM(l.radio,p,h.at.monotonic);});gR(h.round,h.at);for(let l in g)hl(l,e,h.round);gV();it=j&&!i?{bsses:e,told:k,round:h.round}:null;d(i?null:h);}
const iA={object:'network.wireless',method:'status'};function iB(a,b){const c=iu,d=c===null?[]:hS(c.running),e=[iA,...(c?.calls??[]),...map(d,f=>cU(f.ifname??'','get_status'))];ao(e,a,f=>{const g=f[0];if(g.code!==ak&&g.code!==aj)return b(null);const h=fP(g.data);if(c!==null&&c.bsses===h)
return iz(c,d,slice(f,1),b);const i=iv(h),j=hS(i.running);ao([...i.calls,...map(j,k=>cU(k.ifname??'','get_status'))],a,k=>iz(i,j,k,b));});}
function iC(a,b){iB(a.deadline,c=>{if(c===null)a.fail('timeout');else b(c);});}
function iD(a,b){return a.round[b.ifname??'']??null;}
function iE(a,b){return iD(a,b)?.kind==='answer';}
function iF(a,b){return index(['answer','no_wps'],iD(a,b)?.kind)>=0;}
function iG(a){return(length(a.uplinks)>0&&length(filter(a.uplinks,b=>cr(b)===true))===0);}
function iH(a,b){if(!exists(a.carriers,b))a.carriers[b]=cr(b);return a.carriers[b];}
function iI(a,b){return iF(a,b)&&iH(a,b.ifname??'')!==false;}
function iJ(a){const b=map(values(a.round),c=>c?.kind);if(index(b,'answer')>=0)return true;return index(b,'no_wps')>=0?false:null;}
function iK(a){const b={...io(),running_has_wps:iJ(a)};return{...b,remedy:hX(b)};}
function iL(a,b){const c=iD(a,b),d=c?.kind==='answer'?c.clients:null;return b.capacity!==null&&d!==null&&length(d)>=b.capacity;}
function iM(a){return filter(a.networks,b=>length(filter(b,c=>c.wps&&!c.disabled))>0);}
function iN(a,b){const c=filter(a?.routers??[],d=>d.there);return length(filter(c,d=>length(filter(d.networks,e=>e.ssid===b))>0))>0;}
function iO(a){for(let b in a.bsses){const c=b.ifname??'';if(iE(a,b)&&cr(c)===false&&!iG(b))
aR(cU(c,'update_beacon'));}}
ix=ac.timer(-1,()=>az(()=>iB(aI().monotonic+iw,a=>{if(a!==null&&gv(a.at.monotonic))iO(a);})));function iP(a,b,c,d){const e=iF(a,b);return{answers:e,beacons:e?iH(a,b.ifname??''):null,uplink_away:iG(b),full:b.capacity!==null&&iL(a,b),overlap_left:gK(b,a.at),radar_left:hO(b.radio,a.at.monotonic),persistent:c!=='lost',elsewhere:c==='own'&&d!==null,apart:c!=='own'&&(d?.uuid??null)!==null&&lc(b.uuid??'')!==d?.uuid};}
let iQ=null;function iR(a,b){const c=hq(a.at),d={daemon:b,daemon_installed:im(),open:c===null?null:{remaining:c.remaining}},e=aQ()!==null,f=dr(),g=map(a.networks,i=>{const j=gn(i),k=iN(f,i[0].ssid)?f:null;return map(i,l=>iP(a,l,j,k));}),h=sprintf('%J',[d,e,g]);if(iQ?.networks!==a.networks||iQ?.text!==h){const i=length(iM(a)),j=map(a.networks,(k,l)=>{const m=hk(k,a.bsses);return bH(map(k,(n,o)=>{const p=!n.independent&&!m,q=bl({...d,...g[l][o],bss:n,flagged:i,grouped:p}),r={bss:n,problems:q,ready:bm(q)===null&&!e};return r;}));});iQ={networks:a.networks,text:h,wholes:j};}
return iQ.wholes;}
gG((a,b)=>{if(cP())av(a,b);});gG((a,b)=>{if(a.peer!==null&&!a.open)au(a,b);});gG((a,b)=>{if(hy())aw(a,b);});aU('hostapd.',(a,b)=>{hT();if(!b)gY(a);iy();});function iS(){if(aQ()!==null)aN();iy();gV();if(aF.light.shown!==null)aP();const a=fP(null);if(length(aF.keys)+length(filter(a,b=>aJ([b])!==null))===0)return;aO(a);aL(a);}
function iT(a,b){const c=b.bss,d=c.ifname;return{ifname:d,section:c.section,radio:c.radio.name,bssid:d===null?null:dP(d),band:c.radio.band,channel:hV(c.radio),enabled:c.wps,ready:b.ready,on_air:iI(a,c),problems:b.problems};}
function iU(a){const b=[];for(let c in a.opening){const d=c.radio.band;if(d!==null&&index(b,d)<0)push(b,d);}
return b;}
function iV(a,b){const c=map(b.places,e=>e.bss),d=bB(c);return{ssid:c[0].ssid,sections:d,bands:iU(b),enabled:b.enabled,ready:b.ready,keys:gn(c),problems:b.problems,session:hp(d,a.at),job:aD(d),access_points:map(b.places,e=>iT(a,e))};}
function iW(a){const b=iK(a);return{supported:b.running_has_wps===true,daemon:b,networks:map(iR(a,b),c=>iV(a,c)),button:fS(),light:hA(),guard:gf(),house:hu(),now:a.at.epoch};}
const iX=[cC,...ik];function iY(a){const b=cA(iX);if(!b.settled)return null;const c=[];for(let d in a.bsses){push(c,hV(d.radio),iG(d));if(d.ifname!==null)push(c,dP(d.ifname),iH(a,d.ifname));}
return sprintf('%J',[b.text,c,hA(),hu(),aG()]);}
let iZ=null;function ja(a){const b=iY(a);if(b!==null&&iZ?.round===a.round&&iZ?.text===b)
return{...iZ.status,now:a.at.epoch};const c=iW(a),d=b!==null&&c.daemon.installed_has_wps!==null;iZ=d?{round:a.round,text:`${b}`,status:c}:null;return c;}
function jb(a){iC(a,b=>a.answer(ja(b)));}
return{aN:fR,aR:bA,aS:bC,aT:fS,aU:dU,aV:dd,aZ:hn,bC:bs,bF:iK,bI:dT,bT:cv,bU:cr,bW:hy,bX:de,bY:hi,bZ:cU,cA:ds,cB:dn,cC:bD,cD:iE,cE:hk,cF:cW,cG:bo,cH:iI,cK:iF,cL:iG,cN:iR,cT:gn,cU:dw,cV:bM,cW:iB,cX:iC,cY:hz,dB:bw,dD:dv,dF:gU,dG:dt,dH:gT,dI:hh,dL:hj,dO:bt,dQ:fP,dR:da,dS:cL,dT:dx,dU:dQ,dW:gW,dX:hE,dY:hm,eA:cM,eB:cI,eF:iS,eK:bB,eM:iD,eO:ho,eQ:cG,eU:go,eV:gp,eW:dV,eX:dy,eZ:ht,fA:hv,fB:jb,fC:gx,fD:dS,fI:iO,fL:cO,fM:dR,fN:cH};};
