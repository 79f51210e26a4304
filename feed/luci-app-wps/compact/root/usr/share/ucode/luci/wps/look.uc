'use strict';import*as aa from'fs';import*as ab from'uci';import*as ac from'uloop';return ad=>{const ae=ad.aA,af=ad.aB,ag=ad.aC,ah=ad.aD,ai=ad.aF,aj=ad.aG,ak=ad.aI,al=ad.aJ,am=ad.aM,an=ad.aP,ao=ad.aQ,ap=ad.bA,aq=ad.bD,ar=ad.bE,at=ad.bL,au=ad.bM,av=ad.bN,aw=ad.bO,ax=ad.bP,ay=ad.bR,az=ad.bS,aA=ad.bW,aB=ad.cJ,aC=ad.cK,aD=ad.cN,aE=ad.cP,aF=ad.cW,aG=ad.dB,aH=ad.dC,aI=ad.dE,aJ=ad.dG,aK=ad.dL,aL=ad.dO,aM=ad.dX,aN=ad.eF,aO=ad.eI,aP=ad.eJ,aQ=ad.eK,aR=ad.eL,aS=ad.eP,aT=ad.fG,aU=ad.fI,aV=ad.fL;function aW(a){return a;}
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
function bR(a){const b=a.session.state==='waiting'&&a.cancelling===null;return b?a.since+am*1000:0;}
function bS(a,b){const c=a.session.state==='connecting'?'still_trying':null;return{...a,cancelling:['cancelled',b??c]};}
function bT(a,b){return{...a,session:{...a.session,...b}};}
function bU(a,b,c){return bT(a,{state:b[0],reason:b[1],open:false,ended:c.epoch,peer:null});}
function bV(a,b){return{mac:a,name:null,ip:null,signal:b?.signal??null,authorized:b!==null&&b.authorized&&!b.wps};}
function bW(a,b){const c=a.session,d=b?.ifname??null;if(c.ifname===d)return a;return{...a,session:{...c,ifname:d,section:b?.section??null}};}
function bX(a,b,c,d){const e={...bW(a,b),until:d.monotonic+ah*1000};return bT(e,{state:'success',reason:null,open:false,ended:d.epoch,peer:bV(c,null)});}
function bY(a){const b=a?.kind==='answer'?a.clients:null;return filter(keys(b??{}),c=>b?.[c]?.wps===true)[0]??null;}
function bZ(a,b){const c=bN(a),d=filter(c,g=>{const h=b[g.ifname]??null;return h?.kind==='answer'&&h.clients!==null;}),e=filter(d,g=>bY(b[g.ifname]??null)!==null)[0]??null,f={state:'waiting',reason:null,open:true,ended:null,peer:null};if(e!==null){const g=b[e.ifname]??null,h=bY(g)??'',i=g?.kind==='answer'?(g.clients?.[h]??null):null,j=a.session.peer?.mac===h&&a.session.peer?.signal===i?.signal;if(j&&a.session.ifname===e.ifname)return a;return bT(bW(a,e),{...f,state:'connecting',peer:bV(h,i)});}
if(a.session.state==='waiting'||length(d)<length(c))return a;return bT(bW(a,null),f);}
function ca(a,b,c,d){if(c)return['failed',b.reason??'authentication_failure'];if(a.cancelling!==null)return a.cancelling;return d>=am*1000?['timeout',null]:null;}
function cb(a,b){if(a.cancelling!==null)return a.cancelling;if(b>=bK)return['timeout',null];return a.session.started===null?['timeout','start_not_seen']:['cancelled','elsewhere'];}
function cc(a,b){if(!b.independent)return['lost','sibling'];if(a.session.attempts_failed>0)return['failed',b.last.reason??'unknown'];return['lost','daemon_restarted'];}
function cd(a,b){if(b<=bJ)return null;if(a.cancelling!==null)return a.cancelling;return a.session.started===null?['lost','stale']:['timeout','elsewhere'];}
function ce(a,b,c,d,e){if(a.session.method==='pin')return ca(a,b.last,d,e);switch(c){case'Active':return cd(a,e);case'Overlap':return['overlap','several_devices'];case'Timed-out':return cb(a,e);default:return cc(a,b);}}
function cf(a,b){const c=a.result==='Success'?`WPS-REG-SUCCESS ${a.peer} `:'WPS-FAIL ';return a.result!=='None'&&length(filter(b,d=>index(d,c)===0))>0;}
function cg(a){const b=filter(a,c=>index(c,'WPS-REG-SUCCESS ')===0)[0]??null;return b===null?null:(split(b,' ')[1]??null);}
function ch(a,b){return{part:b===null?a:{...a,ending:b},mac:null,failed:false};}
function ci(a,b,c,d){const e=d.monotonic-a.since;if(c.kind==='gone'){const n=cg(c.told);return{...ch(b,n===null?['lost','access_point_gone']:null),mac:n};}
if(c.kind==='no_wps')return ch(b,['lost','daemon_restarted']);if(c.kind==='answer'&&c.registrar===null)return ch(b,null);const f=c.kind==='answer'?c.registrar:null;if(c.kind==='silent'||f===null||f.pbc==='Unknown'||f.result==='Unknown'){if(a.cancelling!==null)return ch(b,a.cancelling);return ch(b,e>bJ?['lost','no_answer']:null);}
const g=b.last,h=f.result!==g.result||f.peer!==g.peer||f.reason!==g.reason,i=h||cf(f,c.told),j=i&&f.result==='Failed',k=h?{...b,last:f}:b;if(i&&f.result==='None')return ch(k,['lost','daemon_restarted']);const l=f.pbc==='Disabled'&&a.session.method==='pbc'&&b.independent;if(f.result==='Success'&&f.peer!==null&&(i||l))
return{part:k,mac:f.peer,failed:false};const m=j?{...a,session:{...a.session,attempts_failed:1}}:a;return{...ch(k,ce(m,k,f.pbc,j,e)),failed:j};}
const cj=['overlap','failed','timeout','cancelled','lost'];function ck(a){for(let b in cj)for(let c in a)if(c.ending?.[0]===b)return c.ending;return['lost','no_answer'];}
function cl(a,b){return b?.[0]==='overlap'||(b?.[0]==='failed'&&a.session.method==='pin');}
function cm(a,b,c){return b===c?a:map(a,d=>(d===b?c:d));}
function cn(a,b,c){let d=a.parts,e=a.session.attempts_failed,f=a.logged,g=null;for(let l in bN(a)){const m=b[l.ifname]??null;if(m===null)continue;const n=ci(a,l,m,c);d=cm(d,l,n.part);if(n.failed)e++;if(n.part.last!==l.last&&bO(a,n.part))f=null;if(n.mac!==null)g??=n;}
if(d===a.parts&&e===a.session.attempts_failed&&g===null)
return bZ(a,b);const h=filter(d,l=>l.ending===null),i=filter(d,l=>cl(a,l.ending))[0]??null,j={...a,parts:d,logged:f,session:{...a.session,attempts_failed:e}};if(g!==null)return bX(j,g.part,g.mac??'',c);if(i!==null)return bU(j,ck([i]),c);if(length(h)>0){j.session.ifnames=bL(h);return bZ(j,b);}
const k=filter(d,l=>l.ending?.[1]==='sibling'&&l.last.result==='Success')[0]??null;if(a.exclusive&&k!==null)return bX(j,k,k.last.peer??'',c);return bU(j,ck(d),c);}
function co(a,b,c,d){const e=a.session;if(e.state!=='success')return a;const f=e.peer,g={...a,until:null};let h=true;for(let i in a.homes){const j=c[i.ifname]??null;if(j===null||(j.kind==='answer'&&j.clients===null))h=false;if(j?.kind!=='answer')continue;const k=bV(f.mac,j.clients?.[f.mac]??null);if(k.authorized)
return bT(bW(g,i),{state:'joined',open:false,ended:e.ended,reason:null,peer:{...f,authorized:true,signal:k.signal}});}
if(d.monotonic>=b+(h?0:bJ-am*1000))
return bT(g,{state:'success',open:false,ended:e.ended,reason:'not_connected',peer:f});return a;}
function cp(a){const b=a.session;if(b.state!=='success')return a;const c={...b.peer,authorized:true};return bT({...a,until:null},{state:'joined',open:false,ended:b.ended,reason:null,peer:c});}
function cq(a,b,c){if(a.session.open)return cn(a,b,c);return a.until===null?a:co(a,a.until,b,c);}
function cr(a,b){if(b.session.open||!a.session.open)return[];return filter(b.parts,c=>c.ending===null&&c.ifname!==b.session.ifname);}
function cs(a,b,c){const d=a.session,e=d.peer;if(e===null||(e.name===b&&e.ip===c))return a;return bT(a,{...d,peer:{...e,name:b,ip:c}});}
function ct(a,b){const c=a.session,d=c.open?max(0,am-int((b.monotonic-a.since)/1000)):0;return{...c,remaining:c.started===null?null:d};}
function cu(a){const b=`/sys/class/net/${a}/carrier`,c=aa.readfile(b,1);if(c===null)return aa.access(b)===true?false:null;return c==='1'?true:c==='0'?false:null;}
const cv='/etc/rc.button/wps',cw='/etc/rc.wps/';let cx=null;function cy(){cx??=index(aa.readfile(cv)??'',cw)>=0;return cx;}
const cz=5,cA=2000;let cB=0,cC=0;function cD(a){const b=aJ(),c=b.epoch*1000-b.monotonic;if(c-cB>cA||cB-c>cA){cB=c;cC++;}
let d=`${cC}`,e=true;for(let f in a){const g=aa.stat(f);d+=g===null?'/':`/${g.inode} ${g.size} ${g.ctime}`;if(g!==null&&g.ctime>=b.epoch-cz)e=false;}
return{text:d,settled:e};}
function cE(a,b,c){if(a?.text===b.text)return a;return{text:b.settled?b.text:'',value:c()};}
const cF='/etc/config/wps';let cG=null;function cH(){const a=ab.cursor()??die('uci');a.load(cF);return a;}
function cI(){const a={};cH().foreach('wps',null,b=>{const c={},d={};for(let e in keys(b))
if(substr(e,0,1)==='.')continue;else if(type(b[e])==='array')d[e]=b[e];else c[e]=`${b[e]}`;a[b['.type']]??=[];push(a[b['.type']],{name:b['.name'],options:c,lists:d});});return a;}
function cJ(a){cG=cE(cG,cD([cF]),cI);return cG.value[a]??[];}
function cK(a,b,c){if(aa.access(cF)!==true&&aa.writefile(cF,'')===null)return false;const d=cH();d.set('wps',a,b);for(let e in keys(c)){const f=c[e];if(f!==null)d.set('wps',a,e,f);else if((d.get('wps',a,e)??null)!==null)d.delete('wps',a,e);}
return d.commit()===true;}
function cL(a){if(length(a)===0)return true;const b=cH();for(let c in a)if((b.get('wps',c)??null)!==null)b.delete('wps',c);return b.commit()===true;}
function cM(a){return aa.access(a)===true;}
function cN(a,b){const c=aa.readfile(a);if(c===null&&cM(a))return null;return c===b;}
function cO(a){return aa.readfile(a);}
function cP(a){aa.unlink(a);}
function cQ(a){return(aa.stat(a)?.size??0)<90;}
function cR(a,b){return aN(a,b,'network',true);}
function cS(){return length(aa.glob('/etc/hostapd-wps-*.psk'))>0;}
function cT(){return aa.glob('/etc/hostapd-wps-*.psk','/etc/hostapd-wps-*.psk.new','/etc/hostapd-wps-*.cred','/etc/hostapd-wps-*.cred.new');}
const cU=['Disabled','Active','Timed-out','Overlap'],cV=['None','Success','Failed'],cW={pbc:'Disabled',result:'None',reason:null,peer:null};function cX(a,b){return{object:`hostapd.${a}`,method:b};}
const cY=/([0-9a-f]{2}:){5}[0-9a-f]{2}/;function cZ(a){return match(a,cY)?.[0]===a;}
function da(a){const b=a.last_wps_result,c=a.reason==='Authentication Failure',d=a.peer_address;return{pbc:index(cU,a.pbc_status)<0?'Unknown':a.pbc_status,result:index(cV,b)<0?'Unknown':b,reason:c?'authentication_failure':a.reason?'unknown':null,peer:type(d)==='string'&&cZ(d)?d:null};}
function db(a){const b={};for(let c in keys(a?.clients??{})){const d=a.clients[c];b[lc(c)]={authorized:d.authorized===true,wps:d.wps===true,signal:type(d.signal)==='int'?d.signal:null};}
return b;}
function dc(a,b,c){if(a.code===ai)return{kind:'no_wps'};if(a.code===aj)return{kind:'gone',told:c};if(a.code!==ak||type(a.data)!=='object')return{kind:'silent'};return{kind:'answer',registrar:da(a.data),clients:b?.code===ak?db(b.data):null,told:c};}
function dd(a){if(a.code===aj)return{kind:'gone',told:[]};if(a.code!==ak)return{kind:'silent'};return{kind:'answer',registrar:null,clients:db(a.data),told:[]};}
const de=/hostapd(\[[0-9]+\])?: ([A-Za-z0-9._-]+): (.*)/;function df(a){const b=match(a.msg,de);return b?.[0]===a.msg?{ifname:b[2],text:b[3]}:null;}
function dg(a){const b=[];for(let c in a){const d=split(df(c)?.text??'',' ');if(d[0]!=='AP-STA-CONNECTED'||length(d)<3||!cZ(d[1]))continue;if(index(d[2],'keyid=')===0)
push(b,{mac:d[1],id:substr(d[2],length('keyid='))});}
return b;}
function dh(a,b,c){if(length(c)===0||c[0].id>b+1||c[length(c)-1].id<b)return null;const d=[];for(let e in c){const f=df(e);if(e.id>b&&f!==null&&index(a,f.ifname)>=0)push(d,f.text);}
return d;}
function di(a,b,c){const d=dh(a,b,c);return d===null?null:length(filter(d,e=>index(e,'CTRL-EVENT-EAP-STARTED ')===0))>0;}
const dj=12;function dk(a,b,c){const d=filter(dh(a,b,c)??[],f=>index(f,'WPS-FAIL msg=')===0),e=filter(d,f=>int(substr(split(f,' ')[1],length('msg=')))>=dj);return length(d)>0&&length(e)===0;}
function dl(a,b,c){const d=[];for(let e in c){const f=df(e);if(f?.ifname!==a||e.id<=(b??e.id))continue;if(index(f.text,'WPS-')===0)push(d,f.text);}
return d;}
const dm='/tmp/dhcp.leases',dn='/proc/net/arp',dp=/[ \t]+/,dq={name:null,ip:null};function dr(a){return map(split(aa.readfile(a)??'','\n'),b=>split(trim(b),dp));}
function ds(a){return{name:null,ip:a[0]};}
function dt(a){return{name:a[3]&&a[3]!=='*'?a[3]:null,ip:a[2]??null};}
function du(){const a={};for(let b in dr(dn))
if(length(b)>3)a[lc(b[3])]=ds(b);for(let b in dr(dm))
if(length(b)>2)a[lc(b[1])]=dt(b);return a;}
function dv(a){return du()[a]??dq;}
const dw='/var/run/luci-wps-house.json';function dx(){const a=aa.readfile(dw);if(a===null)return null;try{const b=json(a);return type(b?.routers)==='array'&&type(b.connected)==='bool'?b:null;}catch{return null;}}
function dy(){return cJ('house')[0]?.options?.uuid??null;}
function dz(a,b){aS({object:'luci.wps.house',method:'start',args:{network:a,session:b}});}
let dA=null;try{dA=require('log');}catch{dA=null;}
function dB(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(dA)dA.syslog(dA.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function dC(a){return{object:'log',method:'read',args:{lines:a,stream:false}};}
function dD(a){return a?.data?.log??[];}
function dE(a){an('luci.wps',a);}
const dF='/etc/config/wireless';function dG(){const a=ab.cursor()??die('uci');a.load(dF);return a;}
function dH(){return dG().get_all('wireless')??{};}
const dI='/var/run/rpcd',dJ=/[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/;function dK(){const a={},b=filter(aa.lsdir(dI)??[],c=>index(c,'uci-')===0);for(let c in['/tmp/.uci',...map(b,d=>`${dI}/${d}`)]){const d=aa.readfile(`${c}/wireless`);if(d===null)continue;for(let e in split(d,'\n')){const f=match(e,dJ);if(f?.[0]===e)a[f[1]]=true;}}
return a;}
function dL(){const a=[];for(let b in aa.lsdir('/lib/netifd/wireless')??[]){if(substr(b,-3)==='.sh')push(a,substr(b,0,length(b)-3));}
return a;}
const dM='/usr/share/ucode/wifi/ap.uc',dN='/lib/netifd/hostapd.sh',dO='/lib/netifd/wireless.uc',dP=[dM,dN,dO],dQ=[dF,...dP];function dR(){return cD(dP);}
function dS(){return cD(dQ);}
function dT(){return{netifd_ucode:aa.access(dO)===true,ap_uc:aa.readfile(dM),hostapd_sh:aa.readfile(dN)};}
function dU(a){const b=match(a,/@wifi-iface\[-?[0-9]+\]/);return b?.[0]===a?(dG().get_all('wireless',a)?.['.name']??a):a;}
function dV(a){return trim(aa.readfile(`/sys/class/net/${a}/address`)??'')||null;}
function dW(a,b){const c=dG(),d={};for(let e in b)d[e]=c.get('wireless',a,e)??null;return d;}
function dX(a){const b=dG();for(let c in keys(a)){const d=a[c];for(let e in keys(d)){const f=d[e];if(f!==null)b.set('wireless',c,e,f);else if(b.get('wireless',c,e)!==null)b.delete('wireless',c,e);}}
return b.commit()===true;}
function dY(a,b){return a.args[b]??null;}
function dZ(a){for(let b in keys(a.args))
if(a.args[b]===''&&b!=='ubus_rpc_session')return b;return null;}
function ea(a){const b=dY(a,'origin')??'luci.wps',c=dY(a,'by'),d=c===null||match(c,/[A-Za-z0-9_.-]{1,32}/)?.[0]===c,e=b!=='house'&&b!=='luci.wps'?'origin':d?null:'by';if(e!==null){a.fail('invalid_argument',e);return null;}
return b==='house'?{origin:b,by:c??b}:{origin:'luci.wps',by:a.who};}
function eb(a){const b=dY(a,'section'),c={network:dY(a,'network'),section:b===null?null:dU(b),ifname:dY(a,'ifname')},d=filter(keys(c),f=>c[f]!==null),e=dZ(a)??(length(d)>1?d[1]:null);if(e===null)return c;a.fail('invalid_argument',e);return null;}
const ec={mode:['text','text'],disabled:['yes','yes'],ssid:['text','text'],encryption:['text','text'],key:['text','text'],wpa_psk_file:['text','text'],hidden:['yes','yes'],ignore_broadcast_ssid:[null,'yes'],ieee80211w:['number','number'],ieee80211r:['yes','yes'],multi_ap:['number','number'],ppsk:['yes','yes'],macfilter:['text','text'],auth_server:['list','list'],auth_server_addr:[null,'list'],maxassoc:['number','number'],max_num_sta:[null,'number'],wps_pushbutton:['yes','yes'],wps_label:['yes','yes'],wps_independent:['number','number'],wps_pin:['text','text'],ap_pin:[null,'text'],ext_registrar:['yes','yes'],wps_device_name:['text','text'],multi_ap_backhaul_ssid:['text','text'],multi_ap_backhaul_key:['text','text'],uuid:['text','text'],hostapd_bss_options:['list','list']},ed={disabled:['yes','yes'],type:['text','text'],band:['text','text'],hwmode:['text','text'],channel:['text','text']},ee=['1','true'],ef=['0','false'];function eg(a){return index(ee,a)>=0?true:index(ef,a)>=0?false:null;}
function eh(a,b){const c=type(a)==='string'?a:'',d=b.netifd==='c'?c:trim(c);if(match(d,/0[xX][0-9a-fA-F]+/)?.[0]===d)return hex(d);if(match(d,/-?[0-9]+/)?.[0]!==d)return null;return int(d,match(d,/0[0-7]+/)?.[0]===d?8:10);}
function ei(a){if(type(a)==='array')return a;return filter(split(`${a ?? ''}`,/[ \t]+/),b=>b!=='');}
function ej(a,b,c){const d=b[c.scripts!=='ucode'?0:1];if((a??null)===null||d===null)return null;if(d==='list')return ei(a);if(d==='yes')return eg(a);if(d==='number')return eh(a,c);return type(a)==='string'?a:null;}
function ek(a,b,c){const d={};for(let e in keys(b))d[e]=ej(a[e],b[e],c);if(!c.uuid)d.uuid=null;return d;}
const el=['sta','mesh','adhoc'],em=['ssid','encryption','key','hidden','ignore_broadcast_ssid','macfilter','auth_server','auth_server_addr','ppsk','multi_ap','ieee80211w','wps_pushbutton','wps_label','wps_independent','uuid','wpa_psk_file','hostapd_bss_options'],en='mac80211';function eo(a){return a===false||a===null?'':sprintf('%J',a);}
function ep(a,b){return type(b)==='double'||(type(b)==='array'&&index(ec[a],'list')<0);}
function eq(a,b,c){if(b===c)return true;if(b===null&&ep(a,c))return true;return eo(b)===eo(c);}
function er(a,b){const c=a.iface.options;return(length(filter(em,d=>!eq(d,c[d],b?.[d]??null)))===0);}
function es(a,b,c){const d=b!==null||index(c,a.type)>=0;return{...a.radio,managed:a.type===en&&d,up:b?.up??null,stopped:b?.autostart===false,failed:b?.retry_setup_failed===true};}
function et(a){const b=filter(a,c=>index(el,c.config?.mode)>=0);return filter(map(b,c=>c.ifname??null),c=>c!==null);}
function eu(a,b,c,d){const e=[],f={};for(let g in a){const h=b?.[g.radio.name]??null,i=h?.interfaces??[],j=es(g,h,d),k=et(i);for(let l in g.drafts){const m=l.name,n=filter(i,p=>p.section===m)[0]??null,o=n?.ifname??null;if(f[o??''])continue;f[o??'']=o!==null;push(e,{...l.bss,radio:j,ifname:o,applied:n===null?null:er(l,n.config??null),unsaved:c[l.bss.section]===true||c[j.name]===true,uplinks:k});}}
return e;}
const ev=[['*tkip+aes',['CCMP','TKIP']],['*tkip+ccmp',['CCMP','TKIP']],['*aes+tkip',['CCMP','TKIP']],['*ccmp+tkip',['CCMP','TKIP']],['*ccmp256',['CCMP-256']],['*aes',['CCMP']],['*ccmp',['CCMP']],['*tkip',['TKIP']],['*gcmp256',['GCMP-256']],['*gcmp',['GCMP']],['wpa3-192*',['GCMP-256']],['*',['CCMP']]],ew=[['wpa2*',2],['wpa3*',2],['*psk2*',2],['psk3*',2],['sae*',2],['owe*',2],['wpa*mixed*',3],['*psk*mixed*',3],['wpa*',1],['*psk*',1],['*',0]],ex=[['owe*','owe'],['wpa3*','eap'],['psk3-mixed*','psk-sae'],['sae-mixed*','psk-sae'],['psk3*','sae'],['sae*','sae'],['*psk*','psk'],['*wpa*','eap'],['*8021x*','eap'],['*wep*','wep'],['*','none']],ey={none:'none',owe:'owe','wpa3-192':'eap','wpa3-mixed':'eap',wpa3:'eap',psk:'psk',psk2:'psk','psk-mixed':'psk',sae:'sae',psk3:'sae','psk3-mixed':'psk-sae','sae-mixed':'psk-sae','sae-compat':'psk-sae-compat',wpa:'eap',wpa2:'eap','wpa-mixed':'eap','psk-sae':'psk-sae','psk-sae-compat':'psk-sae-compat',eap:'eap',eap2:'eap',eap192:'eap','eap-eap2':'eap'},ez={'tkip+aes':['CCMP','TKIP'],'tkip+ccmp':['CCMP','TKIP'],'aes+tkip':['CCMP','TKIP'],'ccmp+tkip':['CCMP','TKIP'],ccmp256:['CCMP-256'],aes:['CCMP'],ccmp:['CCMP'],tkip:['TKIP'],gcmp256:['GCMP-256'],gcmp:['GCMP']},eA={none:[],owe:['OWE'],wep:[],psk:['WPA-PSK'],'psk-sae':['WPA-PSK','SAE'],'psk-sae-compat':['WPA-PSK','SAE'],sae:['SAE'],eap:['WPA-EAP'],dpp:['DPP'],unknown:[]};function eB(a,b){return filter(a,c=>wildcard(b,c[0]))[0][1];}
function eC(a,b){if(a==='dpp'&&b.dpp)return'dpp';if(b.scripts!=='ucode')return eB(ex,a);return ey[split(a,'+')[0]]??'unknown';}
function eD(a,b){if(b.scripts!=='ucode')return eB(ev,a);const c=index(a,'+'),d=c<0?'':substr(a,c+1);return ez[d]??(index(a,'wpa3-192')===0?['GCMP-256']:['CCMP']);}
function eE(a,b){const c=a??'none',d=eC(c,b),e=d==='dpp'?2:eB(ew,c);return{auth:d,wpa:e,ciphers:e===0?[]:eD(c,b),akms:e===0?[]:eA[d]};}
const eF=['CCMP','GCMP','CCMP-256','GCMP-256'];function eG(a){const b=a.akms;if(a.auth==='eap'||index(b,'DPP')>=0||index(b,'WPA-EAP')>=0)
return'enterprise';if(a.auth==='wep')return'wep';if(a.wpa===0||index(b,'OWE')>=0)return'open_network';if(length(b)===0)return'unknown_encryption';if(index(b,'WPA-PSK')<0)return'wpa3_only';const c=length(filter(a.ciphers,d=>index(eF,d)>=0))>0;return a.wpa!==1&&c?'ok':'tkip_only';}
function eH(a,b){return eG(eE(type(a)==='string'?a:null,b));}
function eI(a,b){const c=ek(a,ec,b);return{section:a,options:c,lines:bd(c.hostapd_bss_options??[],b),software:b};}
function eJ(a){const b=length(a);return b===64?match(a,/[0-9A-Fa-f]+/)?.[0]===a:b>=8&&b<64;}
function eK(a,b,c,d){const e=be(a.lines,b);return e===null?{value:c,option:d}:{value:e,option:bc};}
function eL(a,b,c){return a.software.scripts!=='ucode'||(a.section[b]??null)!==null?b:c;}
function eM(a){const b=match(a,/ *-?[0-9]+/)?.[0]??'';return b!==''&&index(a,b)===0?int(trim(b)):0;}
function eN(a){return filter(split(a,' '),b=>b!=='');}
function eO(a){return a.software.scripts==='ucode'&&type(a.section.encryption)==='array';}
const eP={auth:'unknown',wpa:2,ciphers:[],akms:[]};function eQ(a){const b=eO(a)?eP:eE(a.options.encryption,a.software),c=be(a.lines,'wpa'),d=be(a.lines,'wpa_key_mgmt'),e=be(a.lines,'rsn_pairwise')??be(a.lines,'wpa_pairwise');return{auth:b.auth,wpa:c===null?b.wpa:eM(c),akms:d===null?b.akms:eN(d),ciphers:e===null?b.ciphers:eN(e)};}
function eR(a){const b=eL(a,'hidden','ignore_broadcast_ssid');return eK(a,'ignore_broadcast_ssid',a.options[b]===true?'1':'0',b);}
const eS=['psk','psk-sae','psk-sae-compat','sae'];function eT(a){return index(eS,a.auth)>=0;}
function eU(a,b){const c=a.software.scripts==='old'?b.auth==='psk':eT(b);return c&&a.options.ppsk===true;}
function eV(a,b){const c=eL(a,'auth_server','auth_server_addr'),d=a.options.macfilter;let e={value:'0',option:'macfilter'};if(eU(a,b))e={value:'2',option:'ppsk'};if(length(a.options[c]??[])>0&&index(['eap','dpp','unknown'],b.auth)<0)
e={value:'2',option:c};if(d==='allow')e={value:'1',option:'macfilter'};if(d==='deny')e={value:'0',option:'macfilter'};return eK(a,'macaddr_acl',e.value,e.option);}
function eW(a){return eK(a,'ieee80211w',`${a.options.ieee80211w ?? 0}`,'ieee80211w');}
function eX(a){return a.options.wps_pushbutton===true||a.options.wps_label===true;}
function eY(a){return eK(a,'wps_state',eX(a)?'2':'0','wps_pushbutton');}
function eZ(a){const b=a.options.wps_independent,c=a.software.scripts==='ucode'&&(a.section.wps_independent??null)!==null?'0':'1';return eM(eK(a,'wps_independent',`${b ?? c}`,'wps_independent').value)!==0;}
function fa(a){const b=eL(a,'maxassoc','max_num_sta'),c=eM(eK(a,'max_num_sta',`${a.options[b] ?? 0}`,b).value);return c>0?c:null;}
function fb(a){return be(a.lines,'uuid')??a.options.uuid;}
function fc(a){return be(a.lines,'ssid')??a.options.ssid??'';}
function fd(a){return filter(ae,b=>index([null,'',false],a.options[b])<0)[0]??null;}
function fe(a,b){const c=a.options.key;if(c!==null&&eJ(c))return false;const d=b||a.options.wpa_psk_file!==null;return!d||(c!==null&&(length(c)===64||a.software.scripts!=='ucode'));}
const ff=['ok','wpa3_only','tkip_only'];function fg(a,b,c){const d=a.options,e=eG(b),f=eG(eQ({...a,lines:[]})),g=eV(a,b),h=eW(a),i=eR(a),j=eY(a),k=fd(a),l={};if(d.multi_ap===1)return{multi_ap_backhaul:'multi_ap'};if(e!=='ok')l[e]=e===f?'encryption':bc;if(eU(a,b))l.ppsk='ppsk';else{if(index(ff,e)>=0&&fe(a,c))l.bad_key='key';if(eM(g.value)===2)l.mac_authentication=g.option;}
if(eM(i.value)!==0)l.hidden_ssid=i.option;if(eM(j.value)!==2)l.wps_disabled=j.option;if(eM(g.value)===1)l.mac_allow_list=g.option;if(k!==null)l.pin_exposed=k;if(d.ieee80211r===true&&b.wpa>=2)l.fast_roaming='ieee80211r';const m=index(b.akms,'SAE')<0||b.auth==='psk-sae-compat';if(e==='ok'&&m&&eM(h.value)===2)l.pmf_required=h.option;return l;}
const fh={b:'2g',g:'2g',a:'5g'};function fi(a){const b=`${a.channel ?? ''}`;return match(b,/[0-9]+/)?.[0]===b?int(b):0;}
function fj(a,b){const c=`${a.hwmode ?? ''}`,d=index(c,'11')===0?substr(c,2):c;if(index(['a','b','g','ad'],d)>=0)return d;return b.scripts!=='ucode'&&fi(a)>14?'a':'g';}
function fk(a,b){const c=a.band??null;if(index(['2g','5g','6g'],c)>=0)return c;if(c==='60g'||(c!==null&&b.scripts==='ucode'))return null;return fh[fj(a,b)]??null;}
const fl={access_network_type:[0,15],iw_access_network_type:[0,15],anqp_domain_id:[0,65535],assoc_sa_query_max_timeout:[1,4294967295],ieee80211w_max_timeout:[1,4294967295],assoc_sa_query_retry_timeout:[1,4294967295],ieee80211w_retry_timeout:[1,4294967295],dtim_period:[1,255],dynamic_vlan:['0','1','2'],eapol_version:['1','2'],ieee80211w:['0','1','2'],macfilter:['allow','deny'],ocv:[0,15],reassociation_deadline:[1000,65535],sae_pwe:['0','1','2'],time_advertisement:['0','2'],transition_disable:['on','off','0','1','sae','sae-pk','wpa3','owe']},fm=['transition_disable'],fn={band:['2g','5g','6g','60g'],beacon_int:[15,65535],cell_density:[0,3],chanbw:['5','10','20'],he_bss_color:[1,128],htmode:[...['NOHT','HT20','HT40-','HT40+','HT40','VHT20','VHT40','VHT80','VHT160'],...['HE20','HE40','HE80','HE160','EHT20','EHT40','EHT80','EHT160','EHT320']],log_level:[0,4],mbssid:[0,2],require_mode:['n','ac','ax'],rx_stbc:[0,4],vht160:[0,2],vht_link_adapt:[0,3],vht_max_a_mpdu_len_exp:[0,7],vht_max_mpdu:['3895','7991','11454']};function fo(a,b,c,d){if(index(fm,a)>=0)return length(filter(ei(b),g=>index(c,g)<0))===0;const e=eh(b,d);if(type(c[0])==='string')return index(c,e===null?b:`${e}`)>=0;const f=c;return e===null||((f[0]===0||e>=f[0])&&e<=f[1]);}
function fp(a,b,c){if(c.scripts!=='ucode')return null;const d=f=>(a[f]??null)!==null,e=f=>!fo(f,a[f],b[f],c);return filter(keys(b),f=>d(f)&&e(f))[0]??null;}
function fq(a,b){return fp(a,fl,b);}
function fr(a,b){return fp(a,fn,b);}
const fs=32,ft=2007;function fu(a){const b=a.options.auth_server??a.options.auth_server_addr??[],c=be(a.lines,'eap_server')??a.section.eap_server??'0';return length(b)>0||(a.section.server??null)!==null||c==='1';}
function fv(a){return a===null||match(a,/[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/)!==null;}
function fw(a){return a===''||index(a,'#')===0||match(a,/[a-z][a-z0-9_]*=.*/)?.[0]===a;}
function fx(a,b){const c=a.options.key;if(eU(a,b))return false;if(c===null)return a.software.scripts==='old'&&a.options.wpa_psk_file===null;return!eJ(c)&&(length(c)===64||a.software.scripts!=='ucode');}
function fy(a,b){const c=a.options,d=c.ieee80211r===true&&b.wpa>=2&&b.auth!=='psk',e=b.auth==='owe'?null:c.key;return(a.software.scripts==='shell'&&d&&e===null&&(a.section.auth_secret??null)===null);}
function fz(a){const b=a.options.multi_ap_backhaul_key;return(a.options.multi_ap>0&&!!a.options.multi_ap_backhaul_ssid&&b!==null&&length(b)<8);}
function fA(a,b){const c=a.options,d=eG(b),e=a.software.scripts!=='ucode',f=length(c.ssid??'');if(f>fs||(e&&f===0))return'ssid';if(index([null,0,1,2,3],c.multi_ap)<0)return'multi_ap';if((c.maxassoc??c.max_num_sta??0)>ft)return'maxassoc';if(d==='wep')return'encryption';if(d==='unknown_encryption'&&(eO(a)||c.wpa_psk_file===null))
return'encryption';if(eU(a,b)&&eM(eV(a,b).value)!==2)
return'macfilter';if(b.auth==='eap'&&!fu(a))return'auth_server';if(eT(b)&&fx(a,b))return'key';if(fy(a,b))return'ieee80211r';if(e&&eX(a)&&fz(a))return'multi_ap_backhaul_key';if(eX(a)&&!fv(fb(a)))return'uuid';if(eX(a)&&length(c.wps_device_name??'')>fs)return'wps_device_name';return length(filter(a.lines,g=>!fw(g)))>0?bc:null;}
const fB=['ap','sta','adhoc','mesh'];function fC(a,b){const c=index(fB,a.options.mode)>=0,d=c?fq(a.section,a.software):null;return d??(a.options.mode==='ap'?fA(a,b):null);}
function fD(a,b){const c=a.country??null;if(c!==null&&match(c,/[A-Z0-9][A-Z0-9].*/)?.[0]!==c)return'country';return fr(a,b);}
function fE(a,b){const c=filter(values(a),d=>d['.type']===b);return sort(c,(d,e)=>d['.index']-e['.index']);}
function fF(a,b,c){return a['.anonymous']&&c.netifd==='c'?`@${a['.type']}[${b}]`:a['.name'];}
const fG=['yes','yes'];function fH(a,b,c){const d=a.iface??null;if(c.netifd==='c')return d===null||type(d)==='array'||d===b;return d===null||index(ei(d),b)>=0;}
function fI(a,b,c){if(c.netifd==='c'&&a['.anonymous'])return false;const d=filter(b,e=>ej(e.disabled,fG,c)!==true&&fH(e,a['.name'],c));return length(d)>0;}
function fJ(a){const b={};return map(a,(c,d)=>{const e=c.options.key;return e===null?d:(b[`key ${e}`]??=d);});}
function fK(a){const b=a.section.device??null;if(a.software.netifd==='ucode')return ei(b);if(type(b)==='array')return a.software.scripts==='old'?[]:b;return b===null?[]:[b];}
function fL(a,b,c){const d=fD(a,c);if(d!==null)return{section:a['.name'],option:d};for(let e in b){const f=e.options.disabled===true?null:fC(e,eQ(e));if(f!==null)return{section:e.section['.name'],option:f};}
return null;}
function fM(a,b,c){const d=ek(a,ed,c),e=fi(d);return{name:a['.name'],band:fk(d,c),channel:e>0?e:null,disabled:d.disabled===true,managed:true,up:null,stopped:false,failed:false,refusal:b};}
function fN(a,b,c,d){const e=eQ(a),f=a.options,g=fg(a,e,d);if(b.band==='6g')g.band_6ghz='band';return{section:a.section['.name'],radio:b,ifname:null,ssid:fc(a),disabled:f.disabled===true,encryption:f.encryption??'none',protection:eG(e),sae:index(e.akms,'SAE')>=0,key_number:c,faults:g,capacity:fa(a),wps:eM(eY(a).value)===2,independent:eZ(a),uuid:fb(a),raw:a.lines,applied:null,psk_file:f.wpa_psk_file,stations:d,unsaved:false,uplinks:[]};}
function fO(a,b){const c=fE(a,'wifi-station'),d=map(fE(a,'wifi-iface'),f=>eI(f,b)),e=fJ(d);return map(fE(a,'wifi-device'),f=>{const g=filter(d,j=>index(fK(j),f['.name'])>=0),h=fM(f,fL(f,g,b),b),i=filter(g,j=>j.options.mode==='ap');return{radio:h,type:type(f.type)==='string'?f.type:null,drafts:map(i,j=>{const k=index(d,j),l=fI(j.section,c,b),m=fF(j.section,k,b);return{bss:fN(j,h,e[k],l),iface:j,name:m};})};});}
function fP(a){const b=a.ap_uc??a.hostapd_sh??'';return{netifd:a.netifd_ucode?'ucode':'c',scripts:a.ap_uc!==null?'ucode':index(b,'sae_password_file')>=0?'shell':'old',uuid:index(b,'uuid')>=0,dpp:index(b,'dpp')>=0};}
let fQ=null,fR=null;function fS(){fQ=cE(fQ,dR(),()=>fP(dT()));return fQ.value;}
function fT(){fR=cE(fR,dS(),()=>fO(dH(),fS()));return fR.value;}
let fU=null;function fV(a){const b=fT(),c=dK(),d=dL(),e=sprintf('%J',[a,c,d]);if(fU?.configuration!==b||fU?.told!==e)
fU={configuration:b,told:e,bsses:eu(b,a,c,d)};return fU.bsses;}
const fW=['network','off','stock'];function fX(a){return filter(fW,b=>b===a)[0]??null;}
function fY(){const a=cJ('button')[0]?.options??{},b=fX(a.action??null)??'network';return{present:cy(),action:b,network:b==='network'?(a.network??null):null};}
const fZ=0x100e,ga=0x1026,gb=0x1045,gc=0x1003,gd=0x100f,ge=0x1027,gf=0x1020,gg=0x0020,gh=0x0008;function gi(a){return chr(int(a/256),a%256);}
function gj(a,b){return gi(a)+gi(length(b))+b;}
function gk(a,b){return gj(fZ,gj(ga,chr(1))+
gj(gb,a)+
gj(gc,gi(gg))+
gj(gd,gi(gh))+
gj(ge,b)+
gj(gf,chr(255,255,255,255,255,255)));}
function gl(){const a=cJ('guard')[0]??null;return a===null?null:{when:int(a.options.when??'0'),sections:a.lists.section??[]};}
function gm(a){const b=dW(a,['encryption','ssid','key']);if(eH(b.encryption,fS())!=='ok')return'';if(b.key===null||b.ssid===null)return null;return gk(`${b.ssid}`,`${b.key}`);}
function gn(a){return`wps=1 00:00:00:00:00:00 ${dW(a, ['key']).key ?? ''}\n`;}
function go(a){const b=a.psk_file??'';return aB(b,'psk')&&cQ(b)&&cN(b,gn(a.section))===true;}
function gp(a){const b=ar(a.raw);if(b!==null)return cN(b,gm(a.section)??'')===false?'lost':'shared';if(!aB(a.psk_file,'psk'))return'lost';return go(a)?'shared':'own';}
let gq={},gr=null;function gs(a){return(gq[a.section]??=gp(a));}
function gt(a){const b=map(filter(a,c=>c.wps),gs);if(length(b)===0||index(b,'lost')>=0)return'lost';return index(b,'own')>=0?'own':'shared';}
function gu(a,b){const c=gm(b);if(c===null)return false;return cN(a,c)===true||cR(a,c);}
function gv(a){return aL(a)!==null;}
function gw(a,b){return{hostapd_bss_options:[...ax(a.raw),...aU(a.raw),...aq(b)]};}
function gx(a){const b=['/etc'];for(let c in a)
for(let d in[ar(c.raw),aB(c.psk_file,'psk')?c.psk_file:null])
if(d!==null&&index(b,d)<0)push(b,d);return cD(b);}
function gy(a){if(gl()!==null)return;const b=aR()?.former??{};for(let c in keys(b)){const d=b[c].hostapd_bss_options??[];a[`${b[c].wpa_psk_file ?? ''}`]=true;a[ar(type(d)==='array'?d:[])??'']=true;}
for(let c in cT())
if(!a[c]&&(!aB(c,'psk')||aC(c)))cP(c);}
let gz=0;const gA=30000;function gB(a){return gz>0&&a-gz<gA;}
function gC(a){const b={},c={};let d=false,e=0;for(let f in a){const g=ar(f.raw),h=g===null?null:gm(f.section);if(g!==null)b[g]=true;if(g!==null&&h!==null&&cN(g,h)===false){e++;const j=f.applied===true&&cM(g)?aI(g,f.section):g;b[j]=true;if(cR(j,h)&&j!==g)c[f.section]=gw(f,j);}
const i=aB(f.psk_file,'psk')?f.psk_file:null;if(i===null||b[i])continue;b[i]=true;if(!cM(i)){e++;d=gv(i)||d;}}
gy(b);if(length(c)>0&&dX(c)){aS({object:'network',method:'reload'});gz=aJ().monotonic;}
if(d)aS({object:'hostapd',method:'reload'});return e===0&&aR()===null;}
function gD(a){const b=gx(a);if(gr?.bsses===a&&gr.text===b.text)return true;gq={};gr=gC(a)&&b.settled?{bsses:a,text:b.text}:null;return false;}
const gE=1000,gF=900,gG=50;let gH=null;const gI=120;function gJ(a,b){const c=a.session.peer;return c!==null&&c.ip===null&&b.epoch-(a.session.ended??b.epoch)<=gI;}
function gK(a,b){const c=a.session.peer;if(c===null||!gJ(a,b))return a;const d=dv(c.mac);return cs(a,d.name,d.ip);}
const gL=[];function gM(a){push(gL,a);}
function gN(a,b,c){const d=ct(b,aJ()),e=d.peer,f=d.reason===null?'':` (${d.reason})`,g=e===null?'':`, device ${e.name ?? e.mac}`,h=c!==null||d.by===null?'':`, by ${d.by}`,i=d.ifname??join(', ',d.ifnames);dB(`WPS on "${d.network}" (${i}): ${a}${f}${g}${h}`);dE({type:a,session:d});}
function gO(a,b){const c=ct(a,aJ());map(gL,d=>az(()=>d(c,b)));}
function gP(a){let b=0;for(let c in aG.presses){const d=index(c.spared,a.ifname)>=0||(!c.independent&&!a.independent);if(!d)b=max(b,c.until);}
return b;}
function gQ(a,b){const c=max(aG.overlaps[a.ifname??'']??0,gP(a));return max(0,int((c-b.monotonic+999)/1000));}
function gR(a,b,c){if(b.kind!=='answer'||b.registrar===null)return;const d=aG.overlaps[a]??null;if(b.registrar.pbc==='Overlap'){if(d!==null)return;aG.overlaps[a]=c.monotonic+al*1000;}else if(d!==null&&(b.registrar.pbc==='Active'||d<=c.monotonic))
delete aG.overlaps[a];else return;aT();}
function gS(a,b){const c=filter(a.parts,e=>e.ifname===a.session.ifname)[0]??null;if(c===null||a.session.method==='pin')return;const d=b.monotonic+al*1000;aG.presses=[{spared:[c.ifname],independent:c.independent,until:d},...filter(aG.presses,e=>e.until>b.monotonic)];}
function gT(a){for(let b in a)aG.closing[b.ifname]=true;for(let b in bB(a))aS(cX(b.ifname,'wps_cancel'));}
function gU(a,b){if(!exists(aG.closing,a))return;if(b.kind==='answer'&&b.registrar?.pbc==='Active')aS(cX(a,'wps_cancel'));else if(b.kind!=='silent'){delete aG.closing[a];aT();}}
function gV(a,b,c){const d=b.session,e=a.session.state;if(d.state==='lost')for(let f in b.parts)aG.stuck[f.ifname]=true;if(d.state==='success'&&e!=='success')gS(b,c);gT(cr(a,b));if(d.state==='failed'&&d.method==='pin')
for(let f in bB(b.parts))aS(cX(f.ifname,'wps_cancel'));if(d.state!=='waiting')gN(d.state,b,e);gO(b,a.session);}
function gW(a,b){return a.reason!==b.reason||a.peer?.name!==b.peer?.name;}
function gX(a,b){const c=[];aG.windows=map(aG.windows,d=>{const e=a(d);if(e===d)return d;aT();push(c,[d,e]);return e;});map(c,d=>{if(d[1].session.state!==d[0].session.state)gV(d[0],d[1],b);else if(gW(d[0].session,d[1].session))gO(d[1],d[0].session);});}
function gY(a,b){for(let c in keys(a)){const d=a[c]??null;if(d===null)continue;gR(c,d,b);gU(c,d);if(d.kind==='answer'&&d.registrar!==null&&d.registrar.pbc!=='Active'&&exists(aG.stuck,c)){delete aG.stuck[c];aT();}}
gX(c=>(bQ(c)?gK(cq(c,a,b),b):c),b);}
function gZ(a){gX(b=>(b.session.id===a?cp(b):b),aJ());}
function ha(a,b){if(a.network!==null)return b.session.network===a.network;if(a.section!==null)
return length(filter(b.parts,c=>c.section===a.section))>0;if(a.ifname!==null)return index(b.session.ifnames,a.ifname)>=0;return true;}
function hb(a){return pop(filter(aG.windows,b=>b.session.open&&ha(a,b)));}
function hc(){return hb(bo);}
function hd(){if(gH?.remaining?.()===-1)gH.set(gE);}
function he(){const a=aJ(),b=filter(aG.windows,c=>bQ(c)||gJ(c,a));aE();if(length(b)+length(aG.closing)>0)hd();}
function hf(a,b,c){const d=map(a,e=>cX(e,'wps_status'));ao(d,b,e=>{const f={};map(a,(h,i)=>{f[h]=dc(e[i],null,[]);});const g=aJ();gY(f,g);he();c(g,f);});}
function hg(a,b){for(let c in aG.windows)
if(length(filter(bN(c),d=>d.ifname===a))>0)
return dl(a,c.logged,b);return[];}
function hh(a){const b=d=>{gY({[a]:{kind:'gone',told:hg(a,d)}},aJ());he();};if(exists(aG.overlaps,a))aG.overlaps[a]=0;for(let d in aG.presses)push(d.spared,a);aT();const c=d=>d.logged!==null&&length(filter(bN(d),e=>e.ifname===a))>0;if(length(filter(aG.windows,c))===0)b([]);else ao([dC(gG)],aJ().monotonic+gF,d=>b(dD(d[0])));}
function hi(a){if(a.session.open)return map(bN(a),b=>({ifname:b.ifname,open:true}));return map(a.homes,b=>({ifname:b.ifname,open:false}));}
let hj=null;function hk(){const a=aH();if(hj?.revision===a)return hj;const b={},c=[],d=length(filter(aG.windows,bP))>0;for(let e in aG.windows)
if(bQ(e))
for(let f in hi(e))
b[f.ifname]=b[f.ifname]||f.open;for(let e in keys(aG.closing))b[e]=true;for(let e in keys(b)){push(c,cX(e,'get_clients'));if(b[e])push(c,cX(e,'wps_status'));}
if(d)push(c,dC(gG));hj={revision:a,questions:b,calls:c,logged:d};return hj;}
function hl(a,b){return bP(a)?{...a,logged:max(a.logged??0,b)}:a;}
function hm(a){const b=[];aG.windows=map(aG.windows,c=>{const d=gK(c,a);if(d!==c)push(b,[c,d]);return d;});if(length(b)>0)aT();for(let c in b)
if(gW(c[0].session,c[1].session))gO(c[1],c[0].session);}
let hn={told:'',course:null,until:0};function ho(a){let b=a.monotonic+am*1000;for(let c in aG.windows){if(bQ(c))b=min(b,bR(c));if(gJ(c,a))return 0;}
return length(aG.closing)>0?0:b;}
function hp(){const a=hk();ao(a.calls,aJ().monotonic+gF,b=>{const c=aJ(),d=sprintf('%J',b),e=a===hn.course&&a.revision===aH()&&d===hn.told;if(e&&c.monotonic<hn.until){aE();return hd();}
const f=a.logged?dD(b[length(a.calls)-1]):[],g=slice(f,-1)[0]?.id??null,h={};let i=0;for(let j in keys(a.questions)){const k=b[i++];h[j]=a.questions[j]?dc(b[i++],k,hg(j,f)):dd(k);}
hm(c);gY(h,c);if(g!==null)aG.windows=map(aG.windows,j=>hl(j,g));hn={told:d,course:a,until:ho(c)};he();});}
gH=ac.timer(-1,()=>az(hp));function hq(a){ao([dC(1)],aJ().monotonic+gF,b=>{const c=pop(dD(b[0]))?.id??null;if(c===null)return;aG.windows=map(aG.windows,d=>d.session.id===a?{...d,logged:c}:d);aT();aE();});}
function hr(a){const b=aJ(),c=bM({...a,id:ay(b.epoch)},b);aG.windows=filter([c,...aG.windows],(d,e)=>e<af||bQ(d));aT();gN('started',c,null);gO(c,null);he();hq(c.session.id);return ct(c,b);}
function hs(a){const b=[];for(let c in a)
if(c.ifname!==null)push(b,{ifname:c.ifname,section:c.section});return b;}
function ht(a,b){return{ifname:a.ifname??'',section:a.section,independent:a.independent,last:(b?.kind==='answer'?b.registrar:null)??cW,ending:null};}
function hu(a,b){const c=filter(b,d=>d.wps&&!d.independent&&index(a,d)<0);return length(c)===0;}
function hv(a,b,c){const d=filter(a,g=>{const h=c[g.ifname??'']??null;if(h?.kind!=='answer'||h.registrar?.pbc!=='Active')return false;if(aG.stuck[g.ifname??'']||aG.closing[g.ifname??''])return false;return hb({network:null,section:null,ifname:g.ifname})===null;});if(length(d)===0)return;const e=map(d,g=>ht(g,c[g.ifname??'']??null)),f=hb({network:null,section:a[0].section,ifname:null});if(f!==null&&f.session.origin==='external'){const g=f.session,h=[...g.ifnames,...map(e,i=>i.ifname)];aG.windows=map(aG.windows,i=>i===f?{...f,parts:[...f.parts,...e],session:{...g,ifnames:h}}:i);aT();return;}
hr({network:a[0].ssid,method:'pbc',origin:'external',by:null,parts:e,homes:hs(a),exclusive:hu(a,b)});}
function hw(a,b){aG.overlaps[a]=b.monotonic+al*1000;aT();aE();}
function hx(a,b,c){const d=a.session;dB(`WPS on "${d.network}" (${join(', ', d.ifnames)}): cancel, by ${b}`);aG.windows=map(aG.windows,e=>e.session.id===d.id?bS(e,c):e);aT();}
function hy(a,b){for(let c in aG.windows)if(c.session.id===a)return ct(c,b);return null;}
function hz(a,b){for(let c in aG.windows)
if(length(filter(c.parts,d=>index(a,d.section)>=0))>0)
return ct(c,b);return null;}
function hA(a){for(let b in aG.windows)if(b.session.open)return ct(b,a);return null;}
function hB(a,b){return map(slice(aG.windows,0,b),c=>ct(c,a));}
function hC(){if(length(aG.overlaps)+length(aG.presses)+length(aG.closing)+length(aG.stuck)>0)
return false;for(let a in aG.windows)if(bQ(a))return false;return aR()===null;}
function hD(a){const b=a.args.limit??af;if(b<0)a.fail('invalid_argument','limit');else a.answer({entries:hB(aJ(),min(b,af))});}
function hE(){const a=dx();if(a===null)return null;return{connected:a.connected,name:a.name,routers:map(a.routers,b=>({name:b.name,there:b.there,networks:map(b.networks,c=>({ssid:c.ssid,ready:c.ready,open:c.open}))}))};}
function hF(a){a.answer({house:dx()});}
let hG=null;function hH(){return cJ('light')[0]?.options?.led??null;}
function hI(){return aG.light.shown!==null||hH()!==null||length(ap())>0;}
function hJ(){hG={led:hI()?at(hH()):null};return hG.led;}
function hK(){return aG.light.shown?.led??(hG===null?hJ():hG.led);}
const hL=aW('The Wi-Fi software did not answer.'),hM=aW('WPS is off on this network.'),hN={invalid_argument:{status:2,message:aW('The arguments are not valid.')},ambiguous_target:{status:2,message:aW('Several networks are ready: name one.')},pin_invalid:{status:2,message:aW('This is not a valid WPS PIN: check its digits.')},wps_not_supported:{status:3,message:aW('The running Wi-Fi software has no WPS.')},unknown_target:{status:4,message:aW('There is no such network or access point.')},unknown_device:{status:4,message:aW('No such device has joined by WPS.')},not_on_air:{status:4,message:aW('The network is configured, but not on the air.')},already_open:{status:6,message:aW('WPS is active already.')},busy:{status:6,message:aW('Another change is still under way.')},timeout:{status:7,message:hL},wps_disabled:{status:8,message:hM},overlap:{status:8,message:aW('Several devices asked to join within two minutes: stop WPS on the others and wait.')},unsuitable_network:{status:8,message:aW('WPS cannot work with the settings of this network.')},devices_would_go:{status:8,message:aW('Devices with keys of their own would lose them.')},button_absent:{status:8,message:aW('This version of OpenWrt leaves no place for the WPS button.')},not_saved:{status:9,message:aW('The settings could not be written.')},pin_unavailable:{status:8,message:aW('Joining by PIN needs the package hostapd-utils.')}};function hO(a,b){const c={code:a,message:hN[a].message};if(type(b)==='string')c.argument=`${b}`;if(type(b)==='int')c.devices=int(b??0);return{body:{error:c},status:hN[a].status};}
const hP=52,hQ=144,hR=120,hS=128;function hT(a){const b=a??hP;if(b<hP||b>hQ)return 0;return b>=hR&&b<=hS?600000:60000;}
const hU={},hV={};function hW(a,b,c){if(b.kind==='answer'||a.band!=='5g'||a.up!==true)delete hV[a.name];else if(b.kind==='gone')hV[a.name]??=c+hT(a.channel);}
function hX(){return length(hV)>0;}
function hY(a,b){return max(0,int(((hV[a.name]??0)-b)/1000));}
const hZ=10000;let ia=0,ib=0;function ic(a){const b=filter(a,e=>!exists(hU,e.radio.name)),c=aJ().monotonic,d=length(b)>0?b:c-ia<hZ?[]:a;if(length(d)===0)return[];ia=c;ib++;return[d[ib%length(d)]];}
function id(){for(let a in keys(hU))delete hU[a];}
function ie(a,b){if(type(b?.data?.channel)==='int')hU[a]=b.data.channel;}
function ig(a){return hU[a.name]??a.channel;}
const ih='wpad-mbedtls';function ii(a){if(a.installed_has_wps===null)return null;if(a.installed_has_wps)
return a.running_has_wps===false?['service wpad restart','wifi']:null;const b=a.package,c=b===null?ih:replace(b,/-(basic|mini)/,'');if(c===b)return null;const d=b===null?'':` && opkg remove ${b}`,e=b===null?'':` '!${b}' && apk del ${b}`,f={opkg:`mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${c}${d} && opkg --cache /tmp/wpad install ${c} && reboot`,apk:`apk update && apk --cache-predownload add ${c}${e} && reboot`};return a.package_manager===null?null:[f[a.package_manager]];}
const ij='/usr/sbin/hostapd',ik=500,il=10000;let im='',io=false,ip=0;function iq(){const a=aa.stat(ij);if(a===null)return false;const b=`${a.inode} ${a.size} ${a.mtime}`;if(b===im)return io;if(aJ().monotonic<ip)return null;const c=system([ij,'-vwps'],ik);if(c<0||c>125){ip=aJ().monotonic+il;return null;}
im=b;io=c===0;return io;}
function ir(){if(aa.access('/lib/apk/db/installed'))return'apk';return aa.access('/usr/lib/opkg/status')?'opkg':null;}
function it(){const a=/\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;for(let b in aa.glob('/lib/apk/packages/[hw]*.list','/usr/lib/opkg/info/[hw]*.control')){const c=match(b,a);if(c)return c[1];}
return null;}
let iu=null;const iv=['/lib/apk/packages','/usr/lib/opkg/info'],iw=[ij,ag,'/lib/apk/db','/usr/lib/opkg/status',...iv];function ix(){iu=cE(iu,cD(iv),it);return iu.value;}
function iy(){return aa.access(ij)===true;}
function iz(){return{package:ix(),installed_has_wps:iq(),pin_available:aA(),package_manager:ir()};}
function iA(a){return filter(a,b=>b.capacity!==null);}
let iB=null;function iC(a){if(iB?.bsses!==a)iB={bsses:a,networks:bx(a)};return iB.networks;}
let iD=null,iE=null;function iF(a){if(iE?.bsses===a)return iE;const b=filter(a,d=>d.ifname!==null),c=iA(b);iE={bsses:a,running:b,counted:c,calls:[...map(b,d=>cX(d.ifname??'','wps_status')),...map(c,d=>cX(d.ifname??'','get_clients'))]};return iE;}
const iG=3000;let iH=null;function iI(){iH?.set?.(iG);}
function iJ(a,b,c,d){const e=a.bsses,f=gD(e),g=iC(e),h={networks:g,bsses:e,round:{},carriers:{},at:aJ()};let i=false;if(gB(h.at.monotonic))iI();map(b,l=>ie(l.radio.name,pop(c)));const j=f&&hC()&&!hX(),k=j?sprintf('%J',c):'';if(j&&k===iD?.told&&e===iD?.bsses){h.round=iD.round;return d(h);}
map(a.running,(l,m)=>{const n=index(a.counted,l),o=n<0?null:c[length(a.running)+n],p=dc(c[m],o,[]);h.round[l.ifname??'']=p;i||=p.kind==='silent';hW(l.radio,p,h.at.monotonic);});gY(h.round,h.at);for(let l in g)hv(l,e,h.round);he();iD=j&&!i?{bsses:e,told:k,round:h.round}:null;d(i?null:h);}
const iK={object:'network.wireless',method:'status'};function iL(a,b){const c=iE,d=c===null?[]:ic(c.running),e=[iK,...(c?.calls??[]),...map(d,f=>cX(f.ifname??'','get_status'))];ao(e,a,f=>{const g=f[0];if(g.code!==ak&&g.code!==aj)return b(null);const h=fV(g.data);if(c!==null&&c.bsses===h)
return iJ(c,d,slice(f,1),b);const i=iF(h),j=ic(i.running);ao([...i.calls,...map(j,k=>cX(k.ifname??'','get_status'))],a,k=>iJ(i,j,k,b));});}
function iM(a,b){iL(a.deadline,c=>{if(c===null)a.fail('timeout');else b(c);});}
function iN(a,b){return a.round[b.ifname??'']??null;}
function iO(a,b){return iN(a,b)?.kind==='answer';}
function iP(a,b){return index(['answer','no_wps'],iN(a,b)?.kind)>=0;}
function iQ(a){return(length(a.uplinks)>0&&length(filter(a.uplinks,b=>cu(b)===true))===0);}
function iR(a,b){if(!exists(a.carriers,b))a.carriers[b]=cu(b);return a.carriers[b];}
function iS(a,b){return iP(a,b)&&iR(a,b.ifname??'')!==false;}
function iT(a){const b=map(values(a.round),c=>c?.kind);if(index(b,'answer')>=0)return true;return index(b,'no_wps')>=0?false:null;}
function iU(a){const b={...iz(),running_has_wps:iT(a)};return{...b,remedy:ii(b)};}
function iV(a,b){const c=iN(a,b),d=c?.kind==='answer'?c.clients:null;return b.capacity!==null&&d!==null&&length(d)>=b.capacity;}
function iW(a){return filter(a.networks,b=>length(filter(b,c=>c.wps&&!c.disabled))>0);}
function iX(a,b){const c=filter(a?.routers??[],d=>d.there);return length(filter(c,d=>length(filter(d.networks,e=>e.ssid===b))>0))>0;}
function iY(a){for(let b in a.bsses){const c=b.ifname??'';if(iO(a,b)&&cu(c)===false&&!iQ(b))
aS(cX(c,'update_beacon'));}}
iH=ac.timer(-1,()=>az(()=>iL(aJ().monotonic+iG,a=>{if(a!==null&&gB(a.at.monotonic))iY(a);})));function iZ(a,b,c,d){const e=iP(a,b);return{answers:e,beacons:e?iR(a,b.ifname??''):null,uplink_away:iQ(b),full:b.capacity!==null&&iV(a,b),overlap_left:gQ(b,a.at),radar_left:hY(b.radio,a.at.monotonic),persistent:c!=='lost',elsewhere:c==='own'&&d!==null,apart:c!=='own'&&(d?.uuid??null)!==null&&lc(b.uuid??'')!==d?.uuid};}
let ja=null;function jb(a,b){const c=hA(a.at),d={daemon:b,daemon_installed:iy(),open:c===null?null:{remaining:c.remaining}},e=aR()!==null,f=dx(),g=map(a.networks,i=>{const j=gt(i),k=iX(f,i[0].ssid)?f:null;return map(i,l=>iZ(a,l,j,k));}),h=sprintf('%J',[d,e,g]);if(ja?.networks!==a.networks||ja?.text!==h){const i=length(iW(a)),j=map(a.networks,(k,l)=>{const m=hu(k,a.bsses);return bI(map(k,(n,o)=>{const p=!n.independent&&!m,q=bm({...d,...g[l][o],bss:n,flagged:i,grouped:p}),r={bss:n,problems:q,ready:bn(q)===null&&!e};return r;}));});ja={networks:a.networks,text:h,wholes:j};}
return ja.wholes;}
gM((a,b)=>{if(cS())av(a,b);});gM((a,b)=>{if(a.peer!==null&&!a.open)au(a,b);});gM((a,b)=>{if(hI())aw(a,b);});aV('hostapd.',(a,b)=>{id();if(!b)hh(a);iI();});aF('luci.wps.arrived',a=>{gZ(a?.session??'');he();});function jc(){if(aR()!==null)aO();iI();he();if(aG.light.shown!==null)aQ();const a=fV(null);if(length(aG.keys)+length(filter(a,b=>aK([b])!==null))===0)return;aP(a);aM(a);}
function jd(a,b){const c=b.bss,d=c.ifname;return{ifname:d,section:c.section,radio:c.radio.name,bssid:d===null?null:dV(d),band:c.radio.band,channel:ig(c.radio),enabled:c.wps,ready:b.ready,on_air:iS(a,c),problems:b.problems};}
function je(a){const b=[];for(let c in a.opening){const d=c.radio.band;if(d!==null&&index(b,d)<0)push(b,d);}
return b;}
function jf(a,b){const c=map(b.places,e=>e.bss),d=bC(c);return{ssid:c[0].ssid,sections:d,bands:je(b),enabled:b.enabled,ready:b.ready,keys:gt(c),problems:b.problems,session:hz(d,a.at),job:aD(d),access_points:map(b.places,e=>jd(a,e))};}
function jg(a){const b=iU(a);return{supported:b.running_has_wps===true,daemon:b,networks:map(jb(a,b),c=>jf(a,c)),button:fY(),light:hK(),guard:gl(),house:hE(),now:a.at.epoch};}
const jh=[cF,...iw];function ji(a){const b=cD(jh);if(!b.settled)return null;const c=[];for(let d in a.bsses){push(c,ig(d.radio),iQ(d));if(d.ifname!==null)push(c,dV(d.ifname),iR(a,d.ifname));}
return sprintf('%J',[b.text,c,hK(),hE(),aH()]);}
let jj=null;function jk(a){const b=ji(a);if(b!==null&&jj?.round===a.round&&jj?.text===b)
return{...jj.status,now:a.at.epoch};const c=jg(a),d=b!==null&&c.daemon.installed_has_wps!==null;jj=d?{round:a.round,text:`${b}`,status:c}:null;return c;}
function jl(a){iM(a,b=>a.answer(jk(b)));}
return{aN:fX,aR:bB,aS:bD,aT:fY,aU:ea,aV:dg,aZ:hx,bC:bt,bF:iU,bI:dZ,bK:dk,bU:cy,bV:cu,bX:hI,bY:di,bZ:hs,cA:cX,cB:dy,cC:du,cD:bE,cE:iO,cF:hu,cG:cZ,cH:bp,cI:iS,cL:iP,cM:iQ,cO:jb,cU:gt,cV:dC,cX:bN,cY:iL,cZ:iM,dA:hJ,dD:bx,dF:dB,dH:hc,dI:dz,dJ:hb,dK:hr,dN:ht,dQ:bu,dS:fV,dT:dd,dU:cO,dV:dD,dW:dW,dY:hf,dZ:hO,eA:hw,eC:cP,eD:cL,eH:jc,eM:bC,eO:iN,eQ:hy,eS:cJ,eW:gu,eX:gv,eY:eb,eZ:dE,fB:hD,fC:hF,fD:jl,fE:gD,fF:dY,fK:iY,fN:cR,fO:dX,fP:cK};};
