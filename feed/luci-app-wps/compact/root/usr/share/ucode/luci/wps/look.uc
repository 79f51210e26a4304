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
function cq(a,b){if(b.session.open||!a.session.open)return[];return filter(b.parts,c=>c.ending===null&&c.ifname!==b.session.ifname);}
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
function dg(a,b,c){if(length(c)===0||c[0].id>b+1||c[length(c)-1].id<b)return null;const d=[];for(let e in c){const f=de(e);if(e.id>b&&f!==null&&index(a,f.ifname)>=0)push(d,f.text);}
return d;}
function dh(a,b,c){const d=dg(a,b,c);return d===null?null:length(filter(d,e=>index(e,'CTRL-EVENT-EAP-STARTED ')===0))>0;}
const di=12;function dj(a,b,c){const d=filter(dg(a,b,c)??[],f=>index(f,'WPS-FAIL msg=')===0),e=filter(d,f=>int(substr(split(f,' ')[1],length('msg=')))>=di);return length(d)>0&&length(e)===0;}
function dk(a,b,c){const d=[];for(let e in c){const f=de(e);if(f?.ifname!==a||e.id<=(b??e.id))continue;if(index(f.text,'WPS-')===0)push(d,f.text);}
return d;}
const dl='/tmp/dhcp.leases',dm='/proc/net/arp',dn=/[ \t]+/,dp={name:null,ip:null};function dq(a){return map(split(aa.readfile(a)??'','\n'),b=>split(trim(b),dn));}
function dr(a){return{name:null,ip:a[0]};}
function ds(a){return{name:a[3]&&a[3]!=='*'?a[3]:null,ip:a[2]??null};}
function dt(){const a={};for(let b in dq(dm))
if(length(b)>3)a[lc(b[3])]=dr(b);for(let b in dq(dl))
if(length(b)>2)a[lc(b[1])]=ds(b);return a;}
function du(a){return dt()[a]??dp;}
const dv='/var/run/luci-wps-house.json';function dw(){const a=aa.readfile(dv);if(a===null)return null;try{const b=json(a);return type(b?.routers)==='array'&&type(b.connected)==='bool'?b:null;}catch{return null;}}
function dx(){return cI('house')[0]?.options?.uuid??null;}
function dy(a,b){aS({object:'luci.wps.house',method:'start',args:{network:a,session:b}});}
let dz=null;try{dz=require('log');}catch{dz=null;}
function dA(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(dz)dz.syslog(dz.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function dB(a){return{object:'log',method:'read',args:{lines:a,stream:false}};}
function dC(a){return a?.data?.log??[];}
function dD(a){an('luci.wps',a);}
const dE='/etc/config/wireless';function dF(){const a=ab.cursor()??die('uci');a.load(dE);return a;}
function dG(){return dF().get_all('wireless')??{};}
const dH='/var/run/rpcd',dI=/[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/;function dJ(){const a={},b=filter(aa.lsdir(dH)??[],c=>index(c,'uci-')===0);for(let c in['/tmp/.uci',...map(b,d=>`${dH}/${d}`)]){const d=aa.readfile(`${c}/wireless`);if(d===null)continue;for(let e in split(d,'\n')){const f=match(e,dI);if(f?.[0]===e)a[f[1]]=true;}}
return a;}
function dK(){const a=[];for(let b in aa.lsdir('/lib/netifd/wireless')??[]){if(substr(b,-3)==='.sh')push(a,substr(b,0,length(b)-3));}
return a;}
const dL='/usr/share/ucode/wifi/ap.uc',dM='/lib/netifd/hostapd.sh',dN='/lib/netifd/wireless.uc',dO=[dL,dM,dN],dP=[dE,...dO];function dQ(){return cC(dO);}
function dR(){return cC(dP);}
function dS(){return{netifd_ucode:aa.access(dN)===true,ap_uc:aa.readfile(dL),hostapd_sh:aa.readfile(dM)};}
function dT(a){const b=match(a,/@wifi-iface\[-?[0-9]+\]/);return b?.[0]===a?(dF().get_all('wireless',a)?.['.name']??a):a;}
function dU(a){return trim(aa.readfile(`/sys/class/net/${a}/address`)??'')||null;}
function dV(a,b){const c=dF(),d={};for(let e in b)d[e]=c.get('wireless',a,e)??null;return d;}
function dW(a){const b=dF();for(let c in keys(a)){const d=a[c];for(let e in keys(d)){const f=d[e];if(f!==null)b.set('wireless',c,e,f);else if(b.get('wireless',c,e)!==null)b.delete('wireless',c,e);}}
return b.commit()===true;}
function dX(a,b){return a.args[b]??null;}
function dY(a){for(let b in keys(a.args))
if(a.args[b]===''&&b!=='ubus_rpc_session')return b;return null;}
function dZ(a){const b=dX(a,'origin')??'luci.wps',c=dX(a,'by'),d=c===null||match(c,/[A-Za-z0-9_.-]{1,32}/)?.[0]===c,e=b!=='house'&&b!=='luci.wps'?'origin':d?null:'by';if(e!==null){a.fail('invalid_argument',e);return null;}
return b==='house'?{origin:b,by:c??b}:{origin:'luci.wps',by:a.who};}
function ea(a){const b=dX(a,'section'),c={network:dX(a,'network'),section:b===null?null:dT(b),ifname:dX(a,'ifname')},d=filter(keys(c),f=>c[f]!==null),e=dY(a)??(length(d)>1?d[1]:null);if(e===null)return c;a.fail('invalid_argument',e);return null;}
const eb={mode:['text','text'],disabled:['yes','yes'],ssid:['text','text'],encryption:['text','text'],key:['text','text'],wpa_psk_file:['text','text'],hidden:['yes','yes'],ignore_broadcast_ssid:[null,'yes'],ieee80211w:['number','number'],ieee80211r:['yes','yes'],multi_ap:['number','number'],ppsk:['yes','yes'],macfilter:['text','text'],auth_server:['list','list'],auth_server_addr:[null,'list'],maxassoc:['number','number'],max_num_sta:[null,'number'],wps_pushbutton:['yes','yes'],wps_label:['yes','yes'],wps_independent:['number','number'],wps_pin:['text','text'],ap_pin:[null,'text'],ext_registrar:['yes','yes'],wps_device_name:['text','text'],multi_ap_backhaul_ssid:['text','text'],multi_ap_backhaul_key:['text','text'],uuid:['text','text'],hostapd_bss_options:['list','list']},ec={disabled:['yes','yes'],type:['text','text'],band:['text','text'],hwmode:['text','text'],channel:['text','text']},ed=['1','true'],ee=['0','false'];function ef(a){return index(ed,a)>=0?true:index(ee,a)>=0?false:null;}
function eg(a,b){const c=type(a)==='string'?a:'',d=b.netifd==='c'?c:trim(c);if(match(d,/0[xX][0-9a-fA-F]+/)?.[0]===d)return hex(d);if(match(d,/-?[0-9]+/)?.[0]!==d)return null;return int(d,match(d,/0[0-7]+/)?.[0]===d?8:10);}
function eh(a){if(type(a)==='array')return a;return filter(split(`${a ?? ''}`,/[ \t]+/),b=>b!=='');}
function ei(a,b,c){const d=b[c.scripts!=='ucode'?0:1];if((a??null)===null||d===null)return null;if(d==='list')return eh(a);if(d==='yes')return ef(a);if(d==='number')return eg(a,c);return type(a)==='string'?a:null;}
function ej(a,b,c){const d={};for(let e in keys(b))d[e]=ei(a[e],b[e],c);if(!c.uuid)d.uuid=null;return d;}
const ek=['sta','mesh','adhoc'],el=['ssid','encryption','key','hidden','ignore_broadcast_ssid','macfilter','auth_server','auth_server_addr','ppsk','multi_ap','ieee80211w','wps_pushbutton','wps_label','wps_independent','uuid','wpa_psk_file','hostapd_bss_options'],em='mac80211';function en(a){return a===false||a===null?'':sprintf('%J',a);}
function eo(a,b){return type(b)==='double'||(type(b)==='array'&&index(eb[a],'list')<0);}
function ep(a,b,c){if(b===c)return true;if(b===null&&eo(a,c))return true;return en(b)===en(c);}
function eq(a,b){const c=a.iface.options;return(length(filter(el,d=>!ep(d,c[d],b?.[d]??null)))===0);}
function er(a,b,c){const d=b!==null||index(c,a.type)>=0;return{...a.radio,managed:a.type===em&&d,up:b?.up??null,stopped:b?.autostart===false,failed:b?.retry_setup_failed===true};}
function es(a){const b=filter(a,c=>index(ek,c.config?.mode)>=0);return filter(map(b,c=>c.ifname??null),c=>c!==null);}
function et(a,b,c,d){const e=[],f={};for(let g in a){const h=b?.[g.radio.name]??null,i=h?.interfaces??[],j=er(g,h,d),k=es(i);for(let l in g.drafts){const m=l.name,n=filter(i,p=>p.section===m)[0]??null,o=n?.ifname??null;if(f[o??''])continue;f[o??'']=o!==null;push(e,{...l.bss,radio:j,ifname:o,applied:n===null?null:eq(l,n.config??null),unsaved:c[l.bss.section]===true||c[j.name]===true,uplinks:k});}}
return e;}
const eu=[['*tkip+aes',['CCMP','TKIP']],['*tkip+ccmp',['CCMP','TKIP']],['*aes+tkip',['CCMP','TKIP']],['*ccmp+tkip',['CCMP','TKIP']],['*ccmp256',['CCMP-256']],['*aes',['CCMP']],['*ccmp',['CCMP']],['*tkip',['TKIP']],['*gcmp256',['GCMP-256']],['*gcmp',['GCMP']],['wpa3-192*',['GCMP-256']],['*',['CCMP']]],ev=[['wpa2*',2],['wpa3*',2],['*psk2*',2],['psk3*',2],['sae*',2],['owe*',2],['wpa*mixed*',3],['*psk*mixed*',3],['wpa*',1],['*psk*',1],['*',0]],ew=[['owe*','owe'],['wpa3*','eap'],['psk3-mixed*','psk-sae'],['sae-mixed*','psk-sae'],['psk3*','sae'],['sae*','sae'],['*psk*','psk'],['*wpa*','eap'],['*8021x*','eap'],['*wep*','wep'],['*','none']],ex={none:'none',owe:'owe','wpa3-192':'eap','wpa3-mixed':'eap',wpa3:'eap',psk:'psk',psk2:'psk','psk-mixed':'psk',sae:'sae',psk3:'sae','psk3-mixed':'psk-sae','sae-mixed':'psk-sae','sae-compat':'psk-sae-compat',wpa:'eap',wpa2:'eap','wpa-mixed':'eap','psk-sae':'psk-sae','psk-sae-compat':'psk-sae-compat',eap:'eap',eap2:'eap',eap192:'eap','eap-eap2':'eap'},ey={'tkip+aes':['CCMP','TKIP'],'tkip+ccmp':['CCMP','TKIP'],'aes+tkip':['CCMP','TKIP'],'ccmp+tkip':['CCMP','TKIP'],ccmp256:['CCMP-256'],aes:['CCMP'],ccmp:['CCMP'],tkip:['TKIP'],gcmp256:['GCMP-256'],gcmp:['GCMP']},ez={none:[],owe:['OWE'],wep:[],psk:['WPA-PSK'],'psk-sae':['WPA-PSK','SAE'],'psk-sae-compat':['WPA-PSK','SAE'],sae:['SAE'],eap:['WPA-EAP'],dpp:['DPP'],unknown:[]};function eA(a,b){return filter(a,c=>wildcard(b,c[0]))[0][1];}
function eB(a,b){if(a==='dpp'&&b.dpp)return'dpp';if(b.scripts!=='ucode')return eA(ew,a);return ex[split(a,'+')[0]]??'unknown';}
function eC(a,b){if(b.scripts!=='ucode')return eA(eu,a);const c=index(a,'+'),d=c<0?'':substr(a,c+1);return ey[d]??(index(a,'wpa3-192')===0?['GCMP-256']:['CCMP']);}
function eD(a,b){const c=a??'none',d=eB(c,b),e=d==='dpp'?2:eA(ev,c);return{auth:d,wpa:e,ciphers:e===0?[]:eC(c,b),akms:e===0?[]:ez[d]};}
const eE=['CCMP','GCMP','CCMP-256','GCMP-256'];function eF(a){const b=a.akms;if(a.auth==='eap'||index(b,'DPP')>=0||index(b,'WPA-EAP')>=0)
return'enterprise';if(a.auth==='wep')return'wep';if(a.wpa===0||index(b,'OWE')>=0)return'open_network';if(length(b)===0)return'unknown_encryption';if(index(b,'WPA-PSK')<0)return'wpa3_only';const c=length(filter(a.ciphers,d=>index(eE,d)>=0))>0;return a.wpa!==1&&c?'ok':'tkip_only';}
function eG(a,b){return eF(eD(type(a)==='string'?a:null,b));}
function eH(a,b){const c=ej(a,eb,b);return{section:a,options:c,lines:bd(c.hostapd_bss_options??[],b),software:b};}
function eI(a){const b=length(a);return b===64?match(a,/[0-9A-Fa-f]+/)?.[0]===a:b>=8&&b<64;}
function eJ(a,b,c,d){const e=be(a.lines,b);return e===null?{value:c,option:d}:{value:e,option:bc};}
function eK(a,b,c){return a.software.scripts!=='ucode'||(a.section[b]??null)!==null?b:c;}
function eL(a){const b=match(a,/ *-?[0-9]+/)?.[0]??'';return b!==''&&index(a,b)===0?int(trim(b)):0;}
function eM(a){return filter(split(a,' '),b=>b!=='');}
function eN(a){return a.software.scripts==='ucode'&&type(a.section.encryption)==='array';}
const eO={auth:'unknown',wpa:2,ciphers:[],akms:[]};function eP(a){const b=eN(a)?eO:eD(a.options.encryption,a.software),c=be(a.lines,'wpa'),d=be(a.lines,'wpa_key_mgmt'),e=be(a.lines,'rsn_pairwise')??be(a.lines,'wpa_pairwise');return{auth:b.auth,wpa:c===null?b.wpa:eL(c),akms:d===null?b.akms:eM(d),ciphers:e===null?b.ciphers:eM(e)};}
function eQ(a){const b=eK(a,'hidden','ignore_broadcast_ssid');return eJ(a,'ignore_broadcast_ssid',a.options[b]===true?'1':'0',b);}
const eR=['psk','psk-sae','psk-sae-compat','sae'];function eS(a){return index(eR,a.auth)>=0;}
function eT(a,b){const c=a.software.scripts==='old'?b.auth==='psk':eS(b);return c&&a.options.ppsk===true;}
function eU(a,b){const c=eK(a,'auth_server','auth_server_addr'),d=a.options.macfilter;let e={value:'0',option:'macfilter'};if(eT(a,b))e={value:'2',option:'ppsk'};if(length(a.options[c]??[])>0&&index(['eap','dpp','unknown'],b.auth)<0)
e={value:'2',option:c};if(d==='allow')e={value:'1',option:'macfilter'};if(d==='deny')e={value:'0',option:'macfilter'};return eJ(a,'macaddr_acl',e.value,e.option);}
function eV(a){return eJ(a,'ieee80211w',`${a.options.ieee80211w ?? 0}`,'ieee80211w');}
function eW(a){return a.options.wps_pushbutton===true||a.options.wps_label===true;}
function eX(a){return eJ(a,'wps_state',eW(a)?'2':'0','wps_pushbutton');}
function eY(a){const b=a.options.wps_independent,c=a.software.scripts==='ucode'&&(a.section.wps_independent??null)!==null?'0':'1';return eL(eJ(a,'wps_independent',`${b ?? c}`,'wps_independent').value)!==0;}
function eZ(a){const b=eK(a,'maxassoc','max_num_sta'),c=eL(eJ(a,'max_num_sta',`${a.options[b] ?? 0}`,b).value);return c>0?c:null;}
function fa(a){return be(a.lines,'uuid')??a.options.uuid;}
function fb(a){return be(a.lines,'ssid')??a.options.ssid??'';}
function fc(a){return filter(ae,b=>index([null,'',false],a.options[b])<0)[0]??null;}
function fd(a,b){const c=a.options.key;if(c!==null&&eI(c))return false;const d=b||a.options.wpa_psk_file!==null;return!d||(c!==null&&(length(c)===64||a.software.scripts!=='ucode'));}
const fe=['ok','wpa3_only','tkip_only'];function ff(a,b,c){const d=a.options,e=eF(b),f=eF(eP({...a,lines:[]})),g=eU(a,b),h=eV(a),i=eQ(a),j=eX(a),k=fc(a),l={};if(d.multi_ap===1)return{multi_ap_backhaul:'multi_ap'};if(e!=='ok')l[e]=e===f?'encryption':bc;if(eT(a,b))l.ppsk='ppsk';else{if(index(fe,e)>=0&&fd(a,c))l.bad_key='key';if(eL(g.value)===2)l.mac_authentication=g.option;}
if(eL(i.value)!==0)l.hidden_ssid=i.option;if(eL(j.value)!==2)l.wps_disabled=j.option;if(eL(g.value)===1)l.mac_allow_list=g.option;if(k!==null)l.pin_exposed=k;if(d.ieee80211r===true&&b.wpa>=2)l.fast_roaming='ieee80211r';const m=index(b.akms,'SAE')<0||b.auth==='psk-sae-compat';if(e==='ok'&&m&&eL(h.value)===2)l.pmf_required=h.option;return l;}
const fg={b:'2g',g:'2g',a:'5g'};function fh(a){const b=`${a.channel ?? ''}`;return match(b,/[0-9]+/)?.[0]===b?int(b):0;}
function fi(a,b){const c=`${a.hwmode ?? ''}`,d=index(c,'11')===0?substr(c,2):c;if(index(['a','b','g','ad'],d)>=0)return d;return b.scripts!=='ucode'&&fh(a)>14?'a':'g';}
function fj(a,b){const c=a.band??null;if(index(['2g','5g','6g'],c)>=0)return c;if(c==='60g'||(c!==null&&b.scripts==='ucode'))return null;return fg[fi(a,b)]??null;}
const fk={access_network_type:[0,15],iw_access_network_type:[0,15],anqp_domain_id:[0,65535],assoc_sa_query_max_timeout:[1,4294967295],ieee80211w_max_timeout:[1,4294967295],assoc_sa_query_retry_timeout:[1,4294967295],ieee80211w_retry_timeout:[1,4294967295],dtim_period:[1,255],dynamic_vlan:['0','1','2'],eapol_version:['1','2'],ieee80211w:['0','1','2'],macfilter:['allow','deny'],ocv:[0,15],reassociation_deadline:[1000,65535],sae_pwe:['0','1','2'],time_advertisement:['0','2'],transition_disable:['on','off','0','1','sae','sae-pk','wpa3','owe']},fl=['transition_disable'],fm={band:['2g','5g','6g','60g'],beacon_int:[15,65535],cell_density:[0,3],chanbw:['5','10','20'],he_bss_color:[1,128],htmode:[...['NOHT','HT20','HT40-','HT40+','HT40','VHT20','VHT40','VHT80','VHT160'],...['HE20','HE40','HE80','HE160','EHT20','EHT40','EHT80','EHT160','EHT320']],log_level:[0,4],mbssid:[0,2],require_mode:['n','ac','ax'],rx_stbc:[0,4],vht160:[0,2],vht_link_adapt:[0,3],vht_max_a_mpdu_len_exp:[0,7],vht_max_mpdu:['3895','7991','11454']};function fn(a,b,c,d){if(index(fl,a)>=0)return length(filter(eh(b),g=>index(c,g)<0))===0;const e=eg(b,d);if(type(c[0])==='string')return index(c,e===null?b:`${e}`)>=0;const f=c;return e===null||((f[0]===0||e>=f[0])&&e<=f[1]);}
function fo(a,b,c){if(c.scripts!=='ucode')return null;const d=f=>(a[f]??null)!==null,e=f=>!fn(f,a[f],b[f],c);return filter(keys(b),f=>d(f)&&e(f))[0]??null;}
function fp(a,b){return fo(a,fk,b);}
function fq(a,b){return fo(a,fm,b);}
const fr=32,fs=2007;function ft(a){const b=a.options.auth_server??a.options.auth_server_addr??[],c=be(a.lines,'eap_server')??a.section.eap_server??'0';return length(b)>0||(a.section.server??null)!==null||c==='1';}
function fu(a){return a===null||match(a,/[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/)!==null;}
function fv(a){return a===''||index(a,'#')===0||match(a,/[a-z][a-z0-9_]*=.*/)?.[0]===a;}
function fw(a,b){const c=a.options.key;if(eT(a,b))return false;if(c===null)return a.software.scripts==='old'&&a.options.wpa_psk_file===null;return!eI(c)&&(length(c)===64||a.software.scripts!=='ucode');}
function fx(a,b){const c=a.options,d=c.ieee80211r===true&&b.wpa>=2&&b.auth!=='psk',e=b.auth==='owe'?null:c.key;return(a.software.scripts==='shell'&&d&&e===null&&(a.section.auth_secret??null)===null);}
function fy(a){const b=a.options.multi_ap_backhaul_key;return(a.options.multi_ap>0&&!!a.options.multi_ap_backhaul_ssid&&b!==null&&length(b)<8);}
function fz(a,b){const c=a.options,d=eF(b),e=a.software.scripts!=='ucode',f=length(c.ssid??'');if(f>fr||(e&&f===0))return'ssid';if(index([null,0,1,2,3],c.multi_ap)<0)return'multi_ap';if((c.maxassoc??c.max_num_sta??0)>fs)return'maxassoc';if(d==='wep')return'encryption';if(d==='unknown_encryption'&&(eN(a)||c.wpa_psk_file===null))
return'encryption';if(eT(a,b)&&eL(eU(a,b).value)!==2)
return'macfilter';if(b.auth==='eap'&&!ft(a))return'auth_server';if(eS(b)&&fw(a,b))return'key';if(fx(a,b))return'ieee80211r';if(e&&eW(a)&&fy(a))return'multi_ap_backhaul_key';if(eW(a)&&!fu(fa(a)))return'uuid';if(eW(a)&&length(c.wps_device_name??'')>fr)return'wps_device_name';return length(filter(a.lines,g=>!fv(g)))>0?bc:null;}
const fA=['ap','sta','adhoc','mesh'];function fB(a,b){const c=index(fA,a.options.mode)>=0,d=c?fp(a.section,a.software):null;return d??(a.options.mode==='ap'?fz(a,b):null);}
function fC(a,b){const c=a.country??null;if(c!==null&&match(c,/[A-Z0-9][A-Z0-9].*/)?.[0]!==c)return'country';return fq(a,b);}
function fD(a,b){const c=filter(values(a),d=>d['.type']===b);return sort(c,(d,e)=>d['.index']-e['.index']);}
function fE(a,b,c){return a['.anonymous']&&c.netifd==='c'?`@${a['.type']}[${b}]`:a['.name'];}
const fF=['yes','yes'];function fG(a,b,c){const d=a.iface??null;if(c.netifd==='c')return d===null||type(d)==='array'||d===b;return d===null||index(eh(d),b)>=0;}
function fH(a,b,c){if(c.netifd==='c'&&a['.anonymous'])return false;const d=filter(b,e=>ei(e.disabled,fF,c)!==true&&fG(e,a['.name'],c));return length(d)>0;}
function fI(a){const b={};return map(a,(c,d)=>{const e=c.options.key;return e===null?d:(b[`key ${e}`]??=d);});}
function fJ(a){const b=a.section.device??null;if(a.software.netifd==='ucode')return eh(b);if(type(b)==='array')return a.software.scripts==='old'?[]:b;return b===null?[]:[b];}
function fK(a,b,c){const d=fC(a,c);if(d!==null)return{section:a['.name'],option:d};for(let e in b){const f=e.options.disabled===true?null:fB(e,eP(e));if(f!==null)return{section:e.section['.name'],option:f};}
return null;}
function fL(a,b,c){const d=ej(a,ec,c),e=fh(d);return{name:a['.name'],band:fj(d,c),channel:e>0?e:null,disabled:d.disabled===true,managed:true,up:null,stopped:false,failed:false,refusal:b};}
function fM(a,b,c,d){const e=eP(a),f=a.options,g=ff(a,e,d);if(b.band==='6g')g.band_6ghz='band';return{section:a.section['.name'],radio:b,ifname:null,ssid:fb(a),disabled:f.disabled===true,encryption:f.encryption??'none',protection:eF(e),sae:index(e.akms,'SAE')>=0,key_number:c,faults:g,capacity:eZ(a),wps:eL(eX(a).value)===2,independent:eY(a),uuid:fa(a),raw:a.lines,applied:null,psk_file:f.wpa_psk_file,stations:d,unsaved:false,uplinks:[]};}
function fN(a,b){const c=fD(a,'wifi-station'),d=map(fD(a,'wifi-iface'),f=>eH(f,b)),e=fI(d);return map(fD(a,'wifi-device'),f=>{const g=filter(d,j=>index(fJ(j),f['.name'])>=0),h=fL(f,fK(f,g,b),b),i=filter(g,j=>j.options.mode==='ap');return{radio:h,type:type(f.type)==='string'?f.type:null,drafts:map(i,j=>{const k=index(d,j),l=fH(j.section,c,b),m=fE(j.section,k,b);return{bss:fM(j,h,e[k],l),iface:j,name:m};})};});}
function fO(a){const b=a.ap_uc??a.hostapd_sh??'';return{netifd:a.netifd_ucode?'ucode':'c',scripts:a.ap_uc!==null?'ucode':index(b,'sae_password_file')>=0?'shell':'old',uuid:index(b,'uuid')>=0,dpp:index(b,'dpp')>=0};}
let fP=null,fQ=null;function fR(){fP=cD(fP,dQ(),()=>fO(dS()));return fP.value;}
function fS(){fQ=cD(fQ,dR(),()=>fN(dG(),fR()));return fQ.value;}
let fT=null;function fU(a){const b=fS(),c=dJ(),d=dK(),e=sprintf('%J',[a,c,d]);if(fT?.configuration!==b||fT?.told!==e)
fT={configuration:b,told:e,bsses:et(b,a,c,d)};return fT.bsses;}
const fV=['network','off','stock'];function fW(a){return filter(fV,b=>b===a)[0]??null;}
function fX(){const a=cI('button')[0]?.options??{},b=fW(a.action??null)??'network';return{present:cx(),action:b,network:b==='network'?(a.network??null):null};}
const fY=0x100e,fZ=0x1026,ga=0x1045,gb=0x1003,gc=0x100f,gd=0x1027,ge=0x1020,gf=0x0020,gg=0x0008;function gh(a){return chr(int(a/256),a%256);}
function gi(a,b){return gh(a)+gh(length(b))+b;}
function gj(a,b){return gi(fY,gi(fZ,chr(1))+
gi(ga,a)+
gi(gb,gh(gf))+
gi(gc,gh(gg))+
gi(gd,b)+
gi(ge,chr(255,255,255,255,255,255)));}
function gk(){const a=cI('guard')[0]??null;return a===null?null:{when:int(a.options.when??'0'),sections:a.lists.section??[]};}
function gl(a){const b=dV(a,['encryption','ssid','key']);if(eG(b.encryption,fR())!=='ok')return'';if(b.key===null||b.ssid===null)return null;return gj(`${b.ssid}`,`${b.key}`);}
function gm(a){return`wps=1 00:00:00:00:00:00 ${dV(a, ['key']).key ?? ''}\n`;}
function gn(a){const b=a.psk_file??'';return aB(b,'psk')&&cP(b)&&cM(b,gm(a.section))===true;}
function go(a){const b=ar(a.raw);if(b!==null)return cM(b,gl(a.section)??'')===false?'lost':'shared';if(!aB(a.psk_file,'psk'))return'lost';return gn(a)?'shared':'own';}
let gp={},gq=null;function gr(a){return(gp[a.section]??=go(a));}
function gs(a){const b=map(filter(a,c=>c.wps),gr);if(length(b)===0||index(b,'lost')>=0)return'lost';return index(b,'own')>=0?'own':'shared';}
function gt(a,b){const c=gl(b);if(c===null)return false;return cM(a,c)===true||cQ(a,c);}
function gu(a){return aL(a)!==null;}
function gv(a,b){return{hostapd_bss_options:[...ax(a.raw),...aU(a.raw),...aq(b)]};}
function gw(a){const b=['/etc'];for(let c in a)
for(let d in[ar(c.raw),aB(c.psk_file,'psk')?c.psk_file:null])
if(d!==null&&index(b,d)<0)push(b,d);return cC(b);}
function gx(a){if(gk()!==null)return;const b=aR()?.former??{};for(let c in keys(b)){const d=b[c].hostapd_bss_options??[];a[`${b[c].wpa_psk_file ?? ''}`]=true;a[ar(type(d)==='array'?d:[])??'']=true;}
for(let c in cS())
if(!a[c]&&(!aB(c,'psk')||aC(c)))cO(c);}
let gy=0;const gz=30000;function gA(a){return gy>0&&a-gy<gz;}
function gB(a){const b={},c={};let d=false,e=0;for(let f in a){const g=ar(f.raw),h=g===null?null:gl(f.section);if(g!==null)b[g]=true;if(g!==null&&h!==null&&cM(g,h)===false){e++;const j=f.applied===true&&cL(g)?aI(g,f.section):g;b[j]=true;if(cQ(j,h)&&j!==g)c[f.section]=gv(f,j);}
const i=aB(f.psk_file,'psk')?f.psk_file:null;if(i===null||b[i])continue;b[i]=true;if(!cL(i)){e++;d=gu(i)||d;}}
gx(b);if(length(c)>0&&dW(c)){aS({object:'network',method:'reload'});gy=aJ().monotonic;}
if(d)aS({object:'hostapd',method:'reload'});return e===0&&aR()===null;}
function gC(a){const b=gw(a);if(gq?.bsses===a&&gq.text===b.text)return true;gp={};gq=gB(a)&&b.settled?{bsses:a,text:b.text}:null;return false;}
const gD=1000,gE=900,gF=50;let gG=null;const gH=120;function gI(a,b){const c=a.session.peer;return c!==null&&c.ip===null&&b.epoch-(a.session.ended??b.epoch)<=gH;}
function gJ(a,b){const c=a.session.peer;if(c===null||!gI(a,b))return a;const d=du(c.mac);return cr(a,d.name,d.ip);}
const gK=[];function gL(a){push(gK,a);}
function gM(a,b,c){const d=cs(b,aJ()),e=d.peer,f=d.reason===null?'':` (${d.reason})`,g=e===null?'':`, device ${e.name ?? e.mac}`,h=c!==null||d.by===null?'':`, by ${d.by}`,i=d.ifname??join(', ',d.ifnames);dA(`WPS on "${d.network}" (${i}): ${a}${f}${g}${h}`);dD({type:a,session:d});}
function gN(a,b){const c=cs(a,aJ());map(gK,d=>az(()=>d(c,b)));}
function gO(a){let b=0;for(let c in aG.presses){const d=index(c.spared,a.ifname)>=0||(!c.independent&&!a.independent);if(!d)b=max(b,c.until);}
return b;}
function gP(a,b){const c=max(aG.overlaps[a.ifname??'']??0,gO(a));return max(0,int((c-b.monotonic+999)/1000));}
function gQ(a,b,c){if(b.kind!=='answer'||b.registrar===null)return;const d=aG.overlaps[a]??null;if(b.registrar.pbc==='Overlap'){if(d!==null)return;aG.overlaps[a]=c.monotonic+al*1000;}else if(d!==null&&(b.registrar.pbc==='Active'||d<=c.monotonic))
delete aG.overlaps[a];else return;aT();}
function gR(a,b){const c=filter(a.parts,e=>e.ifname===a.session.ifname)[0]??null;if(c===null||a.session.method==='pin')return;const d=b.monotonic+al*1000;aG.presses=[{spared:[c.ifname],independent:c.independent,until:d},...filter(aG.presses,e=>e.until>b.monotonic)];}
function gS(a){for(let b in a)aG.closing[b.ifname]=true;for(let b in bB(a))aS(cW(b.ifname,'wps_cancel'));}
function gT(a,b){if(!exists(aG.closing,a))return;if(b.kind==='answer'&&b.registrar?.pbc==='Active')aS(cW(a,'wps_cancel'));else if(b.kind!=='silent'){delete aG.closing[a];aT();}}
function gU(a,b,c){const d=b.session,e=a.session.state;if(d.state==='lost')for(let f in b.parts)aG.stuck[f.ifname]=true;if(d.state==='success'&&e!=='success')gR(b,c);gS(cq(a,b));if(d.state==='failed'&&d.method==='pin')
for(let f in bB(b.parts))aS(cW(f.ifname,'wps_cancel'));if(d.state!=='waiting')gM(d.state,b,e);gN(b,a.session);}
function gV(a,b){return a.reason!==b.reason||a.peer?.name!==b.peer?.name;}
function gW(a,b){const c=[];aG.windows=map(aG.windows,d=>{const e=a(d);if(e===d)return d;aT();push(c,[d,e]);return e;});map(c,d=>{if(d[1].session.state!==d[0].session.state)gU(d[0],d[1],b);else if(gV(d[0].session,d[1].session))gN(d[1],d[0].session);});}
function gX(a,b){for(let c in keys(a)){const d=a[c]??null;if(d===null)continue;gQ(c,d,b);gT(c,d);if(d.kind==='answer'&&d.registrar!==null&&d.registrar.pbc!=='Active'&&exists(aG.stuck,c)){delete aG.stuck[c];aT();}}
gW(c=>(bQ(c)?gJ(cp(c,a,b),b):c),b);}
function gY(a){gW(b=>(b.session.id===a?co(b):b),aJ());}
function gZ(a,b){if(a.network!==null)return b.session.network===a.network;if(a.section!==null)
return length(filter(b.parts,c=>c.section===a.section))>0;if(a.ifname!==null)return index(b.session.ifnames,a.ifname)>=0;return true;}
function ha(a){return pop(filter(aG.windows,b=>b.session.open&&gZ(a,b)));}
function hb(){return ha(bo);}
function hc(){const a=aJ(),b=filter(aG.windows,c=>bQ(c)||gI(c,a));aE();if(length(b)+length(aG.closing)>0&&gG?.remaining?.()===-1)gG.set(gD);}
function hd(a,b,c){const d=map(a,e=>cW(e,'wps_status'));ao(d,b,e=>{const f={};map(a,(h,i)=>{f[h]=db(e[i],null,[]);});const g=aJ();gX(f,g);hc();c(g,f);});}
function he(a,b){for(let c in aG.windows)
if(length(filter(bN(c),d=>d.ifname===a))>0)
return dk(a,c.logged,b);return[];}
function hf(a){const b=d=>{gX({[a]:{kind:'gone',told:he(a,d)}},aJ());hc();};if(exists(aG.overlaps,a))aG.overlaps[a]=0;for(let d in aG.presses)push(d.spared,a);aT();const c=d=>d.logged!==null&&length(filter(bN(d),e=>e.ifname===a))>0;if(length(filter(aG.windows,c))===0)b([]);else ao([dB(gF)],aJ().monotonic+gE,d=>b(dC(d[0])));}
function hg(a){if(a.session.open)return map(bN(a),b=>({ifname:b.ifname,open:true}));return map(a.homes,b=>({ifname:b.ifname,open:false}));}
function hh(a,b){return bP(a)?{...a,logged:max(a.logged??0,b)}:a;}
function hi(a){const b=[];aG.windows=map(aG.windows,c=>{const d=gJ(c,a);if(d!==c)push(b,[c,d]);return d;});if(length(b)>0)aT();for(let c in b)
if(gV(c[0].session,c[1].session))gN(c[1],c[0].session);}
const hj=5000;let hk={told:'',revision:-1,until:0};function hl(a){for(let b in aG.windows){const c=b.session.state==='waiting'&&b.cancelling===null;if((bQ(b)&&!c)||gI(b,a))return false;}
return length(aG.closing)===0;}
function hm(){const a={},b=[],c=length(filter(aG.windows,bP))>0;for(let d in aG.windows)
if(bQ(d))
for(let e in hg(d))
a[e.ifname]=a[e.ifname]||e.open;for(let d in keys(aG.closing))a[d]=true;for(let d in keys(a)){push(b,cW(d,'get_clients'));if(a[d])push(b,cW(d,'wps_status'));}
if(c)push(b,dB(gF));ao(b,aJ().monotonic+gE,d=>{const e=aJ(),f=sprintf('%J',d),g=f===hk.told&&e.monotonic<hk.until;if(g&&aH()===hk.revision&&hl(e))return hc();const h=c?dC(d[length(b)-1]):[],i=slice(h,-1)[0]?.id??null,j={};let k=0;for(let l in keys(a)){const m=d[k++];j[l]=a[l]?db(d[k++],m,he(l,h)):dc(m);}
hi(e);gX(j,e);if(i!==null)aG.windows=map(aG.windows,l=>hh(l,i));hk={told:f,revision:aH(),until:e.monotonic+hj};hc();});}
gG=ac.timer(-1,()=>az(hm));function hn(a){ao([dB(1)],aJ().monotonic+gE,b=>{const c=pop(dC(b[0]))?.id??null;if(c===null)return;aG.windows=map(aG.windows,d=>d.session.id===a?{...d,logged:c}:d);aT();aE();});}
function ho(a){const b=aJ(),c=bM({...a,id:ay(b.epoch)},b);aG.windows=filter([c,...aG.windows],(d,e)=>e<af||bQ(d));aT();gM('started',c,null);gN(c,null);hc();hn(c.session.id);return cs(c,b);}
function hp(a){const b=[];for(let c in a)
if(c.ifname!==null)push(b,{ifname:c.ifname,section:c.section});return b;}
function hq(a,b){return{ifname:a.ifname??'',section:a.section,independent:a.independent,last:(b?.kind==='answer'?b.registrar:null)??cV,ending:null};}
function hr(a,b){const c=filter(b,d=>d.wps&&!d.independent&&index(a,d)<0);return length(c)===0;}
function hs(a,b,c){const d=filter(a,g=>{const h=c[g.ifname??'']??null;if(h?.kind!=='answer'||h.registrar?.pbc!=='Active')return false;if(aG.stuck[g.ifname??'']||aG.closing[g.ifname??''])return false;return ha({network:null,section:null,ifname:g.ifname})===null;});if(length(d)===0)return;const e=map(d,g=>hq(g,c[g.ifname??'']??null)),f=ha({network:null,section:a[0].section,ifname:null});if(f!==null&&f.session.origin==='external'){const g=f.session,h=[...g.ifnames,...map(e,i=>i.ifname)];aG.windows=map(aG.windows,i=>i===f?{...f,parts:[...f.parts,...e],session:{...g,ifnames:h}}:i);aT();return;}
ho({network:a[0].ssid,method:'pbc',origin:'external',by:null,parts:e,homes:hp(a),exclusive:hr(a,b)});}
function ht(a,b){aG.overlaps[a]=b.monotonic+al*1000;aT();aE();}
function hu(a,b,c){const d=a.session;dA(`WPS on "${d.network}" (${join(', ', d.ifnames)}): cancel, by ${b}`);aG.windows=map(aG.windows,e=>e.session.id===d.id?bR(e,c):e);aT();}
function hv(a,b){for(let c in aG.windows)if(c.session.id===a)return cs(c,b);return null;}
function hw(a,b){for(let c in aG.windows)
if(length(filter(c.parts,d=>index(a,d.section)>=0))>0)
return cs(c,b);return null;}
function hx(a){for(let b in aG.windows)if(b.session.open)return cs(b,a);return null;}
function hy(a,b){return map(slice(aG.windows,0,b),c=>cs(c,a));}
function hz(){if(length(aG.overlaps)+length(aG.presses)+length(aG.closing)+length(aG.stuck)>0)
return false;for(let a in aG.windows)if(bQ(a))return false;return aR()===null;}
function hA(a){const b=a.args.limit??af;if(b<0)a.fail('invalid_argument','limit');else a.answer({entries:hy(aJ(),min(b,af))});}
function hB(){const a=dw();if(a===null)return null;return{connected:a.connected,name:a.name,routers:map(a.routers,b=>({name:b.name,there:b.there,networks:map(b.networks,c=>({ssid:c.ssid,ready:c.ready,open:c.open}))}))};}
function hC(a){a.answer({house:dw()});}
let hD=null;function hE(){return cI('light')[0]?.options?.led??null;}
function hF(){return aG.light.shown!==null||hE()!==null||length(ap())>0;}
function hG(){hD={led:hF()?at(hE()):null};return hD.led;}
function hH(){return aG.light.shown?.led??(hD===null?hG():hD.led);}
const hI=aW('The Wi-Fi software did not answer.'),hJ=aW('WPS is off on this network.'),hK={invalid_argument:{status:2,message:aW('The arguments are not valid.')},ambiguous_target:{status:2,message:aW('Several networks are ready: name one.')},pin_invalid:{status:2,message:aW('This is not a valid WPS PIN: check its digits.')},wps_not_supported:{status:3,message:aW('The running Wi-Fi software has no WPS.')},unknown_target:{status:4,message:aW('There is no such network or access point.')},unknown_device:{status:4,message:aW('No such device has joined by WPS.')},not_on_air:{status:4,message:aW('The network is configured, but not on the air.')},already_open:{status:6,message:aW('WPS is active already.')},busy:{status:6,message:aW('Another change is still under way.')},timeout:{status:7,message:hI},wps_disabled:{status:8,message:hJ},overlap:{status:8,message:aW('Several devices asked to join within two minutes: stop WPS on the others and wait.')},unsuitable_network:{status:8,message:aW('WPS cannot work with the settings of this network.')},devices_would_go:{status:8,message:aW('Devices with keys of their own would lose them.')},button_absent:{status:8,message:aW('This version of OpenWrt leaves no place for the WPS button.')},not_saved:{status:9,message:aW('The settings could not be written.')},pin_unavailable:{status:8,message:aW('Joining by PIN needs the package hostapd-utils.')}};function hL(a,b){const c={code:a,message:hK[a].message};if(type(b)==='string')c.argument=`${b}`;if(type(b)==='int')c.devices=int(b??0);return{body:{error:c},status:hK[a].status};}
const hM=52,hN=144,hO=120,hP=128;function hQ(a){const b=a??hM;if(b<hM||b>hN)return 0;return b>=hO&&b<=hP?600000:60000;}
const hR={},hS={};function hT(a,b,c){if(b.kind==='answer'||a.band!=='5g'||a.up!==true)delete hS[a.name];else if(b.kind==='gone')hS[a.name]??=c+hQ(a.channel);}
function hU(){return length(hS)>0;}
function hV(a,b){return max(0,int(((hS[a.name]??0)-b)/1000));}
const hW=10000;let hX=0,hY=0;function hZ(a){const b=filter(a,e=>!exists(hR,e.radio.name)),c=aJ().monotonic,d=length(b)>0?b:c-hX<hW?[]:a;if(length(d)===0)return[];hX=c;hY++;return[d[hY%length(d)]];}
function ia(){for(let a in keys(hR))delete hR[a];}
function ib(a,b){if(type(b?.data?.channel)==='int')hR[a]=b.data.channel;}
function ic(a){return hR[a.name]??a.channel;}
const id='wpad-mbedtls';function ie(a){if(a.installed_has_wps===null)return null;if(a.installed_has_wps)
return a.running_has_wps===false?['service wpad restart','wifi']:null;const b=a.package,c=b===null?id:replace(b,/-(basic|mini)/,'');if(c===b)return null;const d=b===null?'':` && opkg remove ${b}`,e=b===null?'':` '!${b}' && apk del ${b}`,f={opkg:`mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${c}${d} && opkg --cache /tmp/wpad install ${c} && reboot`,apk:`apk update && apk --cache-predownload add ${c}${e} && reboot`};return a.package_manager===null?null:[f[a.package_manager]];}
const ig='/usr/sbin/hostapd',ih=500,ii=10000;let ij='',ik=false,il=0;function im(){const a=aa.stat(ig);if(a===null)return false;const b=`${a.inode} ${a.size} ${a.mtime}`;if(b===ij)return ik;if(aJ().monotonic<il)return null;const c=system([ig,'-vwps'],ih);if(c<0||c>125){il=aJ().monotonic+ii;return null;}
ij=b;ik=c===0;return ik;}
function io(){if(aa.access('/lib/apk/db/installed'))return'apk';return aa.access('/usr/lib/opkg/status')?'opkg':null;}
function ip(){const a=/\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;for(let b in aa.glob('/lib/apk/packages/[hw]*.list','/usr/lib/opkg/info/[hw]*.control')){const c=match(b,a);if(c)return c[1];}
return null;}
let iq=null;const ir=['/lib/apk/packages','/usr/lib/opkg/info'],it=[ig,ag,'/lib/apk/db','/usr/lib/opkg/status',...ir];function iu(){iq=cD(iq,cC(ir),ip);return iq.value;}
function iv(){return aa.access(ig)===true;}
function iw(){return{package:iu(),installed_has_wps:im(),pin_available:aA(),package_manager:io()};}
function ix(a){return filter(a,b=>b.capacity!==null);}
let iy=null;function iz(a){if(iy?.bsses!==a)iy={bsses:a,networks:bx(a)};return iy.networks;}
let iA=null,iB=null;function iC(a){if(iB?.bsses===a)return iB;const b=filter(a,d=>d.ifname!==null),c=ix(b);iB={bsses:a,running:b,counted:c,calls:[...map(b,d=>cW(d.ifname??'','wps_status')),...map(c,d=>cW(d.ifname??'','get_clients'))]};return iB;}
const iD=3000;let iE=null;function iF(){iE?.set?.(iD);}
function iG(a,b,c,d){const e=a.bsses,f=gC(e),g=iz(e),h={networks:g,bsses:e,round:{},carriers:{},at:aJ()};let i=false;if(gA(h.at.monotonic))iF();map(b,l=>ib(l.radio.name,pop(c)));const j=f&&hz()&&!hU(),k=j?sprintf('%J',c):'';if(j&&k===iA?.told&&e===iA?.bsses){h.round=iA.round;return d(h);}
map(a.running,(l,m)=>{const n=index(a.counted,l),o=n<0?null:c[length(a.running)+n],p=db(c[m],o,[]);h.round[l.ifname??'']=p;i||=p.kind==='silent';hT(l.radio,p,h.at.monotonic);});gX(h.round,h.at);for(let l in g)hs(l,e,h.round);hc();iA=j&&!i?{bsses:e,told:k,round:h.round}:null;d(i?null:h);}
const iH={object:'network.wireless',method:'status'};function iI(a,b){const c=iB,d=c===null?[]:hZ(c.running),e=[iH,...(c?.calls??[]),...map(d,f=>cW(f.ifname??'','get_status'))];ao(e,a,f=>{const g=f[0];if(g.code!==ak&&g.code!==aj)return b(null);const h=fU(g.data);if(c!==null&&c.bsses===h)
return iG(c,d,slice(f,1),b);const i=iC(h),j=hZ(i.running);ao([...i.calls,...map(j,k=>cW(k.ifname??'','get_status'))],a,k=>iG(i,j,k,b));});}
function iJ(a,b){iI(a.deadline,c=>{if(c===null)a.fail('timeout');else b(c);});}
function iK(a,b){return a.round[b.ifname??'']??null;}
function iL(a,b){return iK(a,b)?.kind==='answer';}
function iM(a,b){return index(['answer','no_wps'],iK(a,b)?.kind)>=0;}
function iN(a){return(length(a.uplinks)>0&&length(filter(a.uplinks,b=>ct(b)===true))===0);}
function iO(a,b){if(!exists(a.carriers,b))a.carriers[b]=ct(b);return a.carriers[b];}
function iP(a,b){return iM(a,b)&&iO(a,b.ifname??'')!==false;}
function iQ(a){const b=map(values(a.round),c=>c?.kind);if(index(b,'answer')>=0)return true;return index(b,'no_wps')>=0?false:null;}
function iR(a){const b={...iw(),running_has_wps:iQ(a)};return{...b,remedy:ie(b)};}
function iS(a,b){const c=iK(a,b),d=c?.kind==='answer'?c.clients:null;return b.capacity!==null&&d!==null&&length(d)>=b.capacity;}
function iT(a){return filter(a.networks,b=>length(filter(b,c=>c.wps&&!c.disabled))>0);}
function iU(a,b){const c=filter(a?.routers??[],d=>d.there);return length(filter(c,d=>length(filter(d.networks,e=>e.ssid===b))>0))>0;}
function iV(a){for(let b in a.bsses){const c=b.ifname??'';if(iL(a,b)&&ct(c)===false&&!iN(b))
aS(cW(c,'update_beacon'));}}
iE=ac.timer(-1,()=>az(()=>iI(aJ().monotonic+iD,a=>{if(a!==null&&gA(a.at.monotonic))iV(a);})));function iW(a,b,c,d){const e=iM(a,b);return{answers:e,beacons:e?iO(a,b.ifname??''):null,uplink_away:iN(b),full:b.capacity!==null&&iS(a,b),overlap_left:gP(b,a.at),radar_left:hV(b.radio,a.at.monotonic),persistent:c!=='lost',elsewhere:c==='own'&&d!==null,apart:c!=='own'&&(d?.uuid??null)!==null&&lc(b.uuid??'')!==d?.uuid};}
let iX=null;function iY(a,b){const c=hx(a.at),d={daemon:b,daemon_installed:iv(),open:c===null?null:{remaining:c.remaining}},e=aR()!==null,f=dw(),g=map(a.networks,i=>{const j=gs(i),k=iU(f,i[0].ssid)?f:null;return map(i,l=>iW(a,l,j,k));}),h=sprintf('%J',[d,e,g]);if(iX?.networks!==a.networks||iX?.text!==h){const i=length(iT(a)),j=map(a.networks,(k,l)=>{const m=hr(k,a.bsses);return bI(map(k,(n,o)=>{const p=!n.independent&&!m,q=bm({...d,...g[l][o],bss:n,flagged:i,grouped:p}),r={bss:n,problems:q,ready:bn(q)===null&&!e};return r;}));});iX={networks:a.networks,text:h,wholes:j};}
return iX.wholes;}
gL((a,b)=>{if(cR())av(a,b);});gL((a,b)=>{if(a.peer!==null&&!a.open)au(a,b);});gL((a,b)=>{if(hF())aw(a,b);});aV('hostapd.',(a,b)=>{ia();if(!b)hf(a);iF();});aF('luci.wps.arrived',a=>{gY(a?.session??'');hc();});function iZ(){if(aR()!==null)aO();iF();hc();if(aG.light.shown!==null)aQ();const a=fU(null);if(length(aG.keys)+length(filter(a,b=>aK([b])!==null))===0)return;aP(a);aM(a);}
function ja(a,b){const c=b.bss,d=c.ifname;return{ifname:d,section:c.section,radio:c.radio.name,bssid:d===null?null:dU(d),band:c.radio.band,channel:ic(c.radio),enabled:c.wps,ready:b.ready,on_air:iP(a,c),problems:b.problems};}
function jb(a){const b=[];for(let c in a.opening){const d=c.radio.band;if(d!==null&&index(b,d)<0)push(b,d);}
return b;}
function jc(a,b){const c=map(b.places,e=>e.bss),d=bC(c);return{ssid:c[0].ssid,sections:d,bands:jb(b),enabled:b.enabled,ready:b.ready,keys:gs(c),problems:b.problems,session:hw(d,a.at),job:aD(d),access_points:map(b.places,e=>ja(a,e))};}
function jd(a){const b=iR(a);return{supported:b.running_has_wps===true,daemon:b,networks:map(iY(a,b),c=>jc(a,c)),button:fX(),light:hH(),guard:gk(),house:hB(),now:a.at.epoch};}
const je=[cE,...it];function jf(a){const b=cC(je);if(!b.settled)return null;const c=[];for(let d in a.bsses){push(c,ic(d.radio),iN(d));if(d.ifname!==null)push(c,dU(d.ifname),iO(a,d.ifname));}
return sprintf('%J',[b.text,c,hH(),hB(),aH()]);}
let jg=null;function jh(a){const b=jf(a);if(b!==null&&jg?.round===a.round&&jg?.text===b)
return{...jg.status,now:a.at.epoch};const c=jd(a),d=b!==null&&c.daemon.installed_has_wps!==null;jg=d?{round:a.round,text:`${b}`,status:c}:null;return c;}
function ji(a){iJ(a,b=>a.answer(jh(b)));}
return{aN:fW,aR:bB,aS:bD,aT:fX,aU:dZ,aV:df,aZ:hu,bC:bt,bF:iR,bI:dY,bK:dj,bU:cx,bV:ct,bX:hF,bY:dh,bZ:hp,cA:cW,cB:dx,cC:dt,cD:bE,cE:iL,cF:hr,cG:cY,cH:bp,cI:iP,cL:iM,cM:iN,cO:iY,cU:gs,cV:dB,cX:bN,cY:iI,cZ:iJ,dA:hG,dD:bx,dF:dA,dH:hb,dI:dy,dJ:ha,dK:ho,dN:hq,dQ:bu,dS:fU,dT:dc,dU:cN,dV:dC,dW:dV,dY:hd,dZ:hL,eA:ht,eC:cO,eD:cK,eH:iZ,eM:bC,eO:iK,eQ:hv,eS:cI,eW:gt,eX:gu,eY:ea,eZ:dD,fB:hA,fC:hC,fD:ji,fE:gC,fF:dX,fK:iV,fN:cQ,fO:dW,fP:cJ};};
