'use strict';import*as aa from'fs';import*as ab from'uci';import*as ac from'uloop';return ad=>{const ae=ad.aA,af=ad.aB,ag=ad.aC,ah=ad.aE,ai=ad.aF,aj=ad.aH,ak=ad.aI,al=ad.aL,am=ad.aO,an=ad.aP,ao=ad.aZ,ap=ad.bC,aq=ad.bD,ar=ad.bK,at=ad.bL,au=ad.bM,av=ad.bN,aw=ad.bO,ax=ad.bQ,ay=ad.bR,az=ad.bV,aA=ad.cI,aB=ad.cJ,aC=ad.cM,aD=ad.cO,aE=ad.cV,aF=ad.dA,aG=ad.dB,aH=ad.dD,aI=ad.dF,aJ=ad.dK,aK=ad.dN,aL=ad.dW,aM=ad.eE,aN=ad.eH,aO=ad.eI,aP=ad.eJ,aQ=ad.eK,aR=ad.eO,aS=ad.fF,aT=ad.fH,aU=ad.fK;function aV(a){return a;}
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
const bI=(al+5)*1000,bJ=(al-2)*1000;function bK(a){return map(a,b=>b.ifname);}
function bL(a,b){return{session:{id:a.id,network:a.network,ifnames:bK(a.parts),ifname:null,section:null,method:a.method,origin:a.origin,by:a.by,state:'waiting',open:true,started:a.origin==='external'?null:b.epoch,ended:null,duration:al,remaining:null,attempts_failed:0,reason:null,peer:null},parts:a.parts,homes:a.homes,exclusive:a.exclusive,since:b.monotonic,logged:null,cancelling:null,until:null};}
function bM(a){return a.session.open?filter(a.parts,b=>b.ending===null):[];}
function bN(a,b){return a.session.method==='pin'||!b.independent||b.last.result==='Failed';}
function bO(a){const b=filter(bM(a),c=>bN(a,c)&&c.last.result!=='None');return length(b)>0;}
function bP(a){return a.session.open||a.until!==null;}
function bQ(a){const b=a.session.state==='waiting'&&a.cancelling===null;return b?a.since+al*1000:0;}
function bR(a,b){const c=a.session.state==='connecting'?'still_trying':null;return{...a,cancelling:['cancelled',b??c]};}
function bS(a,b){return{...a,session:{...a.session,...b}};}
function bT(a,b,c){return bS(a,{state:b[0],reason:b[1],open:false,ended:c.epoch,peer:null});}
function bU(a,b){return{mac:a,name:null,ip:null,signal:b?.signal??null,authorized:b!==null&&b.authorized&&!b.wps};}
function bV(a,b){const c=a.session,d=b?.ifname??null;if(c.ifname===d)return a;return{...a,session:{...c,ifname:d,section:b?.section??null}};}
function bW(a,b,c,d){const e={...bV(a,b),until:d.monotonic+ag*1000};return bS(e,{state:'success',reason:null,open:false,ended:d.epoch,peer:bU(c,null)});}
function bX(a){const b=a?.kind==='answer'?a.clients:null;return filter(keys(b??{}),c=>b?.[c]?.wps===true)[0]??null;}
function bY(a,b){const c=bM(a),d=filter(c,g=>{const h=b[g.ifname]??null;return h?.kind==='answer'&&h.clients!==null;}),e=filter(d,g=>bX(b[g.ifname]??null)!==null)[0]??null,f={state:'waiting',reason:null,open:true,ended:null,peer:null};if(e!==null){const g=b[e.ifname]??null,h=bX(g)??'',i=g?.kind==='answer'?(g.clients?.[h]??null):null,j=a.session.peer?.mac===h&&a.session.peer?.signal===i?.signal;if(j&&a.session.ifname===e.ifname)return a;return bS(bV(a,e),{...f,state:'connecting',peer:bU(h,i)});}
if(a.session.state==='waiting'||length(d)<length(c))return a;return bS(bV(a,null),f);}
function bZ(a,b,c,d){if(c)return['failed',b.reason??'authentication_failure'];if(a.cancelling!==null)return a.cancelling;return d>=al*1000?['timeout',null]:null;}
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
function cm(a,b,c){let d=a.parts,e=a.session.attempts_failed,f=a.logged,g=null;for(let l in bM(a)){const m=b[l.ifname]??null;if(m===null)continue;const n=ch(a,l,m,c);d=cl(d,l,n.part);if(n.failed)e++;if(n.part.last!==l.last&&bN(a,n.part))f=null;if(n.mac!==null)g??=n;}
if(d===a.parts&&e===a.session.attempts_failed&&g===null)
return bY(a,b);const h=filter(d,l=>l.ending===null),i=filter(d,l=>ck(a,l.ending))[0]??null,j={...a,parts:d,logged:f,session:{...a.session,attempts_failed:e}};if(g!==null)return bW(j,g.part,g.mac??'',c);if(i!==null)return bT(j,cj([i]),c);if(length(h)>0){j.session.ifnames=bK(h);return bY(j,b);}
const k=filter(d,l=>l.ending?.[1]==='sibling'&&l.last.result==='Success')[0]??null;if(a.exclusive&&k!==null)return bW(j,k,k.last.peer??'',c);return bT(j,cj(d),c);}
function cn(a,b,c,d){const e=a.session;if(e.state!=='success')return a;const f=e.peer,g={...a,until:null};let h=true;for(let i in a.homes){const j=c[i.ifname]??null;if(j===null||(j.kind==='answer'&&j.clients===null))h=false;if(j?.kind!=='answer')continue;const k=bU(f.mac,j.clients?.[f.mac]??null);if(k.authorized)
return bS(bV(g,i),{state:'joined',open:false,ended:e.ended,reason:null,peer:{...f,authorized:true,signal:k.signal}});}
if(d.monotonic>=b+(h?0:bI-al*1000))
return bS(g,{state:'success',open:false,ended:e.ended,reason:'not_connected',peer:f});return a;}
function co(a){const b=a.session;if(b.state!=='success')return a;const c={...b.peer,authorized:true};return bS({...a,until:null},{state:'joined',open:false,ended:b.ended,reason:null,peer:c});}
function cp(a,b,c){if(a.session.open)return cm(a,b,c);return a.until===null?a:cn(a,a.until,b,c);}
function cq(a,b){if(b.session.open||!a.session.open)return[];return filter(b.parts,c=>c.ending===null&&c.ifname!==b.session.ifname);}
function cr(a,b,c){const d=a.session,e=d.peer;if(e===null||(e.name===b&&e.ip===c))return a;return bS(a,{...d,peer:{...e,name:b,ip:c}});}
function cs(a,b){const c=a.session,d=c.open?max(0,al-int((b.monotonic-a.since)/1000)):0;return{...c,remaining:c.started===null?null:d};}
function ct(a){const b=`/sys/class/net/${a}/carrier`,c=aa.readfile(b,1);if(c===null)return aa.access(b)===true?false:null;return c==='1'?true:c==='0'?false:null;}
const cu='/etc/rc.button/wps',cv='/etc/rc.wps/';let cw=null;function cx(){cw??=index(aa.readfile(cu)??'',cv)>=0;return cw;}
const cy=5,cz=2000;let cA=0,cB=0;function cC(a){const b=aI(),c=b.epoch*1000-b.monotonic;if(c-cA>cz||cA-c>cz){cA=c;cB++;}
const d=[cB];let e=0;for(let f in a){const g=aa.stat(f);if(g===null)push(d,0);else{push(d,g.inode,g.size,g.ctime);e=max(e,g.ctime);}}
return{text:join(' ',d),settled:e<b.epoch-cy};}
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
function cQ(a,b){return aM(a,b,'network',true);}
function cR(){return length(aa.glob('/etc/hostapd-wps-*.psk'))>0;}
function cS(){return aa.glob('/etc/hostapd-wps-*.psk','/etc/hostapd-wps-*.psk.new','/etc/hostapd-wps-*.cred','/etc/hostapd-wps-*.cred.new');}
const cT=['Disabled','Active','Timed-out','Overlap'],cU=['None','Success','Failed'],cV={pbc:'Disabled',result:'None',reason:null,peer:null};function cW(a,b){return{object:`hostapd.${a}`,method:b};}
const cX=/([0-9a-f]{2}:){5}[0-9a-f]{2}/;function cY(a){return match(a,cX)?.[0]===a;}
function cZ(a){const b=a.last_wps_result,c=a.reason==='Authentication Failure',d=a.peer_address;return{pbc:index(cT,a.pbc_status)<0?'Unknown':a.pbc_status,result:index(cU,b)<0?'Unknown':b,reason:c?'authentication_failure':a.reason?'unknown':null,peer:type(d)==='string'&&cY(d)?d:null};}
function da(a){const b={};for(let c in keys(a?.clients??{})){const d=a.clients[c];b[lc(c)]={authorized:d.authorized===true,wps:d.wps===true,signal:type(d.signal)==='int'?d.signal:null};}
return b;}
function db(a,b,c){if(a.code===ah)return{kind:'no_wps'};if(a.code===ai)return{kind:'gone',told:c};if(a.code!==aj||type(a.data)!=='object')return{kind:'silent'};return{kind:'answer',registrar:cZ(a.data),clients:b?.code===aj?da(b.data):null,told:c};}
function dc(a){if(a.code===ai)return{kind:'gone',told:[]};if(a.code!==aj)return{kind:'silent'};return{kind:'answer',registrar:null,clients:da(a.data),told:[]};}
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
const dv='/var/run/luci-wps-house.json';function dw(){return aa.readfile(dv);}
function dx(){const a=dw();if(a===null)return null;try{const b=json(a);return type(b?.routers)==='array'&&type(b.connected)==='bool'?b:null;}catch{return null;}}
function dy(){return cI('house')[0]?.options?.uuid??null;}
function dz(a,b){aR({object:'luci.wps.house',method:'start',args:{network:a,session:b}});}
let dA=null;try{dA=require('log');}catch{dA=null;}
function dB(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(dA)dA.syslog(dA.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function dC(a){return{object:'log',method:'read',args:{lines:a,stream:false}};}
function dD(a){return a?.data?.log??[];}
function dE(a){am('luci.wps',a);}
const dF='/etc/config/wireless';function dG(){const a=ab.cursor()??die('uci');a.load(dF);return a;}
function dH(){return dG().get_all('wireless')??{};}
const dI='/var/run/rpcd',dJ=/[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/;function dK(){const a={},b=['/tmp/.uci'];for(let c in aa.lsdir(dI)??[])
if(index(c,'uci-')===0)push(b,`${dI}/${c}`);for(let c in b){const d=aa.readfile(`${c}/wireless`);if(d===null)continue;for(let e in split(d,'\n')){const f=match(e,dJ);if(f?.[0]===e)a[f[1]]=true;}}
return a;}
function dL(){const a=[];for(let b in aa.lsdir('/lib/netifd/wireless')??[]){if(substr(b,-3)==='.sh')push(a,substr(b,0,length(b)-3));}
return a;}
const dM='/usr/share/ucode/wifi/ap.uc',dN='/lib/netifd/hostapd.sh',dO='/lib/netifd/wireless.uc',dP=[dM,dN,dO],dQ=[dF,...dP];function dR(){return cC(dP);}
function dS(){return cC(dQ);}
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
function eI(a,b){const c=ek(a,ec,b);return{section:a,options:c,lines:bc(c.hostapd_bss_options??[],b),software:b};}
function eJ(a){const b=length(a);return b===64?match(a,/[0-9A-Fa-f]+/)?.[0]===a:b>=8&&b<64;}
function eK(a,b,c,d){const e=bd(a.lines,b);return e===null?{value:c,option:d}:{value:e,option:bb};}
function eL(a,b,c){return a.software.scripts!=='ucode'||(a.section[b]??null)!==null?b:c;}
function eM(a){const b=match(a,/ *-?[0-9]+/)?.[0]??'';return b!==''&&index(a,b)===0?int(trim(b)):0;}
function eN(a){return filter(split(a,' '),b=>b!=='');}
function eO(a){return a.software.scripts==='ucode'&&type(a.section.encryption)==='array';}
const eP={auth:'unknown',wpa:2,ciphers:[],akms:[]};function eQ(a){const b=eO(a)?eP:eE(a.options.encryption,a.software),c=bd(a.lines,'wpa'),d=bd(a.lines,'wpa_key_mgmt'),e=bd(a.lines,'rsn_pairwise')??bd(a.lines,'wpa_pairwise');return{auth:b.auth,wpa:c===null?b.wpa:eM(c),akms:d===null?b.akms:eN(d),ciphers:e===null?b.ciphers:eN(e)};}
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
function fb(a){return bd(a.lines,'uuid')??a.options.uuid;}
function fc(a){return bd(a.lines,'ssid')??a.options.ssid??'';}
function fd(a){return filter(ae,b=>index([null,'',false],a.options[b])<0)[0]??null;}
function fe(a,b){const c=a.options.key;if(c!==null&&eJ(c))return false;const d=b||a.options.wpa_psk_file!==null;return!d||(c!==null&&(length(c)===64||a.software.scripts!=='ucode'));}
const ff=['ok','wpa3_only','tkip_only'];function fg(a,b,c){const d=a.options,e=eG(b),f=eG(eQ({...a,lines:[]})),g=eV(a,b),h=eW(a),i=eR(a),j=eY(a),k=fd(a),l={};if(d.multi_ap===1)return{multi_ap_backhaul:'multi_ap'};if(e!=='ok')l[e]=e===f?'encryption':bb;if(eU(a,b))l.ppsk='ppsk';else{if(index(ff,e)>=0&&fe(a,c))l.bad_key='key';if(eM(g.value)===2)l.mac_authentication=g.option;}
if(eM(i.value)!==0)l.hidden_ssid=i.option;if(eM(j.value)!==2)l.wps_disabled=j.option;if(eM(g.value)===1)l.mac_allow_list=g.option;if(k!==null)l.pin_exposed=k;if(d.ieee80211r===true&&b.wpa>=2)l.fast_roaming='ieee80211r';const m=index(b.akms,'SAE')<0||b.auth==='psk-sae-compat';if(e==='ok'&&m&&eM(h.value)===2)l.pmf_required=h.option;return l;}
const fh={b:'2g',g:'2g',a:'5g'};function fi(a){const b=`${a.channel ?? ''}`;return match(b,/[0-9]+/)?.[0]===b?int(b):0;}
function fj(a,b){const c=`${a.hwmode ?? ''}`,d=index(c,'11')===0?substr(c,2):c;if(index(['a','b','g','ad'],d)>=0)return d;return b.scripts!=='ucode'&&fi(a)>14?'a':'g';}
function fk(a,b){const c=a.band??null;if(index(['2g','5g','6g'],c)>=0)return c;if(c==='60g'||(c!==null&&b.scripts==='ucode'))return null;return fh[fj(a,b)]??null;}
const fl={access_network_type:[0,15],iw_access_network_type:[0,15],anqp_domain_id:[0,65535],assoc_sa_query_max_timeout:[1,4294967295],ieee80211w_max_timeout:[1,4294967295],assoc_sa_query_retry_timeout:[1,4294967295],ieee80211w_retry_timeout:[1,4294967295],dtim_period:[1,255],dynamic_vlan:['0','1','2'],eapol_version:['1','2'],ieee80211w:['0','1','2'],macfilter:['allow','deny'],ocv:[0,15],reassociation_deadline:[1000,65535],sae_pwe:['0','1','2'],time_advertisement:['0','2'],transition_disable:['on','off','0','1','sae','sae-pk','wpa3','owe']},fm=['transition_disable'],fn={band:['2g','5g','6g','60g'],beacon_int:[15,65535],cell_density:[0,3],chanbw:['5','10','20'],he_bss_color:[1,128],htmode:[...['NOHT','HT20','HT40-','HT40+','HT40','VHT20','VHT40','VHT80','VHT160'],...['HE20','HE40','HE80','HE160','EHT20','EHT40','EHT80','EHT160','EHT320']],log_level:[0,4],mbssid:[0,2],require_mode:['n','ac','ax'],rx_stbc:[0,4],vht160:[0,2],vht_link_adapt:[0,3],vht_max_a_mpdu_len_exp:[0,7],vht_max_mpdu:['3895','7991','11454']};function fo(a,b,c,d){if(index(fm,a)>=0)return length(filter(ei(b),g=>index(c,g)<0))===0;const e=eh(b,d);if(type(c[0])==='string')return index(c,e===null?b:`${e}`)>=0;const f=c;return e===null||((f[0]===0||e>=f[0])&&e<=f[1]);}
function fp(a,b,c){if(c.scripts!=='ucode')return null;const d=f=>(a[f]??null)!==null,e=f=>!fo(f,a[f],b[f],c);return filter(keys(b),f=>d(f)&&e(f))[0]??null;}
function fq(a,b){return fp(a,fl,b);}
function fr(a,b){return fp(a,fn,b);}
const fs=32,ft=2007;function fu(a){const b=a.options.auth_server??a.options.auth_server_addr??[],c=bd(a.lines,'eap_server')??a.section.eap_server??'0';return length(b)>0||(a.section.server??null)!==null||c==='1';}
function fv(a){return a===null||match(a,/[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/)!==null;}
function fw(a){return a===''||index(a,'#')===0||match(a,/[a-z][a-z0-9_]*=.*/)?.[0]===a;}
function fx(a,b){const c=a.options.key;if(eU(a,b))return false;if(c===null)return a.software.scripts==='old'&&a.options.wpa_psk_file===null;return!eJ(c)&&(length(c)===64||a.software.scripts!=='ucode');}
function fy(a,b){const c=a.options,d=c.ieee80211r===true&&b.wpa>=2&&b.auth!=='psk',e=b.auth==='owe'?null:c.key;return(a.software.scripts==='shell'&&d&&e===null&&(a.section.auth_secret??null)===null);}
function fz(a){const b=a.options.multi_ap_backhaul_key;return(a.options.multi_ap>0&&!!a.options.multi_ap_backhaul_ssid&&b!==null&&length(b)<8);}
function fA(a,b){const c=a.options,d=eG(b),e=a.software.scripts!=='ucode',f=length(c.ssid??'');if(f>fs||(e&&f===0))return'ssid';if(index([null,0,1,2,3],c.multi_ap)<0)return'multi_ap';if((c.maxassoc??c.max_num_sta??0)>ft)return'maxassoc';if(d==='wep')return'encryption';if(d==='unknown_encryption'&&(eO(a)||c.wpa_psk_file===null))
return'encryption';if(eU(a,b)&&eM(eV(a,b).value)!==2)
return'macfilter';if(b.auth==='eap'&&!fu(a))return'auth_server';if(eT(b)&&fx(a,b))return'key';if(fy(a,b))return'ieee80211r';if(e&&eX(a)&&fz(a))return'multi_ap_backhaul_key';if(eX(a)&&!fv(fb(a)))return'uuid';if(eX(a)&&length(c.wps_device_name??'')>fs)return'wps_device_name';return length(filter(a.lines,g=>!fw(g)))>0?bb:null;}
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
let fQ=null,fR=null;function fS(){fQ=cD(fQ,dR(),()=>fP(dT()));return fQ.value;}
function fT(){fR=cD(fR,dS(),()=>fO(dH(),fS()));return fR.value;}
let fU=null;function fV(a){const b=fT(),c=dK(),d=dL(),e=sprintf('%J',[a,c,d]);if(fU?.configuration!==b||fU?.told!==e)
fU={configuration:b,told:e,bsses:eu(b,a,c,d)};return fU.bsses;}
const fW=['network','off','stock'];function fX(a){return filter(fW,b=>b===a)[0]??null;}
function fY(){const a=cI('button')[0]?.options??{},b=fX(a.action??null)??'network';return{present:cx(),action:b,network:b==='network'?(a.network??null):null};}
const fZ=0x100e,ga=0x1026,gb=0x1045,gc=0x1003,gd=0x100f,ge=0x1027,gf=0x1020,gg=0x0020,gh=0x0008;function gi(a){return chr(int(a/256),a%256);}
function gj(a,b){return gi(a)+gi(length(b))+b;}
function gk(a,b){return gj(fZ,gj(ga,chr(1))+
gj(gb,a)+
gj(gc,gi(gg))+
gj(gd,gi(gh))+
gj(ge,b)+
gj(gf,chr(255,255,255,255,255,255)));}
function gl(){const a=cI('guard')[0]??null;return a===null?null:{when:int(a.options.when??'0'),sections:a.lists.section??[]};}
function gm(a){const b=dW(a,['encryption','ssid','key']);if(eH(b.encryption,fS())!=='ok')return'';if(b.key===null||b.ssid===null)return null;return gk(`${b.ssid}`,`${b.key}`);}
function gn(a){return`wps=1 00:00:00:00:00:00 ${dW(a, ['key']).key ?? ''}\n`;}
function go(a){const b=a.psk_file??'';return aA(b,'psk')&&cP(b)&&cM(b,gn(a.section))===true;}
function gp(a){const b=aq(a.raw);if(b!==null)return cM(b,gm(a.section)??'')===false?'lost':'shared';if(!aA(a.psk_file,'psk'))return'lost';return go(a)?'shared':'own';}
let gq={},gr=null;function gs(a){return(gq[a.section]??=gp(a));}
function gt(a){const b=map(filter(a,c=>c.wps),gs);if(length(b)===0||index(b,'lost')>=0)return'lost';return index(b,'own')>=0?'own':'shared';}
function gu(a,b){const c=gm(b);if(c===null)return false;return cM(a,c)===true||cQ(a,c);}
function gv(a){return aK(a)!==null;}
function gw(a,b){return{hostapd_bss_options:[...aw(a.raw),...aT(a.raw),...ap(b)]};}
function gx(a){const b=['/etc'];for(let c in a)
for(let d in[aq(c.raw),aA(c.psk_file,'psk')?c.psk_file:null])
if(d!==null&&index(b,d)<0)push(b,d);return b;}
function gy(a){if(gl()!==null)return;const b=aQ()?.former??{};for(let c in keys(b)){const d=b[c].hostapd_bss_options??[];a[`${b[c].wpa_psk_file ?? ''}`]=true;a[aq(type(d)==='array'?d:[])??'']=true;}
for(let c in cS())
if(!a[c]&&(!aA(c,'psk')||aB(c)))cO(c);}
let gz=0;const gA=30000;function gB(a){return gz>0&&a-gz<gA;}
function gC(a){const b={},c={};let d=false,e=0;for(let f in a){const g=aq(f.raw),h=g===null?null:gm(f.section);if(g!==null)b[g]=true;if(g!==null&&h!==null&&cM(g,h)===false){e++;const j=f.applied===true&&cL(g)?aH(g,f.section):g;b[j]=true;if(cQ(j,h)&&j!==g)c[f.section]=gw(f,j);}
const i=aA(f.psk_file,'psk')?f.psk_file:null;if(i===null||b[i])continue;b[i]=true;if(!cL(i)){e++;d=gv(i)||d;}}
gy(b);if(length(c)>0&&dX(c)){aR({object:'network',method:'reload'});gz=aI().monotonic;}
if(d)aR({object:'hostapd',method:'reload'});return e===0&&aQ()===null;}
function gD(a){const b=cC(gx(a));if(gr?.bsses===a&&gr.text===b.text)return true;gq={};gr=gC(a)&&b.settled?{bsses:a,text:b.text}:null;return false;}
const gE=1000,gF=900,gG=50;let gH=null;const gI=120;function gJ(a,b){const c=a.session.peer;return c!==null&&c.ip===null&&b.epoch-(a.session.ended??b.epoch)<=gI;}
function gK(a,b){const c=a.session.peer;if(c===null||!gJ(a,b))return a;const d=du(c.mac);return cr(a,d.name,d.ip);}
const gL=[];function gM(a){push(gL,a);}
function gN(a,b,c){const d=cs(b,aI()),e=d.peer,f=d.reason===null?'':` (${d.reason})`,g=e===null?'':`, device ${e.name ?? e.mac}`,h=c!==null||d.by===null?'':`, by ${d.by}`,i=d.ifname??join(', ',d.ifnames);dB(`WPS on "${d.network}" (${i}): ${a}${f}${g}${h}`);dE({type:a,session:d});}
function gO(a,b){const c=cs(a,aI());map(gL,d=>ay(()=>d(c,b)));}
function gP(a){let b=0;for(let c in aF.presses){const d=index(c.spared,a.ifname)>=0||(!c.independent&&!a.independent);if(!d)b=max(b,c.until);}
return b;}
function gQ(a,b){const c=max(aF.overlaps[a.ifname??'']??0,gP(a));return max(0,int((c-b.monotonic+999)/1000));}
function gR(a,b,c){if(b.kind!=='answer'||b.registrar===null)return;const d=aF.overlaps[a]??null;if(b.registrar.pbc==='Overlap'){if(d!==null)return;aF.overlaps[a]=c.monotonic+ak*1000;}else if(d!==null&&(b.registrar.pbc==='Active'||d<=c.monotonic))
delete aF.overlaps[a];else return;aS();}
function gS(a,b){const c=filter(a.parts,e=>e.ifname===a.session.ifname)[0]??null;if(c===null||a.session.method==='pin')return;const d=b.monotonic+ak*1000;aF.presses=[{spared:[c.ifname],independent:c.independent,until:d},...aF.presses];}
function gT(a){const b=filter(aF.presses,c=>c.until>a.monotonic);if(length(b)===length(aF.presses))return;aF.presses=b;aS();}
function gU(a){for(let b in a)aF.closing[b.ifname]=true;for(let b in bA(a))aR(cW(b.ifname,'wps_cancel'));}
function gV(a,b){if(!exists(aF.closing,a))return;if(b.kind==='answer'&&b.registrar?.pbc==='Active')aR(cW(a,'wps_cancel'));else if(b.kind!=='silent'){delete aF.closing[a];aS();}}
function gW(a,b,c){const d=b.session,e=a.session.state;if(d.state==='lost')for(let f in b.parts)aF.stuck[f.ifname]=true;if(d.state==='success'&&e!=='success')gS(b,c);gU(cq(a,b));if(d.state==='failed'&&d.method==='pin')
for(let f in bA(b.parts))aR(cW(f.ifname,'wps_cancel'));aS();if(d.state!=='waiting')gN(d.state,b,e);gO(b,a.session);}
function gX(a,b){return a.reason!==b.reason||a.peer?.name!==b.peer?.name;}
function gY(a,b){const c=[];aF.windows=map(aF.windows,d=>{const e=a(d);if(e===d)return d;aS();push(c,[d,e]);return e;});map(c,d=>{if(d[1].session.state!==d[0].session.state)gW(d[0],d[1],b);else if(gX(d[0].session,d[1].session))gO(d[1],d[0].session);});}
function gZ(a,b){for(let c in keys(a)){const d=a[c]??null;if(d===null)continue;gR(c,d,b);gV(c,d);if(d.kind==='answer'&&d.registrar!==null&&d.registrar.pbc!=='Active'&&exists(aF.stuck,c)){delete aF.stuck[c];aS();}}
gT(b);gY(c=>(bP(c)?gK(cp(c,a,b),b):c),b);}
function ha(a){gY(b=>(b.session.id===a?co(b):b),aI());}
function hb(a,b){if(a.network!==null)return b.session.network===a.network;if(a.section!==null)
return length(filter(b.parts,c=>c.section===a.section))>0;if(a.ifname!==null)return index(b.session.ifnames,a.ifname)>=0;return true;}
function hc(a){return pop(filter(aF.windows,b=>b.session.open&&hb(a,b)));}
function hd(){return hc(bn);}
function he(){if(gH?.remaining?.()===-1)gH.set(gE);}
function hf(){const a=aI(),b=filter(aF.windows,c=>bP(c)||gJ(c,a));aD();if(length(b)+length(aF.closing)>0)he();}
function hg(a,b,c){const d=map(a,e=>cW(e,'wps_status'));an(d,b,e=>{const f={};map(a,(h,i)=>{f[h]=db(e[i],null,[]);});const g=aI();gZ(f,g);hf();c(g,f);});}
function hh(a,b){for(let c in aF.windows)
if(length(filter(bM(c),d=>d.ifname===a))>0)
return dk(a,c.logged,b);return[];}
function hi(a){const b=d=>{gZ({[a]:{kind:'gone',told:hh(a,d)}},aI());hf();};if(exists(aF.overlaps,a))aF.overlaps[a]=0;for(let d in aF.presses)push(d.spared,a);aS();const c=d=>d.logged!==null&&length(filter(bM(d),e=>e.ifname===a))>0;if(length(filter(aF.windows,c))===0)b([]);else an([dC(gG)],aI().monotonic+gF,d=>b(dD(d[0])));}
function hj(a){if(a.session.open)return map(bM(a),b=>({ifname:b.ifname,open:true}));return map(a.homes,b=>({ifname:b.ifname,open:false}));}
let hk=null;function hl(){const a=aG();if(hk?.revision===a)return hk;const b={},c=[],d=length(filter(aF.windows,bO))>0;for(let e in aF.windows)
if(bP(e))
for(let f in hj(e))
b[f.ifname]=b[f.ifname]||f.open;for(let e in keys(aF.closing))b[e]=true;for(let e in keys(b)){push(c,cW(e,'get_clients'));if(b[e])push(c,cW(e,'wps_status'));}
if(d)push(c,dC(gG));hk={revision:a,questions:b,calls:c,logged:d};return hk;}
function hm(a,b){return bO(a)?{...a,logged:max(a.logged??0,b)}:a;}
function hn(a){const b=[];aF.windows=map(aF.windows,c=>{const d=gK(c,a);if(d!==c)push(b,[c,d]);return d;});if(length(b)>0)aS();for(let c in b)
if(gX(c[0].session,c[1].session))gO(c[1],c[0].session);}
let ho={told:'',course:null,until:0};function hp(a){let b=a.monotonic+al*1000;for(let c in aF.windows){if(bP(c))b=min(b,bQ(c));if(gJ(c,a))return 0;}
return length(aF.closing)>0?0:b;}
function hq(){const a=hl();an(a.calls,aI().monotonic+gF,b=>{const c=aI(),d=sprintf('%J',b),e=a===ho.course&&a.revision===aG()&&d===ho.told;if(e&&c.monotonic<ho.until){aD();return he();}
const f=a.logged?dD(b[length(a.calls)-1]):[],g=slice(f,-1)[0]?.id??null,h={};let i=0;for(let j in keys(a.questions)){const k=b[i++];h[j]=a.questions[j]?db(b[i++],k,hh(j,f)):dc(k);}
hn(c);gZ(h,c);if(g!==null)aF.windows=map(aF.windows,j=>hm(j,g));ho={told:d,course:a,until:hp(c)};hf();});}
gH=ac.timer(-1,()=>ay(hq));function hr(a){an([dC(1)],aI().monotonic+gF,b=>{const c=pop(dD(b[0]))?.id??null;if(c===null)return;aF.windows=map(aF.windows,d=>d.session.id===a?{...d,logged:c}:d);aS();aD();});}
function hs(a){const b=aI(),c=bL({...a,id:ax(b.epoch)},b);aF.windows=filter([c,...aF.windows],(d,e)=>e<af||bP(d));aS();gN('started',c,null);gO(c,null);hf();hr(c.session.id);return cs(c,b);}
function ht(a){const b=[];for(let c in a)
if(c.ifname!==null)push(b,{ifname:c.ifname,section:c.section});return b;}
function hu(a,b){return{ifname:a.ifname??'',section:a.section,independent:a.independent,last:(b?.kind==='answer'?b.registrar:null)??cV,ending:null};}
function hv(a,b){const c=filter(b,d=>d.wps&&!d.independent&&index(a,d)<0);return length(c)===0;}
function hw(a,b,c){const d=filter(a,g=>{const h=c[g.ifname??'']??null;if(h?.kind!=='answer'||h.registrar?.pbc!=='Active')return false;if(aF.stuck[g.ifname??'']||aF.closing[g.ifname??''])return false;return hc({network:null,section:null,ifname:g.ifname})===null;});if(length(d)===0)return;const e=map(d,g=>hu(g,c[g.ifname??'']??null)),f=hc({network:null,section:a[0].section,ifname:null});if(f!==null&&f.session.origin==='external'){const g=f.session,h=[...g.ifnames,...map(e,i=>i.ifname)];aF.windows=map(aF.windows,i=>i===f?{...f,parts:[...f.parts,...e],session:{...g,ifnames:h}}:i);aS();return;}
hs({network:a[0].ssid,method:'pbc',origin:'external',by:null,parts:e,homes:ht(a),exclusive:hv(a,b)});}
function hx(a,b){aF.overlaps[a]=b.monotonic+ak*1000;aS();aD();}
function hy(a,b,c){const d=a.session;dB(`WPS on "${d.network}" (${join(', ', d.ifnames)}): cancel, by ${b}`);aF.windows=map(aF.windows,e=>e.session.id===d.id?bR(e,c):e);aS();}
function hz(a,b){for(let c in aF.windows)if(c.session.id===a)return cs(c,b);return null;}
function hA(a,b){for(let c in aF.windows)
if(length(filter(c.parts,d=>index(a,d.section)>=0))>0)
return cs(c,b);return null;}
function hB(a){for(let b in aF.windows)if(b.session.open)return cs(b,a);return null;}
function hC(a,b){return map(slice(aF.windows,0,b),c=>cs(c,a));}
let hD={revision:-1,is:false};function hE(){const a=aG();if(hD.revision!==a){const b=length(aF.overlaps)+
length(aF.presses)+
length(aF.closing)+
length(aF.stuck)+
length(filter(aF.windows,bP));hD={revision:a,is:b===0&&aQ()===null};}
return hD.is;}
function hF(a){const b=a.args.limit??af;if(b<0)a.fail('invalid_argument','limit');else a.answer({entries:hC(aI(),min(b,af))});}
function hG(){const a=dx();if(a===null)return null;return{connected:a.connected,name:a.name,routers:map(a.routers,b=>({name:b.name,there:b.there,networks:map(b.networks,c=>({ssid:c.ssid,ready:c.ready,open:c.open}))}))};}
function hH(a){a.answer({house:dx()});}
let hI=null;function hJ(){return cI('light')[0]?.options?.led??null;}
function hK(){return aF.light.shown!==null||hJ()!==null||length(ao())>0;}
function hL(){hI={led:hK()?ar(hJ()):null};return hI.led;}
function hM(){return aF.light.shown?.led??(hI===null?hL():hI.led);}
const hN=aV('The Wi-Fi software did not answer.'),hO=aV('WPS is off on this network.'),hP={invalid_argument:{status:2,message:aV('The arguments are not valid.')},ambiguous_target:{status:2,message:aV('Several networks are ready: name one.')},pin_invalid:{status:2,message:aV('This is not a valid WPS PIN: check its digits.')},wps_not_supported:{status:3,message:aV('The running Wi-Fi software has no WPS.')},unknown_target:{status:4,message:aV('There is no such network or access point.')},unknown_device:{status:4,message:aV('No such device has joined by WPS.')},not_on_air:{status:4,message:aV('The network is configured, but not on the air.')},already_open:{status:6,message:aV('WPS is active already.')},busy:{status:6,message:aV('Another change is still under way.')},timeout:{status:7,message:hN},wps_disabled:{status:8,message:hO},overlap:{status:8,message:aV('Several devices asked to join within two minutes: stop WPS on the others and wait.')},unsuitable_network:{status:8,message:aV('WPS cannot work with the settings of this network.')},devices_would_go:{status:8,message:aV('Devices with keys of their own would lose them.')},button_absent:{status:8,message:aV('This version of OpenWrt leaves no place for the WPS button.')},not_saved:{status:9,message:aV('The settings could not be written.')},pin_unavailable:{status:8,message:aV('Joining by PIN needs the package hostapd-utils.')}};function hQ(a,b){const c={code:a,message:hP[a].message};if(type(b)==='string')c.argument=`${b}`;if(type(b)==='int')c.devices=int(b??0);return{body:{error:c},status:hP[a].status};}
const hR=52,hS=144,hT=120,hU=128;function hV(a){const b=a??hR;if(b<hR||b>hS)return 0;return b>=hT&&b<=hU?600000:60000;}
const hW={},hX={};function hY(a,b,c){if(b.kind==='answer'||a.band!=='5g'||a.up!==true)delete hX[a.name];else if(b.kind==='gone')hX[a.name]??=c+hV(a.channel);}
function hZ(){return length(hX)>0;}
function ia(a,b){return max(0,int(((hX[a.name]??0)-b)/1000));}
const ib=10000;let ic=0,id=0;function ie(a){return!exists(hW,a.radio.name);}
function ig(a){const b=aI().monotonic;let c=b-ic<ib?[]:a;for(let d in a)if(ie(d))c=filter(a,ie);if(length(c)===0)return[];ic=b;id++;return[c[id%length(c)]];}
function ih(){for(let a in keys(hW))delete hW[a];}
function ii(a,b){if(type(b?.data?.channel)==='int')hW[a]=b.data.channel;}
function ij(a){return hW[a.name]??a.channel;}
const ik='wpad-mbedtls';function il(a){if(a.installed_has_wps===null)return null;if(a.installed_has_wps)
return a.running_has_wps===false?['service wpad restart','wifi']:null;const b=a.package,c=b===null?ik:replace(b,/-(basic|mini)/,'');if(c===b)return null;const d=b===null?'':` && opkg remove ${b}`,e=b===null?'':` '!${b}' && apk del ${b}`,f={opkg:`mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${c}${d} && opkg --cache /tmp/wpad install ${c} && reboot`,apk:`apk update && apk --cache-predownload add ${c}${e} && reboot`};return a.package_manager===null?null:[f[a.package_manager]];}
const im='/usr/sbin/hostapd',io=500,ip=10000;let iq='',ir=false,it=0;function iu(){const a=aa.stat(im);if(a===null)return false;const b=`${a.inode} ${a.size} ${a.mtime}`;if(b===iq)return ir;if(aI().monotonic<it)return null;const c=system([im,'-vwps'],io);if(c<0||c>125){it=aI().monotonic+ip;return null;}
iq=b;ir=c===0;return ir;}
function iv(){if(aa.access('/lib/apk/db/installed'))return'apk';return aa.access('/usr/lib/opkg/status')?'opkg':null;}
function iw(){const a=/\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;for(let b in aa.glob('/lib/apk/packages/[hw]*.list','/usr/lib/opkg/info/[hw]*.control')){const c=match(b,a);if(c)return c[1];}
return null;}
let ix=null;const iy=['/lib/apk/packages','/usr/lib/opkg/info'],iz=[im,...iy];function iA(){ix=cD(ix,cC(iy),iw);return ix.value;}
function iB(){return aa.access(im)===true;}
function iC(){return{package:iA(),installed_has_wps:iu(),pin_available:az(),package_manager:iv()};}
function iD(a){return filter(a,b=>b.capacity!==null);}
let iE=null;function iF(a){if(iE?.bsses===a)return iE;const b=filter(a,d=>d.ifname!==null),c=iD(b);iE={bsses:a,networks:bw(a),running:b,counted:c,calls:[...map(b,d=>cW(d.ifname??'','wps_status')),...map(c,d=>cW(d.ifname??'','get_clients'))],files:[...dQ,cE,...iz,...gx(a)]};return iE;}
const iG=3000;let iH=null;function iI(){iH?.set?.(iG);}
function iJ(a,b,c){if(!hE()||hZ()||gB(c))return null;const d=cC(a.files);if(!d.settled)return null;const e=[];for(let f in a.bsses){push(e,ij(f.radio));if(f.ifname!==null)push(e,dV(f.ifname),ct(f.ifname));for(let g in f.uplinks)push(e,ct(g));}
return sprintf('%J',[b,d.text,dK(),dL(),az(),e,dw(),hM(),aG()]);}
let iK=null;function iL(a,b,c,d){const e=a.bsses,f=gD(e),g=a.networks,h={networks:g,bsses:e,round:{},carriers:{},at:aI(),sight:null};let i=false;if(gB(h.at.monotonic))iI();map(a.running,(j,k)=>{const l=index(a.counted,j),m=l<0?null:b[length(a.running)+l],n=db(b[k],m,[]);h.round[j.ifname??'']=n;i||=n.kind==='silent';hY(j.radio,n,h.at.monotonic);});gZ(h.round,h.at);for(let j in g)hw(j,e,h.round);hf();if(f&&!i)h.sight=c;iK=h;d(i?null:h);}
const iM={object:'network.wireless',method:'status'};function iN(a,b){const c=iE,d=c===null?[]:ig(c.running),e=[iM,...(c?.calls??[]),...map(d,f=>cW(f.ifname??'','get_status'))];an(e,a,f=>{const g=f[0];if(g.code!==aj&&g.code!==ai)return b(null);for(let m in d)ii(m.radio.name,pop(f));const h=aI(),i=c===null?null:iJ(c,f,h.monotonic);if(i!==null&&i===iK?.sight)return b({...iK,at:h});const j=fV(g.data);if(c!==null&&c.bsses===j)
return iL(c,slice(f,1),i,b);const k=iF(j),l=ig(k.running);an([...k.calls,...map(l,m=>cW(m.ifname??'','get_status'))],a,m=>{for(let n in l)ii(n.radio.name,pop(m));iL(k,m,null,b);});});}
function iO(a,b){iN(a.deadline,c=>{if(c===null)a.fail('timeout');else b(c);});}
function iP(a,b){return a.round[b.ifname??'']??null;}
function iQ(a,b){return iP(a,b)?.kind==='answer';}
function iR(a,b){return index(['answer','no_wps'],iP(a,b)?.kind)>=0;}
function iS(a){return(length(a.uplinks)>0&&length(filter(a.uplinks,b=>ct(b)===true))===0);}
function iT(a,b){if(!exists(a.carriers,b))a.carriers[b]=ct(b);return a.carriers[b];}
function iU(a,b){return iR(a,b)&&iT(a,b.ifname??'')!==false;}
function iV(a){const b=map(values(a.round),c=>c?.kind);if(index(b,'answer')>=0)return true;return index(b,'no_wps')>=0?false:null;}
function iW(a){const b={...iC(),running_has_wps:iV(a)};return{...b,remedy:il(b)};}
function iX(a,b){const c=iP(a,b),d=c?.kind==='answer'?c.clients:null;return b.capacity!==null&&d!==null&&length(d)>=b.capacity;}
function iY(a){return filter(a.networks,b=>length(filter(b,c=>c.wps&&!c.disabled))>0);}
function iZ(a,b){const c=filter(a?.routers??[],d=>d.there);return length(filter(c,d=>length(filter(d.networks,e=>e.ssid===b))>0))>0;}
function ja(a){for(let b in a.bsses){const c=b.ifname??'';if(iQ(a,b)&&ct(c)===false&&!iS(b))
aR(cW(c,'update_beacon'));}}
iH=ac.timer(-1,()=>ay(()=>iN(aI().monotonic+iG,a=>{if(a!==null&&gB(a.at.monotonic))ja(a);})));function jb(a,b,c,d){const e=iR(a,b);return{answers:e,beacons:e?iT(a,b.ifname??''):null,uplink_away:iS(b),full:b.capacity!==null&&iX(a,b),overlap_left:gQ(b,a.at),radar_left:ia(b.radio,a.at.monotonic),persistent:c!=='lost',elsewhere:c==='own'&&d!==null,apart:c!=='own'&&(d?.uuid??null)!==null&&lc(b.uuid??'')!==d?.uuid};}
let jc=null;function jd(a,b){const c=hB(a.at),d={daemon:b,daemon_installed:iB(),open:c===null?null:{remaining:c.remaining}},e=aQ()!==null,f=dx(),g=map(a.networks,i=>{const j=gt(i),k=iZ(f,i[0].ssid)?f:null;return map(i,l=>jb(a,l,j,k));}),h=sprintf('%J',[d,e,g]);if(jc?.networks!==a.networks||jc?.text!==h){const i=length(iY(a)),j=map(a.networks,(k,l)=>{const m=hv(k,a.bsses);return bH(map(k,(n,o)=>{const p=!n.independent&&!m,q=bl({...d,...g[l][o],bss:n,flagged:i,grouped:p}),r={bss:n,problems:q,ready:bm(q)===null&&!e};return r;}));});jc={networks:a.networks,text:h,wholes:j};}
return jc.wholes;}
gM((a,b)=>{if(cR())au(a,b);});gM((a,b)=>{if(a.peer!==null&&!a.open)at(a,b);});gM((a,b)=>{if(hK())av(a,b);});aU('hostapd.',(a,b)=>{ih();if(!b)hi(a);iI();});aE('luci.wps.arrived',a=>{ha(a?.session??'');hf();});function je(){if(aQ()!==null)aN();iI();hf();if(aF.light.shown!==null)aP();const a=fV(null);if(length(aF.keys)+length(filter(a,b=>aJ([b])!==null))===0)return;aO(a);aL(a);}
function jf(a,b){const c=b.bss,d=c.ifname;return{ifname:d,section:c.section,radio:c.radio.name,bssid:d===null?null:dV(d),band:c.radio.band,channel:ij(c.radio),enabled:c.wps,ready:b.ready,on_air:iU(a,c),problems:b.problems};}
function jg(a){const b=[];for(let c in a.opening){const d=c.radio.band;if(d!==null&&index(b,d)<0)push(b,d);}
return b;}
function jh(a,b){const c=map(b.places,e=>e.bss),d=bB(c);return{ssid:c[0].ssid,sections:d,bands:jg(b),enabled:b.enabled,ready:b.ready,keys:gt(c),problems:b.problems,session:hA(d,a.at),job:aC(d),access_points:map(b.places,e=>jf(a,e))};}
function ji(a){const b=iW(a);return{supported:b.running_has_wps===true,daemon:b,networks:map(jd(a,b),c=>jh(a,c)),button:fY(),light:hM(),guard:gl(),house:hG(),now:a.at.epoch};}
let jj=null;function jk(a){const b=a.sight;if(b!==null&&jj?.sight===b)return{...jj.status,now:a.at.epoch};const c=ji(a),d=c.daemon.installed_has_wps!==null;jj=d&&b!==null?{sight:b,status:c}:null;return c;}
function jl(a){iO(a,b=>a.answer(jk(b)));}
return{aM:fX,aQ:bA,aR:bC,aS:fY,aT:ea,aU:df,aY:hy,bB:bs,bE:iW,bH:dZ,bJ:dj,bT:cx,bU:ct,bW:hK,bX:dh,bY:ht,bZ:cW,cA:dy,cB:dt,cC:bD,cD:iQ,cE:hv,cF:cY,cG:bo,cH:iU,cK:iR,cL:iS,cN:jd,cT:gt,cU:dC,cW:bM,cX:iN,cY:iO,cZ:hL,dC:bw,dE:dB,dG:hd,dH:dz,dI:hc,dJ:hs,dM:hu,dP:bt,dR:fV,dS:dc,dT:cN,dU:dD,dV:dW,dX:hg,dY:hQ,dZ:hx,eB:cO,eC:cK,eG:je,eL:bB,eN:iP,eP:hz,eR:cI,eV:gu,eW:gv,eX:eb,eY:dE,fA:hF,fB:hH,fC:jl,fD:gD,fE:dY,fJ:ja,fM:cQ,fN:dX,fO:cJ};};
