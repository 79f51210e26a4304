'use strict';import*as aa from'fs';import*as ab from'uci';import*as ac from'uloop';return ad=>{const ae=ad.aA,af=ad.aB,ag=ad.aC,ah=ad.aD,ai=ad.aF,aj=ad.aG,ak=ad.aI,al=ad.aJ,am=ad.aM,an=ad.aP,ao=ad.aQ,ap=ad.bA,aq=ad.bD,ar=ad.bE,at=ad.bK,au=ad.bL,av=ad.bM,aw=ad.bN,ax=ad.bO,ay=ad.bQ,az=ad.bR,aA=ad.bV,aB=ad.cI,aC=ad.cJ,aD=ad.cM,aE=ad.cO,aF=ad.cV,aG=ad.dA,aH=ad.dB,aI=ad.dD,aJ=ad.dF,aK=ad.dK,aL=ad.dN,aM=ad.dW,aN=ad.eE,aO=ad.eH,aP=ad.eI,aQ=ad.eJ,aR=ad.eK,aS=ad.eO,aT=ad.fF,aU=ad.fH,aV=ad.fK;function aW(a){return a;}
const aX={fix:'package',refusal:'wps_not_supported'},aY={fix:'wireless',refusal:'unsuitable_network'},aZ={fix:'wait',refusal:'not_on_air'},ba={fix:'wireless',refusal:null},bb={no_daemon:aX,daemon_without_wps:aX,daemon_restart_needed:{...aX,fix:null},not_managed:{...aZ,fix:null},radio_disabled:{...aZ,fix:'wireless'},radio_stopped:{...aZ,fix:'wireless'},radio_failed:{...aZ,fix:'wireless'},multi_ap_backhaul:{...aY,fix:null},unknown_encryption:aY,open_network:aY,wep:aY,tkip_only:aY,enterprise:aY,wpa3_only:aY,bad_key:aY,ppsk:aY,mac_authentication:aY,hidden_ssid:aY,band_6ghz:{...aY,fix:null},wps_disabled:{fix:'enable',refusal:'wps_disabled'},unsaved_changes:{fix:'wireless',refusal:'busy'},radio_down:aZ,radar_check:aZ,not_on_air:aZ,silent:{...aZ,fix:'enable'},window_open:{fix:'wait',refusal:'already_open'},overlap:{fix:'wait',refusal:'overlap'},full:{fix:'wireless',refusal:'unsuitable_network'},mac_allow_list:ba,not_persistent:{...ba,fix:'enable'},bands_apart:{...ba,fix:'enable'},routers_apart:{...ba,fix:'enable'},shared_flag:ba,pin_exposed:{...ba,fix:'enable'},fast_roaming:ba,pmf_required:ba,other_routers:{...ba,fix:null}},bc='hostapd_bss_options';function bd(a,b){if(b.scripts==='ucode')return a;return filter(split(join(' ',a),/[ \t]+/),c=>c!=='');}
function be(a,b){const c=`${b}=`,d=filter(a,e=>index(e,c)===0);return length(d)>0?substr(d[length(d)-1],length(c)):null;}
const bf=keys(bb);function bg(a,b){return length(filter(values(a.faults),c=>c===b))>0;}
function bh(a){const b=filter(keys(a.faults),c=>bb[c].refusal==='unsuitable_network');return length(b)===0&&a.radio.managed;}
const bi=['fast_roaming','pmf_required'];function bj(a){const b={};for(let c in keys(a.faults))if(a.wps||index(bi,c)<0)b[c]=a.faults[c];return b;}
function bk(a){const b=a.bss,c=b.radio,d=a.daemon,e=c.refusal,f=!b.disabled&&!c.disabled,g=f&&(c.managed||a.answers),h=e!==null&&e.section===b.section&&bg(b,e.option),i=g&&!a.answers&&(c.failed||e!==null),j=g&&!c.stopped&&!i&&a.radar_left===0;return{...bj(b),no_daemon:!a.daemon_installed,daemon_without_wps:a.daemon_installed&&d.installed_has_wps===false,daemon_restart_needed:d.installed_has_wps!==null&&d.running_has_wps===!d.installed_has_wps,not_managed:f&&!g&&'type',radio_disabled:!f&&'disabled',radio_stopped:g&&c.stopped,radio_failed:i&&!h&&!c.stopped&&(e?.option??true),unsaved_changes:b.unsaved||b.applied===false,radio_down:j&&c.up!==true,radar_check:f&&a.radar_left>0&&a.radar_left,not_on_air:j&&c.up===true&&!a.answers,silent:j&&a.answers&&a.beacons===false,full:a.full&&'maxassoc',window_open:a.open!==null&&(a.open.remaining??true),overlap:a.overlap_left>0&&a.overlap_left,not_persistent:b.wps&&bh(b)&&!a.persistent&&bc,shared_flag:b.wps&&(a.grouped?'wps_independent':a.flagged>1&&'wps_pushbutton'),routers_apart:b.wps&&a.apart&&'uuid',other_routers:b.wps&&a.elsewhere};}
function bl(a,b,c){if(a==='silent'&&c.uplink_away)return'wait';if(a==='wps_disabled'&&b===bc)return'wireless';return bb[a].fix;}
function bm(a){const b=bk(a),c=[];for(let d in bf){const e=b[d]??false;if(e===false)continue;const f=bb[d];push(c,{code:d,severity:f.refusal===null?'warning':'error',option:type(e)==='string'?`${e}`:null,fix:bl(d,e,a),seconds:type(e)==='int'?int(e):null,sections:[a.bss.section]});}
return c;}
function bn(a){return filter(a,b=>b.severity==='error')[0]??null;}
const bo={network:null,section:null,ifname:null};function bp(a,b){if(a.network!==null)return b[0].ssid===a.network;if(a.section!==null)return length(filter(b,c=>c.section===a.section))>0;if(a.ifname!==null)return length(filter(b,c=>c.ifname===a.ifname))>0;return true;}
function bq(a){return(a===null?null:bb[a.code].refusal)??'wps_disabled';}
function br(a,b){if(a.ifname!==null){const c=filter(b.places,d=>d.bss.ifname===a.ifname)[0];return c.ready?{error:null,whole:b,opening:[c.bss]}:{error:bq(bn(c.problems))};}
return b.ready?{error:null,whole:b,opening:b.opening}:{error:bq(b.obstacle)};}
function bs(a){const b=filter(a,d=>d.enabled),c=length(b)>0?b:a;return{error:length(c)===1?bq(c[0].obstacle):'wps_disabled'};}
function bt(a,b){const c=b.network!==null||b.section!==null||b.ifname!==null,d=filter(a,f=>bp(b,map(f.places,g=>g.bss)));if(c&&length(d)===0)return{error:'unknown_target'};if(length(d)===1&&(c||d[0].ready))return br(b,d[0]);const e=filter(d,f=>f.ready);if(length(e)===1)return br(b,e[0]);if(length(e)>1)return{error:'ambiguous_target'};return c?{error:bq(d[0].obstacle)}:bs(d);}
function bu(a,b){if(b!==null)return{...bo,network:b};const c=filter(a,d=>d.enabled)[0]??null;return c===null?null:{...bo,section:c.places[0].bss.section};}
const bv=['ok','wpa3_only','tkip_only'];function bw(a){return index(bv,a.protection)>=0?'personal':a.protection;}
function bx(a){const b=[],c={};for(let d in a){const e=`${d.key_number} ${bw(d)} ${d.ssid}`,f=c[e]??-1;if(f>=0)push(b[f],d);else{c[e]=length(b);push(b,[d]);}}
return b;}
function by(a){return length(filter(a,b=>b.independent))===0;}
function bz(a){if(length(a)<2||by(a))return true;const b=a[0].uuid;return b!==null&&length(filter(a,c=>c.uuid!==b))===0;}
function bA(a){if(bz(a))return a;return slice([...filter(a,b=>b.radio.band==='2g'),...a],0,1);}
function bB(a){const b=filter(a,c=>!c.independent);return[...slice(b,0,1),...filter(a,c=>c.independent)];}
function bC(a){const b=[];for(let c in a)if(index(b,c.section)<0)push(b,c.section);return b;}
function bD(a){return map(a,b=>b.bss);}
function bE(a){const b=filter(a.problems,c=>bb[c.code].refusal==='unsuitable_network'&&c.code!=='full');return length(b)===0;}
function bF(a){const b={};for(let d in a){const e=b[d.code]??null;if(e===null)b[d.code]={...d,sections:[...d.sections]};else{for(let f in d.sections)
if(index(e.sections,f)<0)push(e.sections,f);if(e.seconds!==null)e.seconds=min(e.seconds,d.seconds??e.seconds);}}
const c=[];for(let d in keys(bb)){const e=b[d]??null;if(e!==null)push(c,e);}
return c;}
function bG(a){if(bz(a))return[];const b=bb.bands_apart;return[{code:'bands_apart',severity:'warning',option:'wps_independent',fix:b.fix,seconds:null,sections:bC(a)}];}
function bH(a){const b=bn(a.problems);return b===null?length(bb):index(keys(bb),b.code);}
function bI(a){const b=filter(a,f=>f.bss.wps&&!f.bss.disabled),c=filter(a,f=>f.ready),d=bG(bD(b));let e=a[0];for(let f in a){for(let g in f.problems)push(d,g);if(bH(f)>bH(e))e=f;}
return{places:a,enabled:length(b)>0,ready:length(c)>0,opening:bA(bD(c)),problems:bF(d),obstacle:length(c)>0?null:bn(e.problems)};}
const bJ=(am+5)*1000,bK=(am-2)*1000;function bL(a){return map(a,b=>b.ifname);}
function bM(a,b){return{session:{id:a.id,network:a.network,ifnames:bL(a.parts),ifname:null,section:null,method:a.method,origin:a.origin,by:a.by,state:'waiting',open:true,started:a.origin==='external'?null:b.epoch,ended:null,duration:am,remaining:null,attempts_failed:0,reason:null,peer:null},parts:a.parts,homes:a.homes,exclusive:a.exclusive,since:b.monotonic,logged:null,cancelling:null,until:null};}
function bN(a){return a.session.open?filter(a.parts,b=>b.ending===null):[];}
function bO(a,b){return a.session.method==='pin'||!b.independent||b.last.result==='Failed';}
function bP(a){const b=filter(bN(a),c=>bO(a,c)&&c.last.result!=='None');return length(b)>0;}
function bQ(a){return a.session.open||a.until!==null;}
function bR(a,b){const c=a.session.state==='connecting'?'still_trying':null;return{...a,cancelling:['cancelled',b??c]};}
function bS(a,b){return{...a,session:{...a.session,...b}};}
function bT(a,b,c){return bS(a,{state:b[0],reason:b[1],open:false,ended:c.epoch,peer:null});}
function bU(a,b){return{mac:a,name:null,ip:null,signal:b?.signal??null,authorized:b!==null&&b.authorized&&!b.wps};}
function bV(a,b){const c=a.session,d=b?.ifname??null;if(c.ifname===d)return a;return{...a,session:{...c,ifname:d,section:b?.section??null}};}
function bW(a,b,c,d){const e={...bV(a,b),until:d.monotonic+ah*1000};return bS(e,{state:'success',reason:null,open:false,ended:d.epoch,peer:bU(c,null)});}
function bX(a){const b=a?.kind==='answer'?a.clients:null;return filter(keys(b??{}),c=>b?.[c]?.wps===true)[0]??null;}
function bY(a,b){const c=bN(a),d=filter(c,g=>{const h=b[g.ifname]??null;return h?.kind==='answer'&&h.clients!==null;}),e=filter(d,g=>bX(b[g.ifname]??null)!==null)[0]??null,f={state:'waiting',reason:null,open:true,ended:null,peer:null};if(e!==null){const g=b[e.ifname]??null,h=bX(g)??'',i=g?.kind==='answer'?(g.clients?.[h]??null):null,j=a.session.peer?.mac===h&&a.session.peer?.signal===i?.signal;if(j&&a.session.ifname===e.ifname)return a;return bS(bV(a,e),{...f,state:'connecting',peer:bU(h,i)});}
if(a.session.state==='waiting'||length(d)<length(c))return a;return bS(bV(a,null),f);}
function bZ(a,b,c,d){if(c)return['failed',b.reason??'authentication_failure'];if(a.cancelling!==null)return a.cancelling;return d>=am*1000?['timeout',null]:null;}
function ca(a,b){if(a.cancelling!==null)return a.cancelling;if(b>=bK)return['timeout',null];return a.session.started===null?['timeout','start_not_seen']:['cancelled','elsewhere'];}
function cb(a,b){if(!b.independent)return['lost','sibling'];if(a.session.attempts_failed>0)return['failed',b.last.reason??'unknown'];return['lost','daemon_restarted'];}
function cc(a,b){if(b<=bJ)return null;if(a.cancelling!==null)return a.cancelling;return a.session.started===null?['lost','stale']:['timeout','elsewhere'];}
function cd(a,b,c,d,e){if(a.session.method==='pin')return bZ(a,b.last,d,e);switch(c){case'Active':return cc(a,e);case'Overlap':return['overlap','several_devices'];case'Timed-out':return ca(a,e);default:return cb(a,b);}}
function ce(a,b){const c=a.result==='Success'?`WPS-REG-SUCCESS ${a.peer} `:'WPS-FAIL ';return a.result!=='None'&&length(filter(b,d=>index(d,c)===0))>0;}
function cf(a){const b=filter(a,c=>index(c,'WPS-REG-SUCCESS ')===0)[0]??null;return b===null?null:(split(b,' ')[1]??null);}
function cg(a,b){return{part:b===null?a:{...a,ending:b},mac:null,failed:false};}
function ch(a,b,c,d){const e=d.monotonic-a.since;if(c.kind==='gone'){const n=cf(c.told);return{...cg(b,n===null?['lost','access_point_gone']:null),mac:n};}
if(c.kind==='no_wps')return cg(b,['lost','daemon_restarted']);if(c.kind==='answer'&&c.registrar===null)return cg(b,null);const f=c.kind==='answer'?c.registrar:null;if(c.kind==='silent'||f===null||f.pbc==='Unknown'||f.result==='Unknown'){if(a.cancelling!==null)return cg(b,a.cancelling);return cg(b,e>bJ?['lost','no_answer']:null);}
const g=b.last,h=f.result!==g.result||f.peer!==g.peer||f.reason!==g.reason,i=h||ce(f,c.told),j=i&&f.result==='Failed',k=h?{...b,last:f}:b;if(i&&f.result==='None')return cg(k,['lost','daemon_restarted']);const l=f.pbc==='Disabled'&&a.session.method==='pbc'&&b.independent;if(f.result==='Success'&&f.peer!==null&&(i||l))
return{part:k,mac:f.peer,failed:false};const m=j?{...a,session:{...a.session,attempts_failed:1}}:a;return{...cg(k,cd(m,k,f.pbc,j,e)),failed:j};}
const ci=['overlap','failed','timeout','cancelled','lost'];function cj(a){for(let b in ci)for(let c in a)if(c.ending?.[0]===b)return c.ending;return['lost','no_answer'];}
function ck(a,b){return b?.[0]==='overlap'||(b?.[0]==='failed'&&a.session.method==='pin');}
function cl(a,b,c){return b===c?a:map(a,d=>(d===b?c:d));}
function cm(a,b,c){let d=a.parts,e=a.session.attempts_failed,f=a.logged,g=null;for(let l in bN(a)){const m=b[l.ifname]??null;if(m===null)continue;const n=ch(a,l,m,c);d=cl(d,l,n.part);if(n.failed)e++;if(n.part.last!==l.last&&bO(a,n.part))f=null;if(n.mac!==null)g??=n;}
if(d===a.parts&&e===a.session.attempts_failed&&g===null)
return bY(a,b);const h=filter(d,l=>l.ending===null),i=filter(d,l=>ck(a,l.ending))[0]??null,j={...a,parts:d,logged:f,session:{...a.session,attempts_failed:e}};if(g!==null)return bW(j,g.part,g.mac??'',c);if(i!==null)return bT(j,cj([i]),c);if(length(h)>0){j.session.ifnames=bL(h);return bY(j,b);}
const k=filter(d,l=>l.ending?.[1]==='sibling'&&l.last.result==='Success')[0]??null;if(a.exclusive&&k!==null)return bW(j,k,k.last.peer??'',c);return bT(j,cj(d),c);}
function cn(a,b,c,d){const e=a.session;if(e.state!=='success')return a;const f=e.peer,g={...a,until:null};let h=true;for(let i in a.homes){const j=c[i.ifname]??null;if(j===null||(j.kind==='answer'&&j.clients===null))h=false;if(j?.kind!=='answer')continue;const k=bU(f.mac,j.clients?.[f.mac]??null);if(k.authorized)
return bS(bV(g,i),{state:'joined',open:false,ended:e.ended,reason:null,peer:{...f,authorized:true,signal:k.signal}});}
if(d.monotonic>=b+(h?0:bJ-am*1000))
return bS(g,{state:'success',open:false,ended:e.ended,reason:'not_connected',peer:f});return a;}
function co(a){const b=a.session;if(b.state!=='success')return a;const c={...b.peer,authorized:true};return bS({...a,until:null},{state:'joined',open:false,ended:b.ended,reason:null,peer:c});}
function cp(a,b,c){if(a.session.open)return cm(a,b,c);return a.until===null?a:cn(a,a.until,b,c);}
function cq(a,b){if(b.session.open||!a.session.open)return[];return filter(b.parts,c=>(c.ending===null||c.ending[0]==='overlap')&&c.ifname!==b.session.ifname);}
function cr(a,b,c){const d=a.session,e=d.peer;if(e===null||(e.name===b&&e.ip===c))return a;return bS(a,{...d,peer:{...e,name:b,ip:c}});}
function cs(a,b){const c=a.session,d=c.open?max(0,am-int((b.monotonic-a.since)/1000)):0;return{...c,remaining:c.started===null?null:d};}
function ct(a){const b=`/sys/class/net/${a}/carrier`,c=aa.readfile(b,1);if(c===null)return aa.access(b)===true?false:null;return c==='1'?true:c==='0'?false:null;}
const cu='/etc/rc.button/wps',cv='/etc/rc.wps/';let cw=null;function cx(){cw??=index(aa.readfile(cu)??'',cv)>=0;return cw;}
const cy=5,cz=2000;let cA=0,cB=0;function cC(a){const b=aJ(),c=b.epoch*1000-b.monotonic;if(c-cA>cz||cA-c>cz){cA=c;cB++;}
let d=`${cB}`,e=true;for(let f in a){const g=aa.stat(f);d+=g===null?'/':`/${g.inode} ${g.size} ${g.ctime}`;if(g!==null&&g.ctime>=b.epoch-cy)e=false;}
return{text:d,settled:e};}
function cD(a,b,c){if(a?.text===b.text)return a;return{text:b.settled?b.text:'',value:c()};}
const cE='/etc/config/wps';let cF=null;function cG(){const a=ab.cursor()??die('uci');a.load(cE);return a;}
function cH(){const a={};cG().foreach('wps',null,b=>{const c={},d={};for(let e in keys(b))
if(substr(e,0,1)==='.')continue;else if(type(b[e])==='array')d[e]=b[e];else c[e]=`${b[e]}`;a[b['.type']]??=[];push(a[b['.type']],{name:b['.name'],options:c,lists:d});});return a;}
function cI(a){cF=cD(cF,cC([cE]),cH);return cF.value[a]??[];}
function cJ(a,b,c){if(aa.access(cE)!==true&&aa.writefile(cE,'')===null)return false;const d=cG();d.set('wps',a,b);for(let e in keys(c)){const f=c[e];if(f!==null)d.set('wps',a,e,f);else if((d.get('wps',a,e)??null)!==null)d.delete('wps',a,e);}
return d.commit()===true;}
function cK(a){if(length(a)===0)return true;const b=cG();for(let c in a)if((b.get('wps',c)??null)!==null)b.delete('wps',c);return b.commit()===true;}
function cL(a){return aa.access(a)===true;}
function cM(a,b){const c=aa.readfile(a);if(c===null&&cL(a))return null;return c===b;}
function cN(a){return aa.readfile(a);}
function cO(a){aa.unlink(a);}
function cP(a){return(aa.stat(a)?.size??0)<90;}
function cQ(a,b){return aN(a,b,'network',true);}
function cR(){return length(aa.glob('/etc/hostapd-wps-*.psk'))>0;}
function cS(){return aa.glob('/etc/hostapd-wps-*.psk','/etc/hostapd-wps-*.psk.new','/etc/hostapd-wps-*.cred','/etc/hostapd-wps-*.cred.new');}
const cT=['Disabled','Active','Timed-out','Overlap'],cU=['None','Success','Failed'],cV={pbc:'Disabled',result:'None',reason:null,peer:null};function cW(a,b){return{object:`hostapd.${a}`,method:b};}
const cX=/([0-9a-f]{2}:){5}[0-9a-f]{2}/;function cY(a){return match(a,cX)?.[0]===a;}
function cZ(a){const b=a.last_wps_result,c=a.reason==='Authentication Failure',d=a.peer_address;return{pbc:index(cT,a.pbc_status)<0?'Unknown':a.pbc_status,result:index(cU,b)<0?'Unknown':b,reason:c?'authentication_failure':a.reason?'unknown':null,peer:type(d)==='string'&&cY(d)?d:null};}
function da(a){const b={};for(let c in keys(a?.clients??{})){const d=a.clients[c];b[lc(c)]={authorized:d.authorized===true,wps:d.wps===true,signal:type(d.signal)==='int'?d.signal:null};}
return b;}
function db(a,b,c){if(a.code===ai)return{kind:'no_wps'};if(a.code===aj)return{kind:'gone',told:c};if(a.code!==ak||type(a.data)!=='object')return{kind:'silent'};return{kind:'answer',registrar:cZ(a.data),clients:b?.code===ak?da(b.data):null,told:c};}
function dc(a){if(a.code===aj)return{kind:'gone',told:[]};if(a.code!==ak)return{kind:'silent'};return{kind:'answer',registrar:null,clients:da(a.data),told:[]};}
const dd=/hostapd(\[[0-9]+\])?: ([A-Za-z0-9._-]+): (.*)/;function de(a){const b=match(a.msg,dd);return b?.[0]===a.msg?{ifname:b[2],text:b[3]}:null;}
function df(a){const b=[];for(let c in a){const d=split(de(c)?.text??'',' ');if(d[0]!=='AP-STA-CONNECTED'||length(d)<3||!cY(d[1]))continue;if(index(d[2],'keyid=')===0)
push(b,{mac:d[1],id:substr(d[2],length('keyid='))});}
return b;}
function dg(a,b,c){if(length(c)===0||c[0].id>b+1||c[length(c)-1].id<b)return null;for(let d in c){const e=de(d);if(d.id<=b||e===null||index(a,e.ifname)<0)continue;if(index(e.text,'CTRL-EVENT-EAP-STARTED ')===0)return true;}
return false;}
function dh(a,b,c){const d=[];for(let e in c){const f=de(e);if(f?.ifname!==a||e.id<=(b??e.id))continue;if(index(f.text,'WPS-')===0)push(d,f.text);}
return d;}
const di='/tmp/dhcp.leases',dj='/proc/net/arp',dk=/[ \t]+/,dl={name:null,ip:null};function dm(a){return map(split(aa.readfile(a)??'','\n'),b=>split(trim(b),dk));}
function dn(a){return{name:null,ip:a[0]};}
function dp(a){return{name:a[3]&&a[3]!=='*'?a[3]:null,ip:a[2]??null};}
function dq(){const a={};for(let b in dm(dj))
if(length(b)>3)a[lc(b[3])]=dn(b);for(let b in dm(di))
if(length(b)>2)a[lc(b[1])]=dp(b);return a;}
function dr(a){return dq()[a]??dl;}
const ds='/var/run/luci-wps-house.json';function dt(){const a=aa.readfile(ds);if(a===null)return null;try{const b=json(a);return type(b?.routers)==='array'&&type(b.connected)==='bool'?b:null;}catch{return null;}}
function du(){return cI('house')[0]?.options?.uuid??null;}
function dv(a,b){aS({object:'luci.wps.house',method:'start',args:{network:a,session:b}});}
let dw=null;try{dw=require('log');}catch{dw=null;}
function dx(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(dw)dw.syslog(dw.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function dy(a){return{object:'log',method:'read',args:{lines:a,stream:false}};}
function dz(a){return a?.data?.log??[];}
function dA(a){an('luci.wps',a);}
const dB='/etc/config/wireless';function dC(){const a=ab.cursor()??die('uci');a.load(dB);return a;}
function dD(){return dC().get_all('wireless')??{};}
const dE='/var/run/rpcd',dF=/[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/;function dG(){const a={},b=filter(aa.lsdir(dE)??[],c=>index(c,'uci-')===0);for(let c in['/tmp/.uci',...map(b,d=>`${dE}/${d}`)]){const d=aa.readfile(`${c}/wireless`);if(d===null)continue;for(let e in split(d,'\n')){const f=match(e,dF);if(f?.[0]===e)a[f[1]]=true;}}
return a;}
function dH(){const a=[];for(let b in aa.lsdir('/lib/netifd/wireless')??[]){if(substr(b,-3)==='.sh')push(a,substr(b,0,length(b)-3));}
return a;}
const dI='/usr/share/ucode/wifi/ap.uc',dJ='/lib/netifd/hostapd.sh',dK='/lib/netifd/wireless.uc',dL=[dI,dJ,dK],dM=[dB,...dL];function dN(){return cC(dL);}
function dO(){return cC(dM);}
function dP(){return{netifd_ucode:aa.access(dK)===true,ap_uc:aa.readfile(dI),hostapd_sh:aa.readfile(dJ)};}
function dQ(a){const b=match(a,/@wifi-iface\[-?[0-9]+\]/);return b?.[0]===a?(dC().get_all('wireless',a)?.['.name']??a):a;}
function dR(a){return trim(aa.readfile(`/sys/class/net/${a}/address`)??'')||null;}
function dS(a,b){const c=dC(),d={};for(let e in b)d[e]=c.get('wireless',a,e)??null;return d;}
function dT(a){const b=dC();for(let c in keys(a)){const d=a[c];for(let e in keys(d)){const f=d[e];if(f!==null)b.set('wireless',c,e,f);else if(b.get('wireless',c,e)!==null)b.delete('wireless',c,e);}}
return b.commit()===true;}
function dU(a,b){return a.args[b]??null;}
function dV(a){for(let b in keys(a.args))
if(a.args[b]===''&&b!=='ubus_rpc_session')return b;return null;}
function dW(a){const b=dU(a,'origin')??'luci.wps',c=dU(a,'by'),d=c===null||match(c,/[A-Za-z0-9_.-]{1,32}/)?.[0]===c,e=b!=='house'&&b!=='luci.wps'?'origin':d?null:'by';if(e!==null){a.fail('invalid_argument',e);return null;}
return b==='house'?{origin:b,by:c??b}:{origin:'luci.wps',by:a.who};}
function dX(a){const b=dU(a,'section'),c={network:dU(a,'network'),section:b===null?null:dQ(b),ifname:dU(a,'ifname')},d=filter(keys(c),f=>c[f]!==null),e=dV(a)??(length(d)>1?d[1]:null);if(e===null)return c;a.fail('invalid_argument',e);return null;}
const dY={mode:['text','text'],disabled:['yes','yes'],ssid:['text','text'],encryption:['text','text'],key:['text','text'],wpa_psk_file:['text','text'],hidden:['yes','yes'],ignore_broadcast_ssid:[null,'yes'],ieee80211w:['number','number'],ieee80211r:['yes','yes'],multi_ap:['number','number'],ppsk:['yes','yes'],macfilter:['text','text'],auth_server:['list','list'],auth_server_addr:[null,'list'],maxassoc:['number','number'],max_num_sta:[null,'number'],wps_pushbutton:['yes','yes'],wps_label:['yes','yes'],wps_independent:['number','number'],wps_pin:['text','text'],ap_pin:[null,'text'],ext_registrar:['yes','yes'],wps_device_name:['text','text'],multi_ap_backhaul_ssid:['text','text'],multi_ap_backhaul_key:['text','text'],uuid:['text','text'],hostapd_bss_options:['list','list']},dZ={disabled:['yes','yes'],type:['text','text'],band:['text','text'],hwmode:['text','text'],channel:['text','text']},ea=['1','true'],eb=['0','false'];function ec(a){return index(ea,a)>=0?true:index(eb,a)>=0?false:null;}
function ed(a,b){const c=type(a)==='string'?a:'',d=b.netifd==='c'?c:trim(c);if(match(d,/0[xX][0-9a-fA-F]+/)?.[0]===d)return hex(d);if(match(d,/-?[0-9]+/)?.[0]!==d)return null;return int(d,match(d,/0[0-7]+/)?.[0]===d?8:10);}
function ee(a){if(type(a)==='array')return a;return filter(split(`${a ?? ''}`,/[ \t]+/),b=>b!=='');}
function ef(a,b,c){const d=b[c.scripts!=='ucode'?0:1];if((a??null)===null||d===null)return null;if(d==='list')return ee(a);if(d==='yes')return ec(a);if(d==='number')return ed(a,c);return type(a)==='string'?a:null;}
function eg(a,b,c){const d={};for(let e in keys(b))d[e]=ef(a[e],b[e],c);if(!c.uuid)d.uuid=null;return d;}
const eh=['sta','mesh','adhoc'],ei=['ssid','encryption','key','hidden','ignore_broadcast_ssid','macfilter','auth_server','auth_server_addr','ppsk','multi_ap','ieee80211w','wps_pushbutton','wps_label','wps_independent','uuid','wpa_psk_file','hostapd_bss_options'],ej='mac80211';function ek(a){return a===false||a===null?'':sprintf('%J',a);}
function el(a,b){return type(b)==='double'||(type(b)==='array'&&index(dY[a],'list')<0);}
function em(a,b,c){if(b===c)return true;if(b===null&&el(a,c))return true;return ek(b)===ek(c);}
function en(a,b){const c=a.iface.options;return(length(filter(ei,d=>!em(d,c[d],b?.[d]??null)))===0);}
function eo(a,b,c){const d=b!==null||index(c,a.type)>=0;return{...a.radio,managed:a.type===ej&&d,up:b?.up??null,stopped:b?.autostart===false,failed:b?.retry_setup_failed===true};}
function ep(a){const b=filter(a,c=>index(eh,c.config?.mode)>=0);return filter(map(b,c=>c.ifname??null),c=>c!==null);}
function eq(a,b,c,d){const e=[],f={};for(let g in a){const h=b?.[g.radio.name]??null,i=h?.interfaces??[],j=eo(g,h,d),k=ep(i);for(let l in g.drafts){const m=l.name,n=filter(i,p=>p.section===m)[0]??null,o=n?.ifname??null;if(f[o??''])continue;f[o??'']=o!==null;push(e,{...l.bss,radio:j,ifname:o,applied:n===null?null:en(l,n.config??null),unsaved:c[l.bss.section]===true||c[j.name]===true,uplinks:k});}}
return e;}
const er=[['*tkip+aes',['CCMP','TKIP']],['*tkip+ccmp',['CCMP','TKIP']],['*aes+tkip',['CCMP','TKIP']],['*ccmp+tkip',['CCMP','TKIP']],['*ccmp256',['CCMP-256']],['*aes',['CCMP']],['*ccmp',['CCMP']],['*tkip',['TKIP']],['*gcmp256',['GCMP-256']],['*gcmp',['GCMP']],['wpa3-192*',['GCMP-256']],['*',['CCMP']]],es=[['wpa2*',2],['wpa3*',2],['*psk2*',2],['psk3*',2],['sae*',2],['owe*',2],['wpa*mixed*',3],['*psk*mixed*',3],['wpa*',1],['*psk*',1],['*',0]],et=[['owe*','owe'],['wpa3*','eap'],['psk3-mixed*','psk-sae'],['sae-mixed*','psk-sae'],['psk3*','sae'],['sae*','sae'],['*psk*','psk'],['*wpa*','eap'],['*8021x*','eap'],['*wep*','wep'],['*','none']],eu={none:'none',owe:'owe','wpa3-192':'eap','wpa3-mixed':'eap',wpa3:'eap',psk:'psk',psk2:'psk','psk-mixed':'psk',sae:'sae',psk3:'sae','psk3-mixed':'psk-sae','sae-mixed':'psk-sae','sae-compat':'psk-sae-compat',wpa:'eap',wpa2:'eap','wpa-mixed':'eap','psk-sae':'psk-sae','psk-sae-compat':'psk-sae-compat',eap:'eap',eap2:'eap',eap192:'eap','eap-eap2':'eap'},ev={'tkip+aes':['CCMP','TKIP'],'tkip+ccmp':['CCMP','TKIP'],'aes+tkip':['CCMP','TKIP'],'ccmp+tkip':['CCMP','TKIP'],ccmp256:['CCMP-256'],aes:['CCMP'],ccmp:['CCMP'],tkip:['TKIP'],gcmp256:['GCMP-256'],gcmp:['GCMP']},ew={none:[],owe:['OWE'],wep:[],psk:['WPA-PSK'],'psk-sae':['WPA-PSK','SAE'],'psk-sae-compat':['WPA-PSK','SAE'],sae:['SAE'],eap:['WPA-EAP'],dpp:['DPP'],unknown:[]};function ex(a,b){return filter(a,c=>wildcard(b,c[0]))[0][1];}
function ey(a,b){if(a==='dpp'&&b.dpp)return'dpp';if(b.scripts!=='ucode')return ex(et,a);return eu[split(a,'+')[0]]??'unknown';}
function ez(a,b){if(b.scripts!=='ucode')return ex(er,a);const c=index(a,'+'),d=c<0?'':substr(a,c+1);return ev[d]??(index(a,'wpa3-192')===0?['GCMP-256']:['CCMP']);}
function eA(a,b){const c=a??'none',d=ey(c,b),e=d==='dpp'?2:ex(es,c);return{auth:d,wpa:e,ciphers:e===0?[]:ez(c,b),akms:e===0?[]:ew[d]};}
const eB=['CCMP','GCMP','CCMP-256','GCMP-256'];function eC(a){const b=a.akms;if(a.auth==='eap'||index(b,'DPP')>=0||index(b,'WPA-EAP')>=0)
return'enterprise';if(a.auth==='wep')return'wep';if(a.wpa===0||index(b,'OWE')>=0)return'open_network';if(length(b)===0)return'unknown_encryption';if(index(b,'WPA-PSK')<0)return'wpa3_only';const c=length(filter(a.ciphers,d=>index(eB,d)>=0))>0;return a.wpa!==1&&c?'ok':'tkip_only';}
function eD(a,b){return eC(eA(type(a)==='string'?a:null,b));}
function eE(a,b){const c=eg(a,dY,b);return{section:a,options:c,lines:bd(c.hostapd_bss_options??[],b),software:b};}
function eF(a){const b=length(a);return b===64?match(a,/[0-9A-Fa-f]+/)?.[0]===a:b>=8&&b<64;}
function eG(a,b,c,d){const e=be(a.lines,b);return e===null?{value:c,option:d}:{value:e,option:bc};}
function eH(a,b,c){return a.software.scripts!=='ucode'||(a.section[b]??null)!==null?b:c;}
function eI(a){const b=match(a,/ *-?[0-9]+/)?.[0]??'';return b!==''&&index(a,b)===0?int(trim(b)):0;}
function eJ(a){return filter(split(a,' '),b=>b!=='');}
function eK(a){return a.software.scripts==='ucode'&&type(a.section.encryption)==='array';}
const eL={auth:'unknown',wpa:2,ciphers:[],akms:[]};function eM(a){const b=eK(a)?eL:eA(a.options.encryption,a.software),c=be(a.lines,'wpa'),d=be(a.lines,'wpa_key_mgmt'),e=be(a.lines,'rsn_pairwise')??be(a.lines,'wpa_pairwise');return{auth:b.auth,wpa:c===null?b.wpa:eI(c),akms:d===null?b.akms:eJ(d),ciphers:e===null?b.ciphers:eJ(e)};}
function eN(a){const b=eH(a,'hidden','ignore_broadcast_ssid');return eG(a,'ignore_broadcast_ssid',a.options[b]===true?'1':'0',b);}
const eO=['psk','psk-sae','psk-sae-compat','sae'];function eP(a){return index(eO,a.auth)>=0;}
function eQ(a,b){const c=a.software.scripts==='old'?b.auth==='psk':eP(b);return c&&a.options.ppsk===true;}
function eR(a,b){const c=eH(a,'auth_server','auth_server_addr'),d=a.options.macfilter;let e={value:'0',option:'macfilter'};if(eQ(a,b))e={value:'2',option:'ppsk'};if(length(a.options[c]??[])>0&&index(['eap','dpp','unknown'],b.auth)<0)
e={value:'2',option:c};if(d==='allow')e={value:'1',option:'macfilter'};if(d==='deny')e={value:'0',option:'macfilter'};return eG(a,'macaddr_acl',e.value,e.option);}
function eS(a){return eG(a,'ieee80211w',`${a.options.ieee80211w ?? 0}`,'ieee80211w');}
function eT(a){return a.options.wps_pushbutton===true||a.options.wps_label===true;}
function eU(a){return eG(a,'wps_state',eT(a)?'2':'0','wps_pushbutton');}
function eV(a){const b=a.options.wps_independent,c=a.software.scripts==='ucode'&&(a.section.wps_independent??null)!==null?'0':'1';return eI(eG(a,'wps_independent',`${b ?? c}`,'wps_independent').value)!==0;}
function eW(a){const b=eH(a,'maxassoc','max_num_sta'),c=eI(eG(a,'max_num_sta',`${a.options[b] ?? 0}`,b).value);return c>0?c:null;}
function eX(a){return be(a.lines,'uuid')??a.options.uuid;}
function eY(a){return be(a.lines,'ssid')??a.options.ssid??'';}
function eZ(a){return filter(ae,b=>index([null,'',false],a.options[b])<0)[0]??null;}
function fa(a,b){const c=a.options.key;if(c!==null&&eF(c))return false;const d=b||a.options.wpa_psk_file!==null;return!d||(c!==null&&(length(c)===64||a.software.scripts!=='ucode'));}
const fb=['ok','wpa3_only','tkip_only'];function fc(a,b,c){const d=a.options,e=eC(b),f=eC(eM({...a,lines:[]})),g=eR(a,b),h=eS(a),i=eN(a),j=eU(a),k=eZ(a),l={};if(d.multi_ap===1)return{multi_ap_backhaul:'multi_ap'};if(e!=='ok')l[e]=e===f?'encryption':bc;if(eQ(a,b))l.ppsk='ppsk';else{if(index(fb,e)>=0&&fa(a,c))l.bad_key='key';if(eI(g.value)===2)l.mac_authentication=g.option;}
if(eI(i.value)!==0)l.hidden_ssid=i.option;if(eI(j.value)!==2)l.wps_disabled=j.option;if(eI(g.value)===1)l.mac_allow_list=g.option;if(k!==null)l.pin_exposed=k;if(d.ieee80211r===true&&b.wpa>=2)l.fast_roaming='ieee80211r';const m=index(b.akms,'SAE')<0||b.auth==='psk-sae-compat';if(e==='ok'&&m&&eI(h.value)===2)l.pmf_required=h.option;return l;}
const fd={b:'2g',g:'2g',a:'5g'};function fe(a){const b=`${a.channel ?? ''}`;return match(b,/[0-9]+/)?.[0]===b?int(b):0;}
function ff(a,b){const c=`${a.hwmode ?? ''}`,d=index(c,'11')===0?substr(c,2):c;if(index(['a','b','g','ad'],d)>=0)return d;return b.scripts!=='ucode'&&fe(a)>14?'a':'g';}
function fg(a,b){const c=a.band??null;if(index(['2g','5g','6g'],c)>=0)return c;if(c==='60g'||(c!==null&&b.scripts==='ucode'))return null;return fd[ff(a,b)]??null;}
const fh={access_network_type:[0,15],iw_access_network_type:[0,15],anqp_domain_id:[0,65535],assoc_sa_query_max_timeout:[1,4294967295],ieee80211w_max_timeout:[1,4294967295],assoc_sa_query_retry_timeout:[1,4294967295],ieee80211w_retry_timeout:[1,4294967295],dtim_period:[1,255],dynamic_vlan:['0','1','2'],eapol_version:['1','2'],ieee80211w:['0','1','2'],macfilter:['allow','deny'],ocv:[0,15],reassociation_deadline:[1000,65535],sae_pwe:['0','1','2'],time_advertisement:['0','2'],transition_disable:['on','off','0','1','sae','sae-pk','wpa3','owe']},fi=['transition_disable'],fj={band:['2g','5g','6g','60g'],beacon_int:[15,65535],cell_density:[0,3],chanbw:['5','10','20'],he_bss_color:[1,128],htmode:[...['NOHT','HT20','HT40-','HT40+','HT40','VHT20','VHT40','VHT80','VHT160'],...['HE20','HE40','HE80','HE160','EHT20','EHT40','EHT80','EHT160','EHT320']],log_level:[0,4],mbssid:[0,2],require_mode:['n','ac','ax'],rx_stbc:[0,4],vht160:[0,2],vht_link_adapt:[0,3],vht_max_a_mpdu_len_exp:[0,7],vht_max_mpdu:['3895','7991','11454']};function fk(a,b,c,d){if(index(fi,a)>=0)return length(filter(ee(b),g=>index(c,g)<0))===0;const e=ed(b,d);if(type(c[0])==='string')return index(c,e===null?b:`${e}`)>=0;const f=c;return e===null||((f[0]===0||e>=f[0])&&e<=f[1]);}
function fl(a,b,c){if(c.scripts!=='ucode')return null;const d=f=>(a[f]??null)!==null,e=f=>!fk(f,a[f],b[f],c);return filter(keys(b),f=>d(f)&&e(f))[0]??null;}
function fm(a,b){return fl(a,fh,b);}
function fn(a,b){return fl(a,fj,b);}
const fo=32,fp=2007;function fq(a){const b=a.options.auth_server??a.options.auth_server_addr??[],c=be(a.lines,'eap_server')??a.section.eap_server??'0';return length(b)>0||(a.section.server??null)!==null||c==='1';}
function fr(a){return a===null||match(a,/[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/)!==null;}
function fs(a){return a===''||index(a,'#')===0||match(a,/[a-z][a-z0-9_]*=.*/)?.[0]===a;}
function ft(a,b){const c=a.options.key;if(eQ(a,b))return false;if(c===null)return a.software.scripts==='old'&&a.options.wpa_psk_file===null;return!eF(c)&&(length(c)===64||a.software.scripts!=='ucode');}
function fu(a,b){const c=a.options,d=c.ieee80211r===true&&b.wpa>=2&&b.auth!=='psk',e=b.auth==='owe'?null:c.key;return(a.software.scripts==='shell'&&d&&e===null&&(a.section.auth_secret??null)===null);}
function fv(a){const b=a.options.multi_ap_backhaul_key;return(a.options.multi_ap>0&&!!a.options.multi_ap_backhaul_ssid&&b!==null&&length(b)<8);}
function fw(a,b){const c=a.options,d=eC(b),e=a.software.scripts!=='ucode',f=length(c.ssid??'');if(f>fo||(e&&f===0))return'ssid';if(index([null,0,1,2,3],c.multi_ap)<0)return'multi_ap';if((c.maxassoc??c.max_num_sta??0)>fp)return'maxassoc';if(d==='wep')return'encryption';if(d==='unknown_encryption'&&(eK(a)||c.wpa_psk_file===null))
return'encryption';if(eQ(a,b)&&eI(eR(a,b).value)!==2)
return'macfilter';if(b.auth==='eap'&&!fq(a))return'auth_server';if(eP(b)&&ft(a,b))return'key';if(fu(a,b))return'ieee80211r';if(e&&eT(a)&&fv(a))return'multi_ap_backhaul_key';if(eT(a)&&!fr(eX(a)))return'uuid';if(eT(a)&&length(c.wps_device_name??'')>fo)return'wps_device_name';return length(filter(a.lines,g=>!fs(g)))>0?bc:null;}
const fx=['ap','sta','adhoc','mesh'];function fy(a,b){const c=index(fx,a.options.mode)>=0,d=c?fm(a.section,a.software):null;return d??(a.options.mode==='ap'?fw(a,b):null);}
function fz(a,b){const c=a.country??null;if(c!==null&&match(c,/[A-Z0-9][A-Z0-9].*/)?.[0]!==c)return'country';return fn(a,b);}
function fA(a,b){const c=filter(values(a),d=>d['.type']===b);return sort(c,(d,e)=>d['.index']-e['.index']);}
function fB(a,b,c){return a['.anonymous']&&c.netifd==='c'?`@${a['.type']}[${b}]`:a['.name'];}
const fC=['yes','yes'];function fD(a,b,c){const d=a.iface??null;if(c.netifd==='c')return d===null||type(d)==='array'||d===b;return d===null||index(ee(d),b)>=0;}
function fE(a,b,c){if(c.netifd==='c'&&a['.anonymous'])return false;const d=filter(b,e=>ef(e.disabled,fC,c)!==true&&fD(e,a['.name'],c));return length(d)>0;}
function fF(a){const b={};return map(a,(c,d)=>{const e=c.options.key;return e===null?d:(b[`key ${e}`]??=d);});}
function fG(a){const b=a.section.device??null;if(a.software.netifd==='ucode')return ee(b);if(type(b)==='array')return a.software.scripts==='old'?[]:b;return b===null?[]:[b];}
function fH(a,b,c){const d=fz(a,c);if(d!==null)return{section:a['.name'],option:d};for(let e in b){const f=e.options.disabled===true?null:fy(e,eM(e));if(f!==null)return{section:e.section['.name'],option:f};}
return null;}
function fI(a,b,c){const d=eg(a,dZ,c),e=fe(d);return{name:a['.name'],band:fg(d,c),channel:e>0?e:null,disabled:d.disabled===true,managed:true,up:null,stopped:false,failed:false,refusal:b};}
function fJ(a,b,c,d){const e=eM(a),f=a.options,g=fc(a,e,d);if(b.band==='6g')g.band_6ghz='band';return{section:a.section['.name'],radio:b,ifname:null,ssid:eY(a),disabled:f.disabled===true,encryption:f.encryption??'none',protection:eC(e),sae:index(e.akms,'SAE')>=0,key_number:c,faults:g,capacity:eW(a),wps:eI(eU(a).value)===2,independent:eV(a),uuid:eX(a),raw:a.lines,applied:null,psk_file:f.wpa_psk_file,stations:d,unsaved:false,uplinks:[]};}
function fK(a,b){const c=fA(a,'wifi-station'),d=map(fA(a,'wifi-iface'),f=>eE(f,b)),e=fF(d);return map(fA(a,'wifi-device'),f=>{const g=filter(d,j=>index(fG(j),f['.name'])>=0),h=fI(f,fH(f,g,b),b),i=filter(g,j=>j.options.mode==='ap');return{radio:h,type:type(f.type)==='string'?f.type:null,drafts:map(i,j=>{const k=index(d,j),l=fE(j.section,c,b),m=fB(j.section,k,b);return{bss:fJ(j,h,e[k],l),iface:j,name:m};})};});}
function fL(a){const b=a.ap_uc??a.hostapd_sh??'';return{netifd:a.netifd_ucode?'ucode':'c',scripts:a.ap_uc!==null?'ucode':index(b,'sae_password_file')>=0?'shell':'old',uuid:index(b,'uuid')>=0,dpp:index(b,'dpp')>=0};}
let fM=null,fN=null;function fO(){fM=cD(fM,dN(),()=>fL(dP()));return fM.value;}
function fP(){fN=cD(fN,dO(),()=>fK(dD(),fO()));return fN.value;}
let fQ=null;function fR(a){const b=fP(),c=dG(),d=dH(),e=sprintf('%J',[a,c,d]);if(fQ?.configuration!==b||fQ?.told!==e)
fQ={configuration:b,told:e,bsses:eq(b,a,c,d)};return fQ.bsses;}
const fS=['network','off','stock'];function fT(a){return filter(fS,b=>b===a)[0]??null;}
function fU(){const a=cI('button')[0]?.options??{},b=fT(a.action??null)??'network';return{present:cx(),action:b,network:b==='network'?(a.network??null):null};}
const fV=0x100e,fW=0x1026,fX=0x1045,fY=0x1003,fZ=0x100f,ga=0x1027,gb=0x1020,gc=0x0020,gd=0x0008;function ge(a){return chr(int(a/256),a%256);}
function gf(a,b){return ge(a)+ge(length(b))+b;}
function gg(a,b){return gf(fV,gf(fW,chr(1))+
gf(fX,a)+
gf(fY,ge(gc))+
gf(fZ,ge(gd))+
gf(ga,b)+
gf(gb,chr(255,255,255,255,255,255)));}
function gh(){const a=cI('guard')[0]??null;return a===null?null:{when:int(a.options.when??'0'),sections:a.lists.section??[]};}
function gi(a){const b=dS(a,['encryption','ssid','key']);if(eD(b.encryption,fO())!=='ok')return'';if(b.key===null||b.ssid===null)return null;return gg(`${b.ssid}`,`${b.key}`);}
function gj(a){return`wps=1 00:00:00:00:00:00 ${dS(a, ['key']).key ?? ''}\n`;}
function gk(a){const b=a.psk_file??'';return aB(b,'psk')&&cP(b)&&cM(b,gj(a.section))===true;}
function gl(a){const b=ar(a.raw);if(b!==null)return cM(b,gi(a.section)??'')===false?'lost':'shared';if(!aB(a.psk_file,'psk'))return'lost';return gk(a)?'shared':'own';}
let gm={},gn=null;function go(a){return(gm[a.section]??=gl(a));}
function gp(a){const b=map(filter(a,c=>c.wps),go);if(length(b)===0||index(b,'lost')>=0)return'lost';return index(b,'own')>=0?'own':'shared';}
function gq(a,b){const c=gi(b);if(c===null)return false;return cM(a,c)===true||cQ(a,c);}
function gr(a){return aL(a)!==null;}
function gs(a,b){return{hostapd_bss_options:[...ax(a.raw),...aU(a.raw),...aq(b)]};}
function gt(a){const b=['/etc'];for(let c in a)
for(let d in[ar(c.raw),aB(c.psk_file,'psk')?c.psk_file:null])
if(d!==null&&index(b,d)<0)push(b,d);return cC(b);}
function gu(a){if(gh()!==null)return;const b=aR()?.former??{};for(let c in keys(b)){const d=b[c].hostapd_bss_options??[];a[`${b[c].wpa_psk_file ?? ''}`]=true;a[ar(type(d)==='array'?d:[])??'']=true;}
for(let c in cS())
if(!a[c]&&(!aB(c,'psk')||aC(c)))cO(c);}
let gv=0;const gw=30000;function gx(a){return gv>0&&a-gv<gw;}
function gy(a){const b={},c={};let d=false,e=0;for(let f in a){const g=ar(f.raw),h=g===null?null:gi(f.section);if(g!==null)b[g]=true;if(g!==null&&h!==null&&cM(g,h)===false){e++;const j=f.applied===true&&cL(g)?aI(g,f.section):g;b[j]=true;if(cQ(j,h)&&j!==g)c[f.section]=gs(f,j);}
const i=aB(f.psk_file,'psk')?f.psk_file:null;if(i===null||b[i])continue;b[i]=true;if(!cL(i)){e++;d=gr(i)||d;}}
gu(b);if(length(c)>0&&dT(c)){aS({object:'network',method:'reload'});gv=aJ().monotonic;}
if(d)aS({object:'hostapd',method:'reload'});return e===0&&aR()===null;}
function gz(a){const b=gt(a);if(gn?.bsses===a&&gn.text===b.text)return true;gm={};gn=gy(a)&&b.settled?{bsses:a,text:b.text}:null;return false;}
const gA=1000,gB=900,gC=50;let gD=null;const gE=120;function gF(a,b){const c=a.session.peer;return c!==null&&c.ip===null&&b.epoch-(a.session.ended??b.epoch)<=gE;}
function gG(a,b){const c=a.session.peer;if(c===null||!gF(a,b))return a;const d=dr(c.mac);return cr(a,d.name,d.ip);}
const gH=[];function gI(a){push(gH,a);}
function gJ(a,b,c){const d=cs(b,aJ()),e=d.peer,f=d.reason===null?'':` (${d.reason})`,g=e===null?'':`, device ${e.name ?? e.mac}`,h=c!==null||d.by===null?'':`, by ${d.by}`,i=d.ifname??join(', ',d.ifnames);dx(`WPS on "${d.network}" (${i}): ${a}${f}${g}${h}`);dA({type:a,session:d});}
function gK(a,b){const c=cs(a,aJ());map(gH,d=>az(()=>d(c,b)));}
function gL(a){let b=0;for(let c in aG.presses){const d=index(c.spared,a.ifname)>=0||(!c.independent&&!a.independent);if(!d)b=max(b,c.until);}
return b;}
function gM(a,b){const c=max(aG.overlaps[a.ifname??'']??0,gL(a));return max(0,int((c-b.monotonic+999)/1000));}
function gN(a,b,c){if(b.kind!=='answer'||b.registrar===null)return;const d=aG.overlaps[a]??null;if(b.registrar.pbc==='Overlap'){if(d!==null)return;aG.overlaps[a]=c.monotonic+al*1000;}else if(d!==null&&(b.registrar.pbc==='Active'||d<=c.monotonic))
delete aG.overlaps[a];else return;aT();}
function gO(a,b){const c=filter(a.parts,e=>e.ifname===a.session.ifname)[0]??null;if(c===null||a.session.method==='pin')return;const d=b.monotonic+al*1000;aG.presses=[{spared:[c.ifname],independent:c.independent,until:d},...filter(aG.presses,e=>e.until>b.monotonic)];}
function gP(a){for(let b in a)aG.closing[b.ifname]=true;for(let b in bB(a))aS(cW(b.ifname,'wps_cancel'));}
function gQ(a,b){if(!exists(aG.closing,a))return;if(b.kind==='answer'&&b.registrar?.pbc==='Active')aS(cW(a,'wps_cancel'));else if(b.kind!=='silent'){delete aG.closing[a];aT();}}
function gR(a,b,c){const d=b.session,e=a.session.state;if(d.state==='lost')for(let f in b.parts)aG.stuck[f.ifname]=true;if(d.state==='success'&&e!=='success')gO(b,c);gP(cq(a,b));if(d.state==='failed'&&d.method==='pin')
for(let f in bB(b.parts))aS(cW(f.ifname,'wps_cancel'));if(d.state!=='waiting')gJ(d.state,b,e);gK(b,a.session);}
function gS(a,b){return a.reason!==b.reason||a.peer?.name!==b.peer?.name;}
function gT(a,b){const c=[];aG.windows=map(aG.windows,d=>{const e=a(d);if(e===d)return d;aT();push(c,[d,e]);return e;});map(c,d=>{if(d[1].session.state!==d[0].session.state)gR(d[0],d[1],b);else if(gS(d[0].session,d[1].session))gK(d[1],d[0].session);});}
function gU(a,b){for(let c in keys(a)){const d=a[c]??null;if(d===null)continue;gN(c,d,b);gQ(c,d);if(d.kind==='answer'&&d.registrar!==null&&d.registrar.pbc!=='Active'&&exists(aG.stuck,c)){delete aG.stuck[c];aT();}}
gT(c=>(bQ(c)?gG(cp(c,a,b),b):c),b);}
function gV(a){gT(b=>(b.session.id===a?co(b):b),aJ());}
function gW(a,b){if(a.network!==null)return b.session.network===a.network;if(a.section!==null)
return length(filter(b.parts,c=>c.section===a.section))>0;if(a.ifname!==null)return index(b.session.ifnames,a.ifname)>=0;return true;}
function gX(a){return pop(filter(aG.windows,b=>b.session.open&&gW(a,b)));}
function gY(){return gX(bo);}
function gZ(){const a=aJ(),b=filter(aG.windows,c=>bQ(c)||gF(c,a));aE();if(length(b)+length(aG.closing)>0&&gD?.remaining?.()===-1)gD.set(gA);}
function ha(a,b,c){const d=map(a,e=>cW(e,'wps_status'));ao(d,b,e=>{const f={};map(a,(h,i)=>{f[h]=db(e[i],null,[]);});const g=aJ();gU(f,g);gZ();c(g,f);});}
function hb(a,b){for(let c in aG.windows)
if(length(filter(bN(c),d=>d.ifname===a))>0)
return dh(a,c.logged,b);return[];}
function hc(a){const b=d=>{gU({[a]:{kind:'gone',told:hb(a,d)}},aJ());gZ();};if(exists(aG.overlaps,a))aG.overlaps[a]=0;for(let d in aG.presses)push(d.spared,a);aT();const c=d=>d.logged!==null&&length(filter(bN(d),e=>e.ifname===a))>0;if(length(filter(aG.windows,c))===0)b([]);else ao([dy(gC)],aJ().monotonic+gB,d=>b(dz(d[0])));}
function hd(a){if(a.session.open)return map(bN(a),b=>({ifname:b.ifname,open:true}));return map(a.homes,b=>({ifname:b.ifname,open:false}));}
function he(a,b){return bP(a)?{...a,logged:max(a.logged??0,b)}:a;}
function hf(a){const b=[];aG.windows=map(aG.windows,c=>{const d=gG(c,a);if(d!==c)push(b,[c,d]);return d;});if(length(b)>0)aT();for(let c in b)
if(gS(c[0].session,c[1].session))gK(c[1],c[0].session);}
const hg=5000;let hh={told:'',revision:-1,until:0};function hi(a){for(let b in aG.windows){const c=b.session.state==='waiting'&&b.cancelling===null;if((bQ(b)&&!c)||gF(b,a))return false;}
return length(aG.closing)===0;}
function hj(){const a={},b=[],c=length(filter(aG.windows,bP))>0;for(let d in aG.windows)
if(bQ(d))
for(let e in hd(d))
a[e.ifname]=a[e.ifname]||e.open;for(let d in keys(aG.closing))a[d]=true;for(let d in keys(a)){push(b,cW(d,'get_clients'));if(a[d])push(b,cW(d,'wps_status'));}
if(c)push(b,dy(gC));ao(b,aJ().monotonic+gB,d=>{const e=aJ(),f=sprintf('%J',d),g=f===hh.told&&e.monotonic<hh.until;if(g&&aH()===hh.revision&&hi(e))return gZ();const h=c?dz(d[length(b)-1]):[],i=slice(h,-1)[0]?.id??null,j={};let k=0;for(let l in keys(a)){const m=d[k++];j[l]=a[l]?db(d[k++],m,hb(l,h)):dc(m);}
hf(e);gU(j,e);if(i!==null)aG.windows=map(aG.windows,l=>he(l,i));hh={told:f,revision:aH(),until:e.monotonic+hg};gZ();});}
gD=ac.timer(-1,()=>az(hj));function hk(a){ao([dy(1)],aJ().monotonic+gB,b=>{const c=pop(dz(b[0]))?.id??null;if(c===null)return;aG.windows=map(aG.windows,d=>d.session.id===a?{...d,logged:c}:d);aT();aE();});}
function hl(a){const b=aJ(),c=bM({...a,id:ay(b.epoch)},b);aG.windows=filter([c,...aG.windows],(d,e)=>e<af||bQ(d));aT();gJ('started',c,null);gK(c,null);gZ();hk(c.session.id);return cs(c,b);}
function hm(a){const b=[];for(let c in a)
if(c.ifname!==null)push(b,{ifname:c.ifname,section:c.section});return b;}
function hn(a,b){return{ifname:a.ifname??'',section:a.section,independent:a.independent,last:(b?.kind==='answer'?b.registrar:null)??cV,ending:null};}
function ho(a,b){const c=filter(b,d=>d.wps&&!d.independent&&index(a,d)<0);return length(c)===0;}
function hp(a,b,c){const d=filter(a,g=>{const h=c[g.ifname??'']??null;if(h?.kind!=='answer'||h.registrar?.pbc!=='Active')return false;if(aG.stuck[g.ifname??'']||aG.closing[g.ifname??''])return false;return gX({network:null,section:null,ifname:g.ifname})===null;});if(length(d)===0)return;const e=map(d,g=>hn(g,c[g.ifname??'']??null)),f=gX({network:null,section:a[0].section,ifname:null});if(f!==null&&f.session.origin==='external'){const g=f.session,h=[...g.ifnames,...map(e,i=>i.ifname)];aG.windows=map(aG.windows,i=>i===f?{...f,parts:[...f.parts,...e],session:{...g,ifnames:h}}:i);aT();return;}
hl({network:a[0].ssid,method:'pbc',origin:'external',by:null,parts:e,homes:hm(a),exclusive:ho(a,b)});}
function hq(a,b){aG.overlaps[a]=b.monotonic+al*1000;aT();aE();}
function hr(a,b,c){const d=a.session;dx(`WPS on "${d.network}" (${join(', ', d.ifnames)}): cancel, by ${b}`);aG.windows=map(aG.windows,e=>e.session.id===d.id?bR(e,c):e);aT();}
function hs(a,b){for(let c in aG.windows)if(c.session.id===a)return cs(c,b);return null;}
function ht(a,b){for(let c in aG.windows)
if(length(filter(c.parts,d=>index(a,d.section)>=0))>0)
return cs(c,b);return null;}
function hu(a){for(let b in aG.windows)if(b.session.open)return cs(b,a);return null;}
function hv(a,b){return map(slice(aG.windows,0,b),c=>cs(c,a));}
function hw(){if(length(aG.overlaps)+length(aG.presses)+length(aG.closing)+length(aG.stuck)>0)
return false;for(let a in aG.windows)if(bQ(a))return false;return aR()===null;}
function hx(a){const b=a.args.limit??af;if(b<0)a.fail('invalid_argument','limit');else a.answer({entries:hv(aJ(),min(b,af))});}
function hy(){const a=dt();if(a===null)return null;return{connected:a.connected,name:a.name,routers:map(a.routers,b=>({name:b.name,there:b.there,networks:map(b.networks,c=>({ssid:c.ssid,ready:c.ready,open:c.open}))}))};}
function hz(a){a.answer({house:dt()});}
let hA=null;function hB(){return cI('light')[0]?.options?.led??null;}
function hC(){return aG.light.shown!==null||hB()!==null||length(ap())>0;}
function hD(){hA={led:hC()?at(hB()):null};return hA.led;}
function hE(){return aG.light.shown?.led??(hA===null?hD():hA.led);}
const hF=aW('The Wi-Fi software did not answer.'),hG=aW('WPS is off on this network.'),hH={invalid_argument:{status:2,message:aW('The arguments are not valid.')},ambiguous_target:{status:2,message:aW('Several networks are ready: name one.')},pin_invalid:{status:2,message:aW('This is not a valid WPS PIN: check its digits.')},wps_not_supported:{status:3,message:aW('The running Wi-Fi software has no WPS.')},unknown_target:{status:4,message:aW('There is no such network or access point.')},unknown_device:{status:4,message:aW('No such device has joined by WPS.')},not_on_air:{status:4,message:aW('The network is configured, but not on the air.')},already_open:{status:6,message:aW('WPS is active already.')},busy:{status:6,message:aW('Another change is still under way.')},timeout:{status:7,message:hF},wps_disabled:{status:8,message:hG},overlap:{status:8,message:aW('Several devices asked to join within two minutes: stop WPS on the others and wait.')},unsuitable_network:{status:8,message:aW('WPS cannot work with the settings of this network.')},devices_would_go:{status:8,message:aW('Devices with keys of their own would lose them.')},button_absent:{status:8,message:aW('This version of OpenWrt leaves no place for the WPS button.')},not_saved:{status:9,message:aW('The settings could not be written.')},pin_unavailable:{status:8,message:aW('Joining by PIN needs the package hostapd-utils.')}};function hI(a,b){const c={code:a,message:hH[a].message};if(type(b)==='string')c.argument=`${b}`;if(type(b)==='int')c.devices=int(b??0);return{body:{error:c},status:hH[a].status};}
const hJ=52,hK=144,hL=120,hM=128;function hN(a){const b=a??hJ;if(b<hJ||b>hK)return 0;return b>=hL&&b<=hM?600000:60000;}
const hO={},hP={};function hQ(a,b,c){if(b.kind==='answer'||a.band!=='5g'||a.up!==true)delete hP[a.name];else if(b.kind==='gone')hP[a.name]??=c+hN(a.channel);}
function hR(){return length(hP)>0;}
function hS(a,b){return max(0,int(((hP[a.name]??0)-b)/1000));}
const hT=10000;let hU=0,hV=0;function hW(a){const b=filter(a,e=>!exists(hO,e.radio.name)),c=aJ().monotonic,d=length(b)>0?b:c-hU<hT?[]:a;if(length(d)===0)return[];hU=c;hV++;return[d[hV%length(d)]];}
function hX(){for(let a in keys(hO))delete hO[a];}
function hY(a,b){if(type(b?.data?.channel)==='int')hO[a]=b.data.channel;}
function hZ(a){return hO[a.name]??a.channel;}
const ia='wpad-mbedtls';function ib(a){if(a.installed_has_wps===null)return null;if(a.installed_has_wps)
return a.running_has_wps===false?['service wpad restart','wifi']:null;const b=a.package,c=b===null?ia:replace(b,/-(basic|mini)/,'');if(c===b)return null;const d=b===null?'':` && opkg remove ${b}`,e=b===null?'':` '!${b}' && apk del ${b}`,f={opkg:`mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${c}${d} && opkg --cache /tmp/wpad install ${c} && reboot`,apk:`apk update && apk --cache-predownload add ${c}${e} && reboot`};return a.package_manager===null?null:[f[a.package_manager]];}
const ic='/usr/sbin/hostapd',id=500,ie=10000;let ig='',ih=false,ii=0;function ij(){const a=aa.stat(ic);if(a===null)return false;const b=`${a.inode} ${a.size} ${a.mtime}`;if(b===ig)return ih;if(aJ().monotonic<ii)return null;const c=system([ic,'-vwps'],id);if(c<0||c>125){ii=aJ().monotonic+ie;return null;}
ig=b;ih=c===0;return ih;}
function ik(){if(aa.access('/lib/apk/db/installed'))return'apk';return aa.access('/usr/lib/opkg/status')?'opkg':null;}
function il(){const a=/\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;for(let b in aa.glob('/lib/apk/packages/[hw]*.list','/usr/lib/opkg/info/[hw]*.control')){const c=match(b,a);if(c)return c[1];}
return null;}
let im=null;const io=['/lib/apk/packages','/usr/lib/opkg/info'],ip=[ic,ag,'/lib/apk/db','/usr/lib/opkg/status',...io];function iq(){im=cD(im,cC(io),il);return im.value;}
function ir(){return aa.access(ic)===true;}
function it(){return{package:iq(),installed_has_wps:ij(),pin_available:aA(),package_manager:ik()};}
function iu(a){return filter(a,b=>b.capacity!==null);}
let iv=null;function iw(a){if(iv?.bsses!==a)iv={bsses:a,networks:bx(a)};return iv.networks;}
let ix=null,iy=null;function iz(a){if(iy?.bsses===a)return iy;const b=filter(a,d=>d.ifname!==null),c=iu(b);iy={bsses:a,running:b,counted:c,calls:[...map(b,d=>cW(d.ifname??'','wps_status')),...map(c,d=>cW(d.ifname??'','get_clients'))]};return iy;}
const iA=3000;let iB=null;function iC(){iB?.set?.(iA);}
function iD(a,b,c,d){const e=a.bsses,f=gz(e),g=iw(e),h={networks:g,bsses:e,round:{},carriers:{},at:aJ()};let i=false;if(gx(h.at.monotonic))iC();map(b,l=>hY(l.radio.name,pop(c)));const j=f&&hw()&&!hR(),k=j?sprintf('%J',c):'';if(j&&k===ix?.told&&e===ix?.bsses){h.round=ix.round;return d(h);}
map(a.running,(l,m)=>{const n=index(a.counted,l),o=n<0?null:c[length(a.running)+n],p=db(c[m],o,[]);h.round[l.ifname??'']=p;i||=p.kind==='silent';hQ(l.radio,p,h.at.monotonic);});gU(h.round,h.at);for(let l in g)hp(l,e,h.round);gZ();ix=j&&!i?{bsses:e,told:k,round:h.round}:null;d(i?null:h);}
const iE={object:'network.wireless',method:'status'};function iF(a,b){const c=iy,d=c===null?[]:hW(c.running),e=[iE,...(c?.calls??[]),...map(d,f=>cW(f.ifname??'','get_status'))];ao(e,a,f=>{const g=f[0];if(g.code!==ak&&g.code!==aj)return b(null);const h=fR(g.data);if(c!==null&&c.bsses===h)
return iD(c,d,slice(f,1),b);const i=iz(h),j=hW(i.running);ao([...i.calls,...map(j,k=>cW(k.ifname??'','get_status'))],a,k=>iD(i,j,k,b));});}
function iG(a,b){iF(a.deadline,c=>{if(c===null)a.fail('timeout');else b(c);});}
function iH(a,b){return a.round[b.ifname??'']??null;}
function iI(a,b){return iH(a,b)?.kind==='answer';}
function iJ(a,b){return index(['answer','no_wps'],iH(a,b)?.kind)>=0;}
function iK(a){return(length(a.uplinks)>0&&length(filter(a.uplinks,b=>ct(b)===true))===0);}
function iL(a,b){if(!exists(a.carriers,b))a.carriers[b]=ct(b);return a.carriers[b];}
function iM(a,b){return iJ(a,b)&&iL(a,b.ifname??'')!==false;}
function iN(a){const b=map(values(a.round),c=>c?.kind);if(index(b,'answer')>=0)return true;return index(b,'no_wps')>=0?false:null;}
function iO(a){const b={...it(),running_has_wps:iN(a)};return{...b,remedy:ib(b)};}
function iP(a,b){const c=iH(a,b),d=c?.kind==='answer'?c.clients:null;return b.capacity!==null&&d!==null&&length(d)>=b.capacity;}
function iQ(a){return filter(a.networks,b=>length(filter(b,c=>c.wps&&!c.disabled))>0);}
function iR(a,b){const c=filter(a?.routers??[],d=>d.there);return length(filter(c,d=>length(filter(d.networks,e=>e.ssid===b))>0))>0;}
function iS(a){for(let b in a.bsses){const c=b.ifname??'';if(iI(a,b)&&ct(c)===false&&!iK(b))
aS(cW(c,'update_beacon'));}}
iB=ac.timer(-1,()=>az(()=>iF(aJ().monotonic+iA,a=>{if(a!==null&&gx(a.at.monotonic))iS(a);})));function iT(a,b,c,d){const e=iJ(a,b);return{answers:e,beacons:e?iL(a,b.ifname??''):null,uplink_away:iK(b),full:b.capacity!==null&&iP(a,b),overlap_left:gM(b,a.at),radar_left:hS(b.radio,a.at.monotonic),persistent:c!=='lost',elsewhere:c==='own'&&d!==null,apart:c!=='own'&&(d?.uuid??null)!==null&&lc(b.uuid??'')!==d?.uuid};}
let iU=null;function iV(a,b){const c=hu(a.at),d={daemon:b,daemon_installed:ir(),open:c===null?null:{remaining:c.remaining}},e=aR()!==null,f=dt(),g=map(a.networks,i=>{const j=gp(i),k=iR(f,i[0].ssid)?f:null;return map(i,l=>iT(a,l,j,k));}),h=sprintf('%J',[d,e,g]);if(iU?.networks!==a.networks||iU?.text!==h){const i=length(iQ(a)),j=map(a.networks,(k,l)=>{const m=ho(k,a.bsses);return bI(map(k,(n,o)=>{const p=!n.independent&&!m,q=bm({...d,...g[l][o],bss:n,flagged:i,grouped:p}),r={bss:n,problems:q,ready:bn(q)===null&&!e};return r;}));});iU={networks:a.networks,text:h,wholes:j};}
return iU.wholes;}
gI((a,b)=>{if(cR())av(a,b);});gI((a,b)=>{if(a.peer!==null&&!a.open)au(a,b);});gI((a,b)=>{if(hC())aw(a,b);});aV('hostapd.',(a,b)=>{hX();if(!b)hc(a);iC();});aF('luci.wps.arrived',a=>{gV(a?.session??'');gZ();});function iW(){if(aR()!==null)aO();iC();gZ();if(aG.light.shown!==null)aQ();const a=fR(null);if(length(aG.keys)+length(filter(a,b=>aK([b])!==null))===0)return;aP(a);aM(a);}
function iX(a,b){const c=b.bss,d=c.ifname;return{ifname:d,section:c.section,radio:c.radio.name,bssid:d===null?null:dR(d),band:c.radio.band,channel:hZ(c.radio),enabled:c.wps,ready:b.ready,on_air:iM(a,c),problems:b.problems};}
function iY(a){const b=[];for(let c in a.opening){const d=c.radio.band;if(d!==null&&index(b,d)<0)push(b,d);}
return b;}
function iZ(a,b){const c=map(b.places,e=>e.bss),d=bC(c);return{ssid:c[0].ssid,sections:d,bands:iY(b),enabled:b.enabled,ready:b.ready,keys:gp(c),problems:b.problems,session:ht(d,a.at),job:aD(d),access_points:map(b.places,e=>iX(a,e))};}
function ja(a){const b=iO(a);return{supported:b.running_has_wps===true,daemon:b,networks:map(iV(a,b),c=>iZ(a,c)),button:fU(),light:hE(),guard:gh(),house:hy(),now:a.at.epoch};}
const jb=[cE,...ip];function jc(a){const b=cC(jb);if(!b.settled)return null;const c=[];for(let d in a.bsses){push(c,hZ(d.radio),iK(d));if(d.ifname!==null)push(c,dR(d.ifname),iL(a,d.ifname));}
return sprintf('%J',[b.text,c,hE(),hy(),aH()]);}
let jd=null;function je(a){const b=jc(a);if(b!==null&&jd?.round===a.round&&jd?.text===b)
return{...jd.status,now:a.at.epoch};const c=ja(a),d=b!==null&&c.daemon.installed_has_wps!==null;jd=d?{round:a.round,text:`${b}`,status:c}:null;return c;}
function jf(a){iG(a,b=>a.answer(je(b)));}
return{aN:fT,aR:bB,aS:bD,aT:fU,aU:dW,aV:df,aZ:hr,bC:bt,bF:iO,bI:dV,bT:cx,bU:ct,bW:hC,bX:dg,bY:hm,bZ:cW,cA:du,cB:dq,cC:bE,cD:iI,cE:ho,cF:cY,cG:bp,cH:iM,cK:iJ,cL:iK,cN:iV,cT:gp,cU:dy,cW:bN,cX:iF,cY:iG,cZ:hD,dC:bx,dE:dx,dG:gY,dH:dv,dI:gX,dJ:hl,dM:hn,dP:bu,dR:fR,dS:dc,dT:cN,dU:dz,dV:dS,dX:ha,dY:hI,dZ:hq,eB:cO,eC:cK,eG:iW,eL:bC,eN:iH,eP:hs,eR:cI,eV:gq,eW:gr,eX:dX,eY:dA,fA:hx,fB:hz,fC:jf,fD:gz,fE:dU,fJ:iS,fM:cQ,fN:dT,fO:cJ};};
