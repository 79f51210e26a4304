'use strict';import*as aa from'uloop';return ab=>{const ac=ab.aA,ad=ab.aK,ae=ab.aS,af=ab.aW,ag=ab.bD,ah=ab.bE,ai=ab.bF,aj=ab.bH,ak=ab.bO,al=ab.bQ,am=ab.bR,an=ab.bS,ao=ab.bU,ap=ab.bZ,aq=ab.cA,ar=ab.cC,at=ab.cD,au=ab.cG,av=ab.cH,aw=ab.cI,ax=ab.cK,ay=ab.cL,az=ab.cN,aA=ab.cO,aB=ab.cQ,aC=ab.cS,aD=ab.cW,aE=ab.cX,aF=ab.cZ,aG=ab.dD,aH=ab.dE,aI=ab.dF,aJ=ab.dP,aK=ab.dQ,aL=ab.dU,aM=ab.eJ,aN=ab.eK,aO=ab.eN,aP=ab.eU,aQ=ab.eV,aR=ab.eW,aS=ab.eX,aT=ab.fC,aU=ab.fD,aV=ab.fE,aW=ab.fF,aX=ab.fH,aY=ab.fL;function aZ(a,b,c,d){if(c!==null)return{kind:'uuid',uuid:c};if(length(a)<2)return{kind:'single'};if(length(filter(b,e=>e.wps&&!e.independent))===0)return{kind:'group'};return{kind:'uuid',uuid:a[0].uuid??d()};}
function ba(a){return length(a)>0?a:null;}
function bb(a,b){if(aw(b.psk_file,'psk'))a.wpa_psk_file=null;}
function bc(a){return!a.stations&&(a.psk_file===null||aw(a.psk_file,'psk'));}
function bd(a){const b=filter(a,c=>aw(c.psk_file,'psk'))[0]?.psk_file??null;return b??an(a[0].section,'psk');}
function be(a,b){const c={};for(let d in keys(a)){const e=a[d].wpa_psk_file??null;if(type(e)==='string'&&aw(`${e}`,'psk'))c[`${e}`]=true;}
for(let d in keys(b))delete c[`${b[d].wpa_psk_file ?? ''}`];return keys(c);}
function bf(a,b,c){const d={};for(let e in a){const f={wps_pushbutton:'1'},g=ak(e.raw);for(let h in ac)f[h]=null;f.wps_independent=c.kind==='group'?'0':null;if(c.kind==='uuid')push(g,aW(c.uuid));if(b==='own')f.wpa_psk_file=bd(a);else{bb(f,e);const h=ah(e.raw)??an(e.section,'cred');for(let i in ag(h))push(g,i);}
f.hostapd_bss_options=ba(g);d[e.section]=f;}
return d;}
function bg(a){const b={};for(let c in a){const d={wps_pushbutton:null,wps_label:null,wps_independent:null};bb(d,c);d.hostapd_bss_options=ba(ak(c.raw));b[c.section]=d;}
return b;}
function bh(a){return filter(keys(a),b=>index(ad,b)<0);}
const bi=/uuid=77707300-[0-9a-f-]+/;function bj(a){return(index(ag(ah([a])??''),a)>=0||match(a,bi)?.[0]===a);}
function bk(a){const b=a.hostapd_bss_options??[];return type(b)==='array'?b:split(`${b}`,/[[:space:]]+/);}
function bl(a,b){const c={};for(let d in keys(a))
c[d]={...a[d],hostapd_bss_options:ba(b(d))};return c;}
function bm(a){return bl(a,b=>filter(bk(a[b]),bj));}
function bn(a,b){return bl(a,c=>[...filter(bk(b[c]),d=>d!==''&&!bj(d)),...filter(bk(a[c]),bj)]);}
const bo=30000,bp=3000,bq=1000;let br=null;function bs(a){if(a.state==='reverted')return'reverted';if(a.state==='failed')return'job_failed';return a.kind==='enable'?'enabled':'disabled';}
function bt(a,b,c){const d={...a.job,state:b,code:c,ended:aH().epoch};a.job=d;aV();aA();const e=c===null?'':` (${c})`;aG(`${d.kind} WPS on "${d.network}": ${b}${e}`);aS({type:bs(d),job:d});}
const bu={object:'network',method:'reload'};function bv(a){return`${a.radio.name} ${a.section}`;}
function bw(a,b){return b.radio.up===true&&b.applied===true&&ax(a,b);}
function bx(a,b,c){return bw(a,b)&&(av(a,b)||(c&&ay(b)));}
function by(a){for(let b in a.bsses){const c=b.ifname??'';if(at(a,b)&&ao(c)===false&&!ay(b))
aO(ap(c,'update_beacon'));}}
function bz(a){const b={};for(let c in keys(a))b[c]=aL(c,bh(a[c]));return b;}
function bA(a){return aY(bn(a,bz(a)));}
function bB(a,b){const c=bA(a.former);aT(aK(null));aO(bu);if(!c)return bt(a,'failed',b);a.reverting=b;a.until=aH().monotonic+bo;aV();aA();br?.set?.(bq);}
function bC(a){for(let b in be(a.former,a.changes)){const c=aj(b);if(c>0)aG(`${c} devices on "${a.job.network}" have no key of their own any more`);}
for(let b in keys(a.changes))aC(`${a.changes[b].wpa_psk_file ?? ''}`);bt(a,'done',null);}
function bD(a){if(a.reverting!==null)bt(a,'reverted',a.reverting);else bC(a);}
function bE(){const a=aM();if(a===null)return;aD(aH().monotonic+bq,b=>{const c=a.until-aH().monotonic,d=filter(b?.bsses??[],f=>index(a.watched,bv(f))>=0),e=b===null?null:length(filter(d,f=>!bx(b,f,c<=0)));if(b!==null)by(b);if(e===0&&c<=bo-bp)bD(a);else if(c>0)br?.set?.(bq);else if(a.reverting!==null)
bD(a);else bB(a,'not_back');});}
br=aa.timer(-1,()=>am(bE));function bF(a,b){const c=type(b.hostapd_bss_options)==='array'?b.hostapd_bss_options:[],d=ah(c),e=type(b.wpa_psk_file)==='string'?`${b.wpa_psk_file}`:null;return((d===null||aP(d,a))&&(e===null||aQ(e)));}
function bG(a){const b=filter(keys(a.changes),d=>!bF(d,a.changes[d])),c=length(b)===0;if(!c||!bA(a.changes)){aT(aK(null));bt(a,'failed',c?'configuration':'key_file');}else{aO(bu);if(length(a.watched)===0)bC(a);else br?.set?.(bq);}}
function bH(a,b){const c=az(a,ai(a))[index(a.networks,b)];return ae(filter(c.places,ar));}
function bI(a,b,c,d){if(aM()!==null||length(filter(b,g=>g.unsaved))>0)return'busy';if(aI()!==null)return'already_open';if(c==='disable')return null;const e=ai(a);if(e.installed_has_wps===false||e.running_has_wps===false)return'wps_not_supported';if(e.installed_has_wps===null&&e.running_has_wps!==true)return'timeout';const f=bH(a,b);if(length(f)===0)return'unsuitable_network';return d==='own'&&length(filter(f,g=>!bc(g)))>0?'unsuitable_network':null;}
function bJ(a){let b=0;for(let c in be(bz(a),a))b+=aB(c);return b;}
function bK(a){const b=a.radio;return(b.managed&&b.up===false&&!b.stopped&&!b.failed&&!b.disabled&&!a.disabled);}
function bL(a,b){const c=map(b,e=>e.radio.name),d=filter(a.bsses,e=>{const f=ax(a,e)&&(av(a,e)||!ay(e));return index(c,e.radio.name)>=0&&(f||bK(e));});return map(d,bv);}
function bM(a,b,c,d){const e=aH(),f={job:{id:al(e.epoch),network:b[0].ssid,sections:aN(b),kind:c,state:'running',code:null,started:e.epoch,ended:null},changes:bm(d),former:bm(bz(d)),reverting:null,watched:bL(a,b),until:e.monotonic+bo},g=h=>length(filter(h.job.sections,i=>index(f.job.sections,i)>=0))===0;aF.tasks=[f,...filter(aF.tasks,g)];aV();aA();bG(f);return f.job;}
function bN(a,b,c,d){const e=aR(a);if(e===null)return;if(e.network===null&&e.section===null)
return a.fail('invalid_argument','network');aE(a,f=>{const g=filter(f.networks,l=>au(e,l));if(length(g)>1)return a.fail('ambiguous_target');if(length(g)===0)return a.fail('unknown_target');const h=g[0],i=bI(f,h,b,c);if(i!==null)return a.fail(i);const j=d(h,f),k=bJ(j);if(k>0&&a.args.force!==true)return a.fail('devices_would_go',k);aG(`${b} WPS on "${h[0].ssid}", by ${a.who}`);a.answer({job:bM(f,h,b,j)});});}
function bO(a){const b=aU(a,'keys')??'shared';if(index(['shared','own'],b)<0)return a.fail('invalid_argument','keys');const c=()=>bN(a,'enable',b,(d,e)=>{const f=filter(e.bsses,i=>index(d,i)<0),g=bH(e,d),h=aZ(g,f,aq(),()=>aX(aJ(11)));return bf(g,b,h);});if(b!=='own')return c();af(a.deadline,d=>(d?c():a.fail('unsuitable_network')));}
function bP(a){bN(a,'disable',null,bg);}
function bQ(){const a=aM();if(a===null)return;a.until=aH().monotonic+bo;if(a.reverting!==null)bB(a,a.reverting);else bG(a);}
return{bG:bP,bJ:bO,eG:bQ};};
