'use strict';import*as aa from'fs';import*as ab from'uci';import*as ac from'uloop';return ad=>{const ae=ad.aA,af=ad.aB,ag=ad.aC,ah=ad.aE,ai=ad.aF,aj=ad.aH,ak=ad.aI,al=ad.aL,am=ad.aO,an=ad.aP,ao=ad.aZ,ap=ad.bC,aq=ad.bD,ar=ad.bJ,at=ad.bK,au=ad.bL,av=ad.bM,aw=ad.bN,ax=ad.bP,ay=ad.bQ,az=ad.bU,aA=ad.cH,aB=ad.cI,aC=ad.cL,aD=ad.cN,aE=ad.cY,aF=ad.cZ,aG=ad.dB,aH=ad.dD,aI=ad.dI,aJ=ad.dL,aK=ad.dU,aL=ad.eC,aM=ad.eF,aN=ad.eG,aO=ad.eH,aP=ad.eI,aQ=ad.eM,aR=ad.fD,aS=ad.fF,aT=ad.fI;function aU(a){return a;}
const aV={fix:'package',refusal:'wps_not_supported'},aW={fix:'wireless',refusal:'unsuitable_network'},aX={fix:'wait',refusal:'not_on_air'},aY={fix:'wireless',refusal:null},aZ={no_daemon:aV,daemon_without_wps:aV,daemon_restart_needed:{...aV,fix:null},not_managed:{...aX,fix:null},radio_disabled:{...aX,fix:'wireless'},radio_stopped:{...aX,fix:'wireless'},radio_failed:{...aX,fix:'wireless'},multi_ap_backhaul:{...aW,fix:null},unknown_encryption:aW,open_network:aW,wep:aW,tkip_only:aW,enterprise:aW,wpa3_only:aW,bad_key:aW,ppsk:aW,mac_authentication:aW,hidden_ssid:aW,band_6ghz:{...aW,fix:null},wps_disabled:{fix:'enable',refusal:'wps_disabled'},unsaved_changes:{fix:'wireless',refusal:'busy'},radio_down:aX,radar_check:aX,not_on_air:aX,silent:{...aX,fix:'enable'},window_open:{fix:'wait',refusal:'already_open'},overlap:{fix:'wait',refusal:'overlap'},full:{fix:'wireless',refusal:'unsuitable_network'},mac_allow_list:aY,not_persistent:{...aY,fix:'enable'},bands_apart:{...aY,fix:'enable'},routers_apart:{...aY,fix:'enable'},shared_flag:aY,pin_exposed:{...aY,fix:'enable'},fast_roaming:aY,pmf_required:aY,other_routers:{...aY,fix:null}},ba='hostapd_bss_options';function bb(a,b){if(b.scripts==='ucode')return a;return filter(split(join(' ',a),/[ \t]+/),c=>c!=='');}
function bc(a,b){const c=`${b}=`,d=filter(a,e=>index(e,c)===0);return length(d)>0?substr(d[length(d)-1],length(c)):null;}
const bd=keys(aZ);function be(a,b){return length(filter(values(a.faults),c=>c===b))>0;}
function bf(a){const b=filter(keys(a.faults),c=>aZ[c].refusal==='unsuitable_network');return length(b)===0&&a.radio.managed;}
const bg=['fast_roaming','pmf_required'];function bh(a){const b={};for(let c in keys(a.faults))if(a.wps||index(bg,c)<0)b[c]=a.faults[c];return b;}
function bi(a){const b=a.bss,c=b.radio,d=a.daemon,e=c.refusal,f=!b.disabled&&!c.disabled,g=f&&(c.managed||a.answers),h=e!==null&&e.section===b.section&&be(b,e.option),i=g&&!a.answers&&(c.failed||e!==null),j=g&&!c.stopped&&!i&&a.radar_left===0;return{...bh(b),no_daemon:!a.daemon_installed,daemon_without_wps:a.daemon_installed&&d.installed_has_wps===false,daemon_restart_needed:d.installed_has_wps!==null&&d.running_has_wps===!d.installed_has_wps,not_managed:f&&!g&&'type',radio_disabled:!f&&'disabled',radio_stopped:g&&c.stopped,radio_failed:i&&!h&&!c.stopped&&(e?.option??true),unsaved_changes:b.unsaved||b.applied===false,radio_down:j&&c.up!==true,radar_check:f&&a.radar_left>0&&a.radar_left,not_on_air:j&&c.up===true&&!a.answers,silent:j&&a.answers&&a.beacons===false,full:a.full&&'maxassoc',window_open:a.open!==null&&(a.open.remaining??true),overlap:a.overlap_left>0&&a.overlap_left,not_persistent:b.wps&&bf(b)&&!a.persistent&&ba,shared_flag:b.wps&&(a.grouped?'wps_independent':a.flagged>1&&'wps_pushbutton'),routers_apart:b.wps&&a.apart&&'uuid',other_routers:b.wps&&a.elsewhere};}
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
function bP(a){const b=a.session.state==='waiting'&&a.cancelling===null;return b?a.since+al*1000:0;}
function bQ(a,b){const c=a.session.state==='connecting'?'still_trying':null;return{...a,cancelling:['cancelled',b??c]};}
function bR(a,b){return{...a,session:{...a.session,...b}};}
function bS(a,b,c){return bR(a,{state:b[0],reason:b[1],open:false,ended:c.epoch,peer:null});}
function bT(a,b){return{mac:a,name:null,ip:null,signal:b?.signal??null,authorized:b!==null&&b.authorized&&!b.wps};}
function bU(a,b){const c=a.session,d=b?.ifname??null;if(c.ifname===d)return a;return{...a,session:{...c,ifname:d,section:b?.section??null}};}
function bV(a,b,c,d){const e={...bU(a,b),until:d.monotonic+ag*1000};return bR(e,{state:'success',reason:null,open:false,ended:d.epoch,peer:bT(c,null)});}
function bW(a){const b=a?.kind==='answer'?a.clients:null;return filter(keys(b??{}),c=>b?.[c]?.wps===true)[0]??null;}
function bX(a,b){const c=bL(a),d=filter(c,g=>{const h=b[g.ifname]??null;return h?.kind==='answer'&&h.clients!==null;}),e=filter(d,g=>bW(b[g.ifname]??null)!==null)[0]??null,f={state:'waiting',reason:null,open:true,ended:null,peer:null};if(e!==null){const g=b[e.ifname]??null,h=bW(g)??'',i=g?.kind==='answer'?(g.clients?.[h]??null):null,j=a.session.peer?.mac===h&&a.session.peer?.signal===i?.signal;if(j&&a.session.ifname===e.ifname)return a;return bR(bU(a,e),{...f,state:'connecting',peer:bT(h,i)});}
if(a.session.state==='waiting'||length(d)<length(c))return a;return bR(bU(a,null),f);}
function bY(a,b,c,d){if(c)return['failed',b.reason??'authentication_failure'];if(a.cancelling!==null)return a.cancelling;return d>=al*1000?['timeout',null]:null;}
function bZ(a,b){if(a.cancelling!==null)return a.cancelling;if(b>=bI)return['timeout',null];return a.session.started===null?['timeout','start_not_seen']:['cancelled','elsewhere'];}
function ca(a,b){if(!b.independent)return['lost','sibling'];if(a.session.attempts_failed>0)return['failed',b.last.reason??'unknown'];return['lost','daemon_restarted'];}
function cb(a,b){if(b<=bH)return null;if(a.cancelling!==null)return a.cancelling;return a.session.started===null?['lost','stale']:['timeout','elsewhere'];}
function cc(a,b,c,d,e){if(a.session.method==='pin')return bY(a,b.last,d,e);switch(c){case'Active':return cb(a,e);case'Overlap':return['overlap','several_devices'];case'Timed-out':return bZ(a,e);default:return ca(a,b);}}
function cd(a,b){const c=a.result==='Success'?`WPS-REG-SUCCESS ${a.peer} `:'WPS-FAIL ';return a.result!=='None'&&length(filter(b,d=>index(d,c)===0))>0;}
function ce(a){const b=filter(a,c=>index(c,'WPS-REG-SUCCESS ')===0)[0]??null;return b===null?null:(split(b,' ')[1]??null);}
function cf(a,b){return{part:b===null?a:{...a,ending:b},mac:null,failed:false};}
function cg(a,b,c,d){const e=d.monotonic-a.since;if(c.kind==='gone'){const n=ce(c.told);return{...cf(b,n===null?['lost','access_point_gone']:null),mac:n};}
if(c.kind==='no_wps')return cf(b,['lost','daemon_restarted']);if(c.kind==='answer'&&c.registrar===null)return cf(b,null);const f=c.kind==='answer'?c.registrar:null;if(c.kind==='silent'||f===null||f.pbc==='Unknown'||f.result==='Unknown'){if(a.cancelling!==null)return cf(b,a.cancelling);return cf(b,e>bH?['lost','no_answer']:null);}
const g=b.last,h=f.result!==g.result||f.peer!==g.peer||f.reason!==g.reason,i=h||cd(f,c.told),j=i&&f.result==='Failed',k=h?{...b,last:f}:b;if(i&&f.result==='None')return cf(k,['lost','daemon_restarted']);const l=f.pbc==='Disabled'&&a.session.method==='pbc'&&b.independent;if(f.result==='Success'&&f.peer!==null&&(i||l))
return{part:k,mac:f.peer,failed:false};const m=j?{...a,session:{...a.session,attempts_failed:1}}:a;return{...cf(k,cc(m,k,f.pbc,j,e)),failed:j};}
const ch=['overlap','failed','timeout','cancelled','lost'];function ci(a){for(let b in ch)for(let c in a)if(c.ending?.[0]===b)return c.ending;return['lost','no_answer'];}
function cj(a,b){return b?.[0]==='overlap'||(b?.[0]==='failed'&&a.session.method==='pin');}
function ck(a,b,c){return b===c?a:map(a,d=>(d===b?c:d));}
function cl(a,b,c){let d=a.parts,e=a.session.attempts_failed,f=a.logged,g=null;for(let l in bL(a)){const m=b[l.ifname]??null;if(m===null)continue;const n=cg(a,l,m,c);d=ck(d,l,n.part);if(n.failed)e++;if(n.part.last!==l.last&&bM(a,l))f=null;if(n.mac!==null)g??=n;}
if(d===a.parts&&e===a.session.attempts_failed&&g===null)
return bX(a,b);const h=filter(d,l=>l.ending===null),i=filter(d,l=>cj(a,l.ending))[0]??null,j={...a,parts:d,logged:f,session:{...a.session,attempts_failed:e}};if(g!==null)return bV(j,g.part,g.mac??'',c);if(i!==null)return bS(j,ci([i]),c);if(length(h)>0){j.session.ifnames=bJ(h);return bX(j,b);}
const k=filter(d,l=>l.ending?.[1]==='sibling'&&l.last.result==='Success')[0]??null;if(a.exclusive&&k!==null)return bV(j,k,k.last.peer??'',c);return bS(j,ci(d),c);}
function cm(a,b,c,d){const e=a.session;if(e.state!=='success')return a;const f=e.peer,g={...a,until:null};let h=true;for(let i in a.homes){const j=c[i.ifname]??null;if(j===null||(j.kind==='answer'&&j.clients===null))h=false;if(j?.kind!=='answer')continue;const k=bT(f.mac,j.clients?.[f.mac]??null);if(k.authorized)
return bR(bU(g,i),{state:'joined',open:false,ended:e.ended,reason:null,peer:{...f,authorized:true,signal:k.signal}});}
if(d.monotonic>=b+(h?0:bH-al*1000))
return bR(g,{state:'success',open:false,ended:e.ended,reason:'not_connected',peer:f});return a;}
function cn(a,b,c){if(a.session.open)return cl(a,b,c);return a.until===null?a:cm(a,a.until,b,c);}
function co(a,b){if(b.session.open||!a.session.open)return[];return filter(b.parts,c=>c.ending===null&&c.ifname!==b.session.ifname);}
function cp(a,b,c){const d=a.session,e=d.peer;if(e===null||(e.name===b&&e.ip===c))return a;return bR(a,{...d,peer:{...e,name:b,ip:c}});}
function cq(a,b){const c=a.session,d=c.open?max(0,al-int((b.monotonic-a.since)/1000)):0;return{...c,remaining:c.started===null?null:d};}
function cr(a){const b=`/sys/class/net/${a}/carrier`,c=aa.readfile(b,1);if(c===null)return aa.access(b)===true?false:null;return c==='1'?true:c==='0'?false:null;}
const cs='/etc/rc.button/wps',ct='/etc/rc.wps/';let cu=null;function cv(){cu??=index(aa.readfile(cs)??'',ct)>=0;return cu;}
const cw=5,cx=2000;let cy=0,cz=0;function cA(a){const b=aH(),c=b.epoch*1000-b.monotonic;if(c-cy>cx||cy-c>cx){cy=c;cz++;}
const d=[cz];let e=0;for(let f in a){const g=aa.stat(f);if(g===null)push(d,0);else{push(d,g.inode,g.ctime);e=max(e,g.ctime);}}
return{text:join(' ',d),settled:e<b.epoch-cw};}
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
function cO(a,b){return aL(a,b,'network',true);}
function cP(){return length(aa.glob('/etc/hostapd-wps-*.psk'))>0;}
function cQ(){return aa.glob('/etc/hostapd-wps-*.psk','/etc/hostapd-wps-*.psk.new','/etc/hostapd-wps-*.cred','/etc/hostapd-wps-*.cred.new');}
const cR=['Disabled','Active','Timed-out','Overlap'],cS=['None','Success','Failed'],cT={pbc:'Disabled',result:'None',reason:null,peer:null};function cU(a,b){return{object:`hostapd.${a}`,method:b};}
const cV=/([0-9a-f]{2}:){5}[0-9a-f]{2}/;function cW(a){return match(a,cV)?.[0]===a;}
function cX(a){const b=a.last_wps_result,c=a.reason==='Authentication Failure',d=a.peer_address;return{pbc:index(cR,a.pbc_status)<0?'Unknown':a.pbc_status,result:index(cS,b)<0?'Unknown':b,reason:c?'authentication_failure':a.reason?'unknown':null,peer:type(d)==='string'&&cW(d)?d:null};}
function cY(a){const b={};for(let c in keys(a?.clients??{})){const d=a.clients[c];b[lc(c)]={authorized:d.authorized===true,wps:d.wps===true,signal:type(d.signal)==='int'?d.signal:null};}
return b;}
function cZ(a,b,c){if(a.code===ah)return{kind:'no_wps'};if(a.code===ai)return{kind:'gone',told:c};if(a.code!==aj||type(a.data)!=='object')return{kind:'silent'};return{kind:'answer',registrar:cX(a.data),clients:b?.code===aj?cY(b.data):null,told:c};}
function da(a){if(a.code===ai)return{kind:'gone',told:[]};if(a.code!==aj)return{kind:'silent'};return{kind:'answer',registrar:null,clients:cY(a.data),told:[]};}
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
const dq='/var/run/luci-wps-house.json';function dr(){return aa.readfile(dq);}
function ds(){const a=dr();if(a===null)return null;try{const b=json(a);return type(b?.routers)==='array'&&type(b.connected)==='bool'?b:null;}catch{return null;}}
function dt(){return cG('house')[0]?.options?.uuid??null;}
function du(a,b){aQ({object:'luci.wps.house',method:'start',args:{network:a,session:b}});}
let dv=null;try{dv=require('log');}catch{dv=null;}
function dw(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(dv)dv.syslog(dv.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function dx(a){return{object:'log',method:'read',args:{lines:a,stream:false}};}
function dy(a){return a?.data?.log??[];}
function dz(a){am('luci.wps',a);}
const dA='/etc/config/wireless';function dB(){const a=ab.cursor()??die('uci');a.load(dA);return a;}
function dC(){return dB().get_all('wireless')??{};}
const dD='/var/run/rpcd',dE=/[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/;function dF(){const a={},b=['/tmp/.uci'];for(let c in aa.lsdir(dD)??[])
if(index(c,'uci-')===0)push(b,`${dD}/${c}`);for(let c in b){const d=aa.readfile(`${c}/wireless`);if(d===null)continue;for(let e in split(d,'\n')){const f=match(e,dE);if(f?.[0]===e)a[f[1]]=true;}}
return a;}
function dG(){const a=[];for(let b in aa.lsdir('/lib/netifd/wireless')??[]){if(substr(b,-3)==='.sh')push(a,substr(b,0,length(b)-3));}
return a;}
const dH='/usr/share/ucode/wifi/ap.uc',dI='/lib/netifd/hostapd.sh',dJ='/lib/netifd/wireless.uc',dK=[dH,dI,dJ],dL=[dA,...dK];function dM(){return cA(dK);}
function dN(){return cA(dL);}
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
function eD(a,b){const c=ef(a,dX,b);return{section:a,options:c,lines:bb(c.hostapd_bss_options??[],b),software:b};}
function eE(a){const b=length(a);return b===64?match(a,/[0-9A-Fa-f]+/)?.[0]===a:b>=8&&b<64;}
function eF(a,b,c,d){const e=bc(a.lines,b);return e===null?{value:c,option:d}:{value:e,option:ba};}
function eG(a,b,c){return a.software.scripts!=='ucode'||(a.section[b]??null)!==null?b:c;}
function eH(a){const b=match(a,/ *-?[0-9]+/)?.[0]??'';return b!==''&&index(a,b)===0?int(trim(b)):0;}
function eI(a){return filter(split(a,' '),b=>b!=='');}
function eJ(a){return a.software.scripts==='ucode'&&type(a.section.encryption)==='array';}
const eK={auth:'unknown',wpa:2,ciphers:[],akms:[]};function eL(a){const b=eJ(a)?eK:ez(a.options.encryption,a.software),c=bc(a.lines,'wpa'),d=bc(a.lines,'wpa_key_mgmt'),e=bc(a.lines,'rsn_pairwise')??bc(a.lines,'wpa_pairwise');return{auth:b.auth,wpa:c===null?b.wpa:eH(c),akms:d===null?b.akms:eI(d),ciphers:e===null?b.ciphers:eI(e)};}
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
function eW(a){return bc(a.lines,'uuid')??a.options.uuid;}
function eX(a){return bc(a.lines,'ssid')??a.options.ssid??'';}
function eY(a){return filter(ae,b=>index([null,'',false],a.options[b])<0)[0]??null;}
function eZ(a,b){const c=a.options.key;if(c!==null&&eE(c))return false;const d=b||a.options.wpa_psk_file!==null;return!d||(c!==null&&(length(c)===64||a.software.scripts!=='ucode'));}
const fa=['ok','wpa3_only','tkip_only'];function fb(a,b,c){const d=a.options,e=eB(b),f=eB(eL({...a,lines:[]})),g=eQ(a,b),h=eR(a),i=eM(a),j=eT(a),k=eY(a),l={};if(d.multi_ap===1)return{multi_ap_backhaul:'multi_ap'};if(e!=='ok')l[e]=e===f?'encryption':ba;if(eP(a,b))l.ppsk='ppsk';else{if(index(fa,e)>=0&&eZ(a,c))l.bad_key='key';if(eH(g.value)===2)l.mac_authentication=g.option;}
if(eH(i.value)!==0)l.hidden_ssid=i.option;if(eH(j.value)!==2)l.wps_disabled=j.option;if(eH(g.value)===1)l.mac_allow_list=g.option;if(k!==null)l.pin_exposed=k;if(d.ieee80211r===true&&b.wpa>=2)l.fast_roaming='ieee80211r';const m=index(b.akms,'SAE')<0||b.auth==='psk-sae-compat';if(e==='ok'&&m&&eH(h.value)===2)l.pmf_required=h.option;return l;}
const fc={b:'2g',g:'2g',a:'5g'};function fd(a){const b=`${a.channel ?? ''}`;return match(b,/[0-9]+/)?.[0]===b?int(b):0;}
function fe(a,b){const c=`${a.hwmode ?? ''}`,d=index(c,'11')===0?substr(c,2):c;if(index(['a','b','g','ad'],d)>=0)return d;return b.scripts!=='ucode'&&fd(a)>14?'a':'g';}
function ff(a,b){const c=a.band??null;if(index(['2g','5g','6g'],c)>=0)return c;if(c==='60g'||(c!==null&&b.scripts==='ucode'))return null;return fc[fe(a,b)]??null;}
const fg={access_network_type:[0,15],iw_access_network_type:[0,15],anqp_domain_id:[0,65535],assoc_sa_query_max_timeout:[1,4294967295],ieee80211w_max_timeout:[1,4294967295],assoc_sa_query_retry_timeout:[1,4294967295],ieee80211w_retry_timeout:[1,4294967295],dtim_period:[1,255],dynamic_vlan:['0','1','2'],eapol_version:['1','2'],ieee80211w:['0','1','2'],macfilter:['allow','deny'],ocv:[0,15],reassociation_deadline:[1000,65535],sae_pwe:['0','1','2'],time_advertisement:['0','2'],transition_disable:['on','off','0','1','sae','sae-pk','wpa3','owe']},fh=['transition_disable'],fi={band:['2g','5g','6g','60g'],beacon_int:[15,65535],cell_density:[0,3],chanbw:['5','10','20'],he_bss_color:[1,128],htmode:[...['NOHT','HT20','HT40-','HT40+','HT40','VHT20','VHT40','VHT80','VHT160'],...['HE20','HE40','HE80','HE160','EHT20','EHT40','EHT80','EHT160','EHT320']],log_level:[0,4],mbssid:[0,2],require_mode:['n','ac','ax'],rx_stbc:[0,4],vht160:[0,2],vht_link_adapt:[0,3],vht_max_a_mpdu_len_exp:[0,7],vht_max_mpdu:['3895','7991','11454']};function fj(a,b,c,d){if(index(fh,a)>=0)return length(filter(ed(b),g=>index(c,g)<0))===0;const e=ec(b,d);if(type(c[0])==='string')return index(c,e===null?b:`${e}`)>=0;const f=c;return e===null||((f[0]===0||e>=f[0])&&e<=f[1]);}
function fk(a,b,c){if(c.scripts!=='ucode')return null;const d=f=>(a[f]??null)!==null,e=f=>!fj(f,a[f],b[f],c);return filter(keys(b),f=>d(f)&&e(f))[0]??null;}
function fl(a,b){return fk(a,fg,b);}
function fm(a,b){return fk(a,fi,b);}
const fn=32,fo=2007;function fp(a){const b=a.options.auth_server??a.options.auth_server_addr??[],c=bc(a.lines,'eap_server')??a.section.eap_server??'0';return length(b)>0||(a.section.server??null)!==null||c==='1';}
function fq(a){return a===null||match(a,/[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/)!==null;}
function fr(a){return a===''||index(a,'#')===0||match(a,/[a-z][a-z0-9_]*=.*/)?.[0]===a;}
function fs(a,b){const c=a.options.key;if(eP(a,b))return false;if(c===null)return a.software.scripts==='old'&&a.options.wpa_psk_file===null;return!eE(c)&&(length(c)===64||a.software.scripts!=='ucode');}
function ft(a,b){const c=a.options,d=c.ieee80211r===true&&b.wpa>=2&&b.auth!=='psk',e=b.auth==='owe'?null:c.key;return(a.software.scripts==='shell'&&d&&e===null&&(a.section.auth_secret??null)===null);}
function fu(a){const b=a.options.multi_ap_backhaul_key;return(a.options.multi_ap>0&&!!a.options.multi_ap_backhaul_ssid&&b!==null&&length(b)<8);}
function fv(a,b){const c=a.options,d=eB(b),e=a.software.scripts!=='ucode',f=length(c.ssid??'');if(f>fn||(e&&f===0))return'ssid';if(index([null,0,1,2,3],c.multi_ap)<0)return'multi_ap';if((c.maxassoc??c.max_num_sta??0)>fo)return'maxassoc';if(d==='wep')return'encryption';if(d==='unknown_encryption'&&(eJ(a)||c.wpa_psk_file===null))
return'encryption';if(eP(a,b)&&eH(eQ(a,b).value)!==2)
return'macfilter';if(b.auth==='eap'&&!fp(a))return'auth_server';if(eO(b)&&fs(a,b))return'key';if(ft(a,b))return'ieee80211r';if(e&&eS(a)&&fu(a))return'multi_ap_backhaul_key';if(eS(a)&&!fq(eW(a)))return'uuid';if(eS(a)&&length(c.wps_device_name??'')>fn)return'wps_device_name';return length(filter(a.lines,g=>!fr(g)))>0?ba:null;}
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
let fL=null,fM=null;function fN(){fL=cB(fL,dM(),()=>fK(dO()));return fL.value;}
function fO(){fM=cB(fM,dN(),()=>fJ(dC(),fN()));return fM.value;}
let fP=null;function fQ(a){const b=fO(),c=dF(),d=dG(),e=sprintf('%J',[a,c,d]);if(fP?.configuration!==b||fP?.told!==e)
fP={configuration:b,told:e,bsses:ep(b,a,c,d)};return fP.bsses;}
const fR=['network','off','stock'];function fS(a){return filter(fR,b=>b===a)[0]??null;}
function fT(){const a=cG('button')[0]?.options??{},b=fS(a.action??null)??'network';return{present:cv(),action:b,network:b==='network'?(a.network??null):null};}
const fU=0x100e,fV=0x1026,fW=0x1045,fX=0x1003,fY=0x100f,fZ=0x1027,ga=0x1020,gb=0x0020,gc=0x0008;function gd(a){return chr(int(a/256),a%256);}
function ge(a,b){return gd(a)+gd(length(b))+b;}
function gf(a,b){return ge(fU,ge(fV,chr(1))+
ge(fW,a)+
ge(fX,gd(gb))+
ge(fY,gd(gc))+
ge(fZ,b)+
ge(ga,chr(255,255,255,255,255,255)));}
function gg(){const a=cG('guard')[0]??null;return a===null?null:{when:int(a.options.when??'0'),sections:a.lists.section??[]};}
function gh(a){const b=dR(a,['encryption','ssid','key']);if(eC(b.encryption,fN())!=='ok')return'';if(b.key===null||b.ssid===null)return null;return gf(`${b.ssid}`,`${b.key}`);}
function gi(a){return`wps=1 00:00:00:00:00:00 ${dR(a, ['key']).key ?? ''}\n`;}
function gj(a){const b=a.psk_file??'';return aA(b,'psk')&&cN(b)&&cK(b,gi(a.section))===true;}
function gk(a){const b=aq(a.raw);if(b!==null)return cK(b,gh(a.section)??'')===false?'lost':'shared';if(!aA(a.psk_file,'psk'))return'lost';return gj(a)?'shared':'own';}
let gl={},gm=null;function gn(a){return(gl[a.section]??=gk(a));}
function go(a){const b=map(filter(a,c=>c.wps),gn);if(length(b)===0||index(b,'lost')>=0)return'lost';return index(b,'own')>=0?'own':'shared';}
function gp(a,b){const c=gh(b);if(c===null)return false;return cK(a,c)===true||cO(a,c);}
function gq(a){return aJ(a)!==null;}
function gr(a,b){return{hostapd_bss_options:[...aw(a.raw),...aS(a.raw),...ap(b)]};}
function gs(a){const b=['/etc'];for(let c in a)
for(let d in[aq(c.raw),aA(c.psk_file,'psk')?c.psk_file:null])
if(d!==null&&index(b,d)<0)push(b,d);return b;}
function gt(a){if(gg()!==null)return;const b=aP()?.former??{};for(let c in keys(b)){const d=b[c].hostapd_bss_options??[];a[`${b[c].wpa_psk_file ?? ''}`]=true;a[aq(type(d)==='array'?d:[])??'']=true;}
for(let c in cQ())
if(!a[c]&&(!aA(c,'psk')||aB(c)))cM(c);}
let gu=0;const gv=30000;function gw(a){return gu>0&&a-gu<gv;}
function gx(a){const b={},c={};let d=false,e=0;for(let f in a){const g=aq(f.raw),h=g===null?null:gh(f.section);if(g!==null)b[g]=true;if(g!==null&&h!==null&&cK(g,h)===false){e++;const j=f.applied===true&&cJ(g)?aG(g,f.section):g;b[j]=true;if(cO(j,h)&&j!==g)c[f.section]=gr(f,j);}
const i=aA(f.psk_file,'psk')?f.psk_file:null;if(i===null||b[i])continue;b[i]=true;if(!cJ(i)){e++;d=gq(i)||d;}}
gt(b);if(length(c)>0&&dS(c)){aQ({object:'network',method:'reload'});gu=aH().monotonic;}
if(d)aQ({object:'hostapd',method:'reload'});return e===0&&aP()===null;}
function gy(a){const b=cA(gs(a));if(gm?.bsses===a&&gm.text===b.text)return true;gl={};gm=gx(a)&&b.settled?{bsses:a,text:b.text}:null;return false;}
const gz=1000,gA=900,gB=50;let gC=null;const gD=120;function gE(a,b){const c=a.session.peer;return c!==null&&c.ip===null&&b.epoch-(a.session.ended??b.epoch)<=gD;}
function gF(a,b){const c=a.session.peer;if(c===null||!gE(a,b))return a;const d=dp(c.mac);return cp(a,d.name,d.ip);}
const gG=[];function gH(a){push(gG,a);}
function gI(a,b,c){const d=cq(b,aH()),e=d.peer,f=d.reason===null?'':` (${d.reason})`,g=e===null?'':`, device ${e.name ?? e.mac}`,h=c!==null||d.by===null?'':`, by ${d.by}`,i=d.ifname??join(', ',d.ifnames);dw(`WPS on "${d.network}" (${i}): ${a}${f}${g}${h}`);dz({type:a,session:d});}
function gJ(a,b){const c=cq(a,aH());map(gG,d=>ay(()=>d(c,b)));}
function gK(a){let b=0;for(let c in aE.presses){const d=index(c.spared,a.ifname)>=0||(!c.independent&&!a.independent);if(!d)b=max(b,c.until);}
return b;}
function gL(a,b){const c=max(aE.overlaps[a.ifname??'']??0,gK(a));return max(0,int((c-b.monotonic+999)/1000));}
function gM(a,b,c){if(b.kind!=='answer'||b.registrar===null)return;const d=aE.overlaps[a]??null;if(b.registrar.pbc==='Overlap'){if(d!==null)return;aE.overlaps[a]=c.monotonic+ak*1000;}else if(d!==null&&(b.registrar.pbc==='Active'||d<=c.monotonic))
delete aE.overlaps[a];else return;aR();}
function gN(a,b){const c=filter(a.parts,e=>e.ifname===a.session.ifname)[0]??null;if(c===null||a.session.method==='pin')return;const d=b.monotonic+ak*1000;aE.presses=[{spared:[c.ifname],independent:c.independent,until:d},...aE.presses];}
function gO(a){const b=filter(aE.presses,c=>c.until>a.monotonic);if(length(b)===length(aE.presses))return;aE.presses=b;aR();}
function gP(a){for(let b in a)aE.closing[b.ifname]=true;for(let b in bz(a))aQ(cU(b.ifname,'wps_cancel'));}
function gQ(a,b){if(!exists(aE.closing,a))return;if(b.kind==='answer'&&b.registrar?.pbc==='Active')aQ(cU(a,'wps_cancel'));else if(b.kind!=='silent'){delete aE.closing[a];aR();}}
function gR(a,b,c){const d=b.session,e=a.session.state;if(d.state==='lost')for(let f in b.parts)aE.stuck[f.ifname]=true;if(d.state==='success'&&e!=='success')gN(b,c);gP(co(a,b));if(d.state==='failed'&&d.method==='pin')
for(let f in bz(b.parts))aQ(cU(f.ifname,'wps_cancel'));aR();if(d.state!=='waiting')gI(d.state,b,e);gJ(b,a.session);}
function gS(a,b){return a.reason!==b.reason||a.peer?.name!==b.peer?.name;}
function gT(a,b){for(let d in keys(a)){const e=a[d]??null;if(e===null)continue;gM(d,e,b);gQ(d,e);if(e.kind==='answer'&&e.registrar!==null&&e.registrar.pbc!=='Active'&&exists(aE.stuck,d)){delete aE.stuck[d];aR();}}
gO(b);const c=[];aE.windows=map(aE.windows,d=>{const e=bO(d)?gF(cn(d,a,b),b):d;if(e===d)return d;aR();push(c,[d,e]);return e;});map(c,d=>{if(d[1].session.state!==d[0].session.state)gR(d[0],d[1],b);else if(gS(d[0].session,d[1].session))gJ(d[1],d[0].session);});}
function gU(a,b){if(a.network!==null)return b.session.network===a.network;if(a.section!==null)
return length(filter(b.parts,c=>c.section===a.section))>0;if(a.ifname!==null)return index(b.session.ifnames,a.ifname)>=0;return true;}
function gV(a){return pop(filter(aE.windows,b=>b.session.open&&gU(a,b)));}
function gW(){return gV(bm);}
function gX(){if(gC?.remaining?.()===-1)gC.set(gz);}
function gY(){const a=aH(),b=filter(aE.windows,c=>bO(c)||gE(c,a));aD();if(length(b)+length(aE.closing)>0)gX();}
function gZ(a,b,c){const d=map(a,e=>cU(e,'wps_status'));an(d,b,e=>{const f={};map(a,(h,i)=>{f[h]=cZ(e[i],null,[]);});const g=aH();gT(f,g);gY();c(g,f);});}
function ha(a,b){for(let c in aE.windows)
if(length(filter(bL(c),d=>d.ifname===a))>0)
return df(a,c.logged,b);return[];}
function hb(a){const b=d=>{gT({[a]:{kind:'gone',told:ha(a,d)}},aH());gY();};if(exists(aE.overlaps,a))aE.overlaps[a]=0;for(let d in aE.presses)push(d.spared,a);aR();const c=d=>d.logged!==null&&length(filter(bL(d),e=>e.ifname===a))>0;if(length(filter(aE.windows,c))===0)b([]);else an([dx(gB)],aH().monotonic+gA,d=>b(dy(d[0])));}
function hc(a){if(a.session.open)return map(bL(a),b=>({ifname:b.ifname,open:true}));return map(a.homes,b=>({ifname:b.ifname,open:false}));}
let hd=null;function he(){const a=aF();if(hd?.revision===a)return hd;const b={},c=[],d=length(filter(aE.windows,bN))>0;for(let e in aE.windows)
if(bO(e))
for(let f in hc(e))
b[f.ifname]=b[f.ifname]||f.open;for(let e in keys(aE.closing))b[e]=true;for(let e in keys(b)){push(c,cU(e,'get_clients'));if(b[e])push(c,cU(e,'wps_status'));}
if(d)push(c,dx(gB));hd={revision:a,questions:b,calls:c,logged:d};return hd;}
function hf(a,b){return bN(a)?{...a,logged:max(a.logged??0,b)}:a;}
function hg(a){const b=[];aE.windows=map(aE.windows,c=>{const d=gF(c,a);if(d!==c)push(b,[c,d]);return d;});if(length(b)>0)aR();for(let c in b)
if(gS(c[0].session,c[1].session))gJ(c[1],c[0].session);}
let hh={told:'',course:null,until:0};function hi(a){let b=a.monotonic+al*1000;for(let c in aE.windows){if(bO(c))b=min(b,bP(c));if(gE(c,a))return 0;}
return length(aE.closing)>0?0:b;}
function hj(){const a=he();an(a.calls,aH().monotonic+gA,b=>{const c=aH(),d=sprintf('%J',b),e=a===hh.course&&a.revision===aF()&&d===hh.told;if(e&&c.monotonic<hh.until){aD();return gX();}
const f=a.logged?dy(b[length(a.calls)-1]):[],g=slice(f,-1)[0]?.id??null,h={};let i=0;for(let j in keys(a.questions)){const k=b[i++];h[j]=a.questions[j]?cZ(b[i++],k,ha(j,f)):da(k);}
hg(c);gT(h,c);if(g!==null)aE.windows=map(aE.windows,j=>hf(j,g));hh={told:d,course:a,until:hi(c)};gY();});}
gC=ac.timer(-1,()=>ay(hj));function hk(a){an([dx(1)],aH().monotonic+gA,b=>{const c=pop(dy(b[0]))?.id??null;if(c===null)return;aE.windows=map(aE.windows,d=>d.session.id===a?{...d,logged:c}:d);aR();aD();});}
function hl(a){const b=aH(),c=bK({...a,id:ax(b.epoch)},b);aE.windows=filter([c,...aE.windows],(d,e)=>e<af||bO(d));aR();gI('started',c,null);gJ(c,null);gY();hk(c.session.id);return cq(c,b);}
function hm(a){const b=[];for(let c in a)
if(c.ifname!==null)push(b,{ifname:c.ifname,section:c.section});return b;}
function hn(a,b){return{ifname:a.ifname??'',section:a.section,independent:a.independent,last:(b?.kind==='answer'?b.registrar:null)??cT,ending:null};}
function ho(a,b){const c=filter(b,d=>d.wps&&!d.independent&&index(a,d)<0);return length(c)===0;}
function hp(a,b,c){const d=filter(a,g=>{const h=c[g.ifname??'']??null;if(h?.kind!=='answer'||h.registrar?.pbc!=='Active')return false;if(aE.stuck[g.ifname??'']||aE.closing[g.ifname??''])return false;return gV({network:null,section:null,ifname:g.ifname})===null;});if(length(d)===0)return;const e=map(d,g=>hn(g,c[g.ifname??'']??null)),f=gV({network:null,section:a[0].section,ifname:null});if(f!==null&&f.session.origin==='external'){const g=f.session,h=[...g.ifnames,...map(e,i=>i.ifname)];aE.windows=map(aE.windows,i=>i===f?{...f,parts:[...f.parts,...e],session:{...g,ifnames:h}}:i);aR();return;}
hl({network:a[0].ssid,method:'pbc',origin:'external',by:null,parts:e,homes:hm(a),exclusive:ho(a,b)});}
function hq(a,b){aE.overlaps[a]=b.monotonic+ak*1000;aR();aD();}
function hr(a,b,c){const d=a.session;dw(`WPS on "${d.network}" (${join(', ', d.ifnames)}): cancel, by ${b}`);aE.windows=map(aE.windows,e=>e.session.id===d.id?bQ(e,c):e);aR();}
function hs(a,b){for(let c in aE.windows)if(c.session.id===a)return cq(c,b);return null;}
function ht(a,b){for(let c in aE.windows)
if(length(filter(c.parts,d=>index(a,d.section)>=0))>0)
return cq(c,b);return null;}
function hu(a){for(let b in aE.windows)if(b.session.open)return cq(b,a);return null;}
function hv(a,b){return map(slice(aE.windows,0,b),c=>cq(c,a));}
let hw={revision:-1,is:false};function hx(){const a=aF();if(hw.revision!==a){const b=length(aE.overlaps)+
length(aE.presses)+
length(aE.closing)+
length(aE.stuck)+
length(filter(aE.windows,bO));hw={revision:a,is:b===0&&aP()===null};}
return hw.is;}
function hy(a){const b=a.args.limit??af;if(b<0)a.fail('invalid_argument','limit');else a.answer({entries:hv(aH(),min(b,af))});}
function hz(){const a=ds();if(a===null)return null;return{connected:a.connected,name:a.name,routers:map(a.routers,b=>({name:b.name,there:b.there,networks:map(b.networks,c=>({ssid:c.ssid,ready:c.ready,open:c.open}))}))};}
function hA(a){a.answer({house:ds()});}
let hB=null;function hC(){return cG('light')[0]?.options?.led??null;}
function hD(){return aE.light.shown!==null||hC()!==null||length(ao())>0;}
function hE(){hB={led:hD()?ar(hC()):null};return hB.led;}
function hF(){return aE.light.shown?.led??(hB===null?hE():hB.led);}
const hG=aU('The Wi-Fi software did not answer.'),hH=aU('WPS is off on this network.'),hI={invalid_argument:{status:2,message:aU('The arguments are not valid.')},ambiguous_target:{status:2,message:aU('Several networks are ready: name one.')},pin_invalid:{status:2,message:aU('This is not a valid WPS PIN: check its digits.')},wps_not_supported:{status:3,message:aU('The running Wi-Fi software has no WPS.')},unknown_target:{status:4,message:aU('There is no such network or access point.')},unknown_device:{status:4,message:aU('No such device has joined by WPS.')},not_on_air:{status:4,message:aU('The network is configured, but not on the air.')},already_open:{status:6,message:aU('WPS is active already.')},busy:{status:6,message:aU('Another change is still under way.')},timeout:{status:7,message:hG},wps_disabled:{status:8,message:hH},overlap:{status:8,message:aU('Several devices asked to join within two minutes: stop WPS on the others and wait.')},unsuitable_network:{status:8,message:aU('WPS cannot work with the settings of this network.')},devices_would_go:{status:8,message:aU('Devices with keys of their own would lose them.')},button_absent:{status:8,message:aU('This version of OpenWrt leaves no place for the WPS button.')},not_saved:{status:9,message:aU('The settings could not be written.')},pin_unavailable:{status:8,message:aU('Joining by PIN needs the package hostapd-utils.')}};function hJ(a,b){const c={code:a,message:hI[a].message};if(type(b)==='string')c.argument=`${b}`;if(type(b)==='int')c.devices=int(b??0);return{body:{error:c},status:hI[a].status};}
const hK=52,hL=144,hM=120,hN=128;function hO(a){const b=a??hK;if(b<hK||b>hL)return 0;return b>=hM&&b<=hN?600000:60000;}
const hP={},hQ={};function hR(a,b,c){if(b.kind==='answer'||a.band!=='5g'||a.up!==true)delete hQ[a.name];else if(b.kind==='gone')hQ[a.name]??=c+hO(a.channel);}
function hS(){return length(hQ)>0;}
function hT(a,b){return max(0,int(((hQ[a.name]??0)-b)/1000));}
const hU=10000;let hV=0,hW=0;function hX(a){return!exists(hP,a.radio.name);}
function hY(a){const b=aH().monotonic;let c=b-hV<hU?[]:a;for(let d in a)if(hX(d))c=filter(a,hX);if(length(c)===0)return[];hV=b;hW++;return[c[hW%length(c)]];}
function hZ(){for(let a in keys(hP))delete hP[a];}
function ia(a,b){if(type(b?.data?.channel)==='int')hP[a]=b.data.channel;}
function ib(a){return hP[a.name]??a.channel;}
const ic='wpad-mbedtls';function id(a){if(a.installed_has_wps===null)return null;if(a.installed_has_wps)
return a.running_has_wps===false?['service wpad restart','wifi']:null;const b=a.package,c=b===null?ic:replace(b,/-(basic|mini)/,'');if(c===b)return null;const d=b===null?'':` && opkg remove ${b}`,e=b===null?'':` '!${b}' && apk del ${b}`,f={opkg:`mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${c}${d} && opkg --cache /tmp/wpad install ${c} && reboot`,apk:`apk update && apk --cache-predownload add ${c}${e} && reboot`};return a.package_manager===null?null:[f[a.package_manager]];}
const ie='/usr/sbin/hostapd',ig=500,ih=10000;let ii='',ij=false,ik=0;function il(){const a=aa.stat(ie);if(a===null)return false;const b=`${a.inode} ${a.size} ${a.mtime}`;if(b===ii)return ij;if(aH().monotonic<ik)return null;const c=system([ie,'-vwps'],ig);if(c<0||c>125){ik=aH().monotonic+ih;return null;}
ii=b;ij=c===0;return ij;}
function im(){if(aa.access('/lib/apk/db/installed'))return'apk';return aa.access('/usr/lib/opkg/status')?'opkg':null;}
function io(){const a=/\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;for(let b in aa.glob('/lib/apk/packages/[hw]*.list','/usr/lib/opkg/info/[hw]*.control')){const c=match(b,a);if(c)return c[1];}
return null;}
let ip=null;const iq=['/lib/apk/packages','/usr/lib/opkg/info'],ir=[ie,...iq];function it(){ip=cB(ip,cA(iq),io);return ip.value;}
function iu(){return aa.access(ie)===true;}
function iv(){return{package:it(),installed_has_wps:il(),pin_available:az(),package_manager:im()};}
function iw(a){return filter(a,b=>b.capacity!==null);}
let ix=null;function iy(a){if(ix?.bsses===a)return ix;const b=filter(a,d=>d.ifname!==null),c=iw(b);ix={bsses:a,networks:bv(a),running:b,counted:c,calls:[...map(b,d=>cU(d.ifname??'','wps_status')),...map(c,d=>cU(d.ifname??'','get_clients'))],files:[...dL,cC,...ir,...gs(a)]};return ix;}
const iz=3000;let iA=null;function iB(){iA?.set?.(iz);}
function iC(a,b){if(!hx()||hS())return null;const c=cA(a.files);if(!c.settled)return null;const d=[];for(let e in a.bsses){push(d,ib(e.radio));if(e.ifname!==null)push(d,dQ(e.ifname),cr(e.ifname));for(let f in e.uplinks)push(d,cr(f));}
return sprintf('%J',[b,c.text,dF(),dG(),az(),d,dr(),hF(),aF()]);}
let iD=null;function iE(a,b,c,d){const e=a.bsses,f=gy(e),g=a.networks,h={networks:g,bsses:e,round:{},carriers:{},at:aH(),sight:null};let i=false;map(a.running,(j,k)=>{const l=index(a.counted,j),m=l<0?null:b[length(a.running)+l],n=cZ(b[k],m,[]);h.round[j.ifname??'']=n;i||=n.kind==='silent';hR(j.radio,n,h.at.monotonic);});gT(h.round,h.at);for(let j in g)hp(j,e,h.round);gY();if(f&&!i)h.sight=c;iD=h;d(i?null:h);}
const iF={object:'network.wireless',method:'status'};function iG(a,b){const c=ix,d=c===null?[]:hY(c.running),e=[iF,...(c?.calls??[]),...map(d,f=>cU(f.ifname??'','get_status'))];an(e,a,f=>{const g=f[0];if(g.code!==aj&&g.code!==ai)return b(null);for(let m in d)ia(m.radio.name,pop(f));const h=aH();if(gw(h.monotonic))iB();const i=c===null?null:iC(c,f);if(i!==null&&i===iD?.sight)return b({...iD,at:h});const j=fQ(g.data);if(c!==null&&c.bsses===j)
return iE(c,slice(f,1),i,b);const k=iy(j),l=hY(k.running);an([...k.calls,...map(l,m=>cU(m.ifname??'','get_status'))],a,m=>{for(let n in l)ia(n.radio.name,pop(m));iE(k,m,null,b);});});}
function iH(a,b){iG(a.deadline,c=>{if(c===null)a.fail('timeout');else b(c);});}
function iI(a,b){return a.round[b.ifname??'']??null;}
function iJ(a,b){return iI(a,b)?.kind==='answer';}
function iK(a,b){return index(['answer','no_wps'],iI(a,b)?.kind)>=0;}
function iL(a){return(length(a.uplinks)>0&&length(filter(a.uplinks,b=>cr(b)===true))===0);}
function iM(a,b){if(!exists(a.carriers,b))a.carriers[b]=cr(b);return a.carriers[b];}
function iN(a,b){return iK(a,b)&&iM(a,b.ifname??'')!==false;}
function iO(a){const b=map(values(a.round),c=>c?.kind);if(index(b,'answer')>=0)return true;return index(b,'no_wps')>=0?false:null;}
function iP(a){const b={...iv(),running_has_wps:iO(a)};return{...b,remedy:id(b)};}
function iQ(a,b){const c=iI(a,b),d=c?.kind==='answer'?c.clients:null;return b.capacity!==null&&d!==null&&length(d)>=b.capacity;}
function iR(a){return filter(a.networks,b=>length(filter(b,c=>c.wps&&!c.disabled))>0);}
function iS(a,b){const c=filter(a?.routers??[],d=>d.there);return length(filter(c,d=>length(filter(d.networks,e=>e.ssid===b))>0))>0;}
function iT(a){for(let b in a.bsses){const c=b.ifname??'';if(iJ(a,b)&&cr(c)===false&&!iL(b))
aQ(cU(c,'update_beacon'));}}
iA=ac.timer(-1,()=>ay(()=>iG(aH().monotonic+iz,a=>{if(a!==null&&gw(a.at.monotonic))iT(a);})));function iU(a,b,c,d){const e=iK(a,b);return{answers:e,beacons:e?iM(a,b.ifname??''):null,uplink_away:iL(b),full:b.capacity!==null&&iQ(a,b),overlap_left:gL(b,a.at),radar_left:hT(b.radio,a.at.monotonic),persistent:c!=='lost',elsewhere:c==='own'&&d!==null,apart:c!=='own'&&(d?.uuid??null)!==null&&lc(b.uuid??'')!==d?.uuid};}
let iV=null;function iW(a,b){const c=hu(a.at),d={daemon:b,daemon_installed:iu(),open:c===null?null:{remaining:c.remaining}},e=aP()!==null,f=ds(),g=map(a.networks,i=>{const j=go(i),k=iS(f,i[0].ssid)?f:null;return map(i,l=>iU(a,l,j,k));}),h=sprintf('%J',[d,e,g]);if(iV?.networks!==a.networks||iV?.text!==h){const i=length(iR(a)),j=map(a.networks,(k,l)=>{const m=ho(k,a.bsses);return bG(map(k,(n,o)=>{const p=!n.independent&&!m,q=bk({...d,...g[l][o],bss:n,flagged:i,grouped:p}),r={bss:n,problems:q,ready:bl(q)===null&&!e};return r;}));});iV={networks:a.networks,text:h,wholes:j};}
return iV.wholes;}
gH((a,b)=>{if(cP())au(a,b);});gH((a,b)=>{if(a.peer!==null&&!a.open)at(a,b);});gH((a,b)=>{if(hD())av(a,b);});aT('hostapd.',(a,b)=>{hZ();if(!b)hb(a);iB();});function iX(){if(aP()!==null)aM();iB();gY();if(aE.light.shown!==null)aO();const a=fQ(null);if(length(aE.keys)+length(filter(a,b=>aI([b])!==null))===0)return;aN(a);aK(a);}
function iY(a,b){const c=b.bss,d=c.ifname;return{ifname:d,section:c.section,radio:c.radio.name,bssid:d===null?null:dQ(d),band:c.radio.band,channel:ib(c.radio),enabled:c.wps,ready:b.ready,on_air:iN(a,c),problems:b.problems};}
function iZ(a){const b=[];for(let c in a.opening){const d=c.radio.band;if(d!==null&&index(b,d)<0)push(b,d);}
return b;}
function ja(a,b){const c=map(b.places,e=>e.bss),d=bA(c);return{ssid:c[0].ssid,sections:d,bands:iZ(b),enabled:b.enabled,ready:b.ready,keys:go(c),problems:b.problems,session:ht(d,a.at),job:aC(d),access_points:map(b.places,e=>iY(a,e))};}
function jb(a){const b=iP(a);return{supported:b.running_has_wps===true,daemon:b,networks:map(iW(a,b),c=>ja(a,c)),button:fT(),light:hF(),guard:gg(),house:hz(),now:a.at.epoch};}
let jc=null;function jd(a){const b=a.sight;if(b!==null&&jc?.sight===b)return{...jc.status,now:a.at.epoch};const c=jb(a),d=c.daemon.installed_has_wps!==null;jc=d&&b!==null?{sight:b,status:c}:null;return c;}
function je(a){iH(a,b=>a.answer(jd(b)));}
return{aM:fS,aQ:bz,aR:bB,aS:fT,aT:dV,aU:dd,aY:hr,bB:br,bE:iP,bH:dU,bS:cv,bT:cr,bV:hD,bW:de,bX:hm,bY:cU,bZ:dt,cA:dn,cB:bC,cC:iJ,cD:ho,cE:cW,cF:bn,cG:iN,cJ:iK,cK:iL,cM:iW,cS:go,cT:dx,cU:bL,cV:iG,cW:iH,cX:hE,dA:bv,dC:dw,dE:gW,dF:du,dG:gV,dH:hl,dK:hn,dN:bs,dP:fQ,dQ:da,dR:cL,dS:dy,dT:dR,dV:gZ,dW:hJ,dX:hq,dZ:cM,eA:cI,eE:iX,eJ:bA,eL:iI,eN:hs,eP:cG,eT:gp,eU:gq,eV:dW,eW:dz,eY:hy,eZ:hA,fA:je,fB:gy,fC:dT,fH:iT,fK:cO,fL:dS,fM:cH};};
