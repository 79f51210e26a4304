'use strict';import*as aa from'uloop';return ab=>{const ac=ab.aA,ad=ab.aJ,ae=ab.aR,af=ab.aV,ag=ab.bC,ah=ab.bD,ai=ab.bE,aj=ab.bG,ak=ab.bO,al=ab.bQ,am=ab.bR,an=ab.bS,ao=ab.cA,ap=ab.cC,aq=ab.cG,ar=ab.cH,at=ab.cI,au=ab.cK,av=ab.cL,aw=ab.cN,ax=ab.cO,ay=ab.cQ,az=ab.cS,aA=ab.cX,aB=ab.cY,aC=ab.dA,aD=ab.dE,aE=ab.dF,aF=ab.dG,aG=ab.dQ,aH=ab.dR,aI=ab.dV,aJ=ab.eK,aK=ab.eL,aL=ab.eO,aM=ab.eV,aN=ab.eW,aO=ab.eX,aP=ab.eY,aQ=ab.fD,aR=ab.fE,aS=ab.fF,aT=ab.fG,aU=ab.fI,aV=ab.fJ,aW=ab.fN;function aX(a,b,c,d){if(c!==null)return{kind:'uuid',uuid:c};if(length(a)<2)return{kind:'single'};if(length(filter(b,e=>e.wps&&!e.independent))===0)return{kind:'group'};return{kind:'uuid',uuid:a[0].uuid??d()};}
function aY(a){return length(a)>0?a:null;}
function aZ(a,b){if(at(b.psk_file,'psk'))a.wpa_psk_file=null;}
function ba(a){return!a.stations&&(a.psk_file===null||at(a.psk_file,'psk'));}
function bb(a){const b=filter(a,c=>at(c.psk_file,'psk'))[0]?.psk_file??null;return b??an(a[0].section,'psk');}
function bc(a,b){const c={};for(let d in keys(a)){const e=a[d].wpa_psk_file??null;if(type(e)==='string'&&at(`${e}`,'psk'))c[`${e}`]=true;}
for(let d in keys(b))delete c[`${b[d].wpa_psk_file ?? ''}`];return keys(c);}
function bd(a,b,c){const d={};for(let e in a){const f={wps_pushbutton:'1'},g=ak(e.raw);for(let h in ac)f[h]=null;f.wps_independent=c.kind==='group'?'0':null;if(c.kind==='uuid')push(g,aT(c.uuid));if(b==='own')f.wpa_psk_file=bb(a);else{aZ(f,e);const h=ah(e.raw)??an(e.section,'cred');for(let i in ag(h))push(g,i);}
f.hostapd_bss_options=aY(g);d[e.section]=f;}
return d;}
function be(a){const b={};for(let c in a){const d={wps_pushbutton:null,wps_label:null,wps_independent:null};aZ(d,c);d.hostapd_bss_options=aY(ak(c.raw));b[c.section]=d;}
return b;}
function bf(a){return filter(keys(a),b=>index(ad,b)<0);}
const bg=/uuid=77707300-[0-9a-f-]+/;function bh(a){return(index(ag(ah([a])??''),a)>=0||match(a,bg)?.[0]===a);}
function bi(a){const b=a.hostapd_bss_options??[];return type(b)==='array'?b:split(`${b}`,/[[:space:]]+/);}
function bj(a,b){const c={};for(let d in keys(a))
c[d]={...a[d],hostapd_bss_options:aY(b(d))};return c;}
function bk(a){return bj(a,b=>filter(bi(a[b]),bh));}
function bl(a,b){return bj(a,c=>[...filter(bi(b[c]),d=>d!==''&&!bh(d)),...filter(bi(a[c]),bh)]);}
const bm=30000,bn=3000,bo=1000;let bp=null;function bq(a){if(a.state==='reverted')return'reverted';if(a.state==='failed')return'job_failed';return a.kind==='enable'?'enabled':'disabled';}
function br(a,b,c){const d={...a.job,state:b,code:c,ended:aE().epoch};a.job=d;aS();ax();const e=c===null?'':` (${c})`;aD(`${d.kind} WPS on "${d.network}": ${b}${e}`);aP({type:bq(d),job:d});}
const bs={object:'network',method:'reload'};function bt(a){return`${a.radio.name} ${a.section}`;}
function bu(a,b){return b.radio.up===true&&b.applied===true&&au(a,b);}
function bv(a,b,c){return bu(a,b)&&(ar(a,b)||(c&&av(b)));}
function bw(a){const b={};for(let c in keys(a))b[c]=aI(c,bf(a[c]));return b;}
function bx(a){return aW(bl(a,bw(a)));}
function by(a,b){const c=bx(a.former);aQ(aH(null));aL(bs);if(!c)return br(a,'failed',b);a.reverting=b;a.until=aE().monotonic+bm;aS();ax();bp?.set?.(bo);}
function bz(a){for(let b in bc(a.former,a.changes)){const c=aj(b);if(c>0)aD(`${c} devices on "${a.job.network}" have no key of their own any more`);}
for(let b in keys(a.changes))az(`${a.changes[b].wpa_psk_file ?? ''}`);br(a,'done',null);}
function bA(a){if(a.reverting!==null)br(a,'reverted',a.reverting);else bz(a);}
function bB(){const a=aJ();if(a===null)return;aA(aE().monotonic+bo,b=>{const c=a.until-aE().monotonic,d=filter(b?.bsses??[],f=>index(a.watched,bt(f))>=0),e=b===null?null:length(filter(d,f=>!bv(b,f,c<=0)));if(b!==null)aV(b);if(e===0&&c<=bm-bn)bA(a);else if(c>0)bp?.set?.(bo);else if(a.reverting!==null)
bA(a);else by(a,'not_back');});}
bp=aa.timer(-1,()=>am(bB));function bC(a,b){const c=type(b.hostapd_bss_options)==='array'?b.hostapd_bss_options:[],d=ah(c),e=type(b.wpa_psk_file)==='string'?`${b.wpa_psk_file}`:null;return((d===null||aM(d,a))&&(e===null||aN(e)));}
function bD(a){const b=filter(keys(a.changes),d=>!bC(d,a.changes[d])),c=length(b)===0;if(!c||!bx(a.changes)){aQ(aH(null));br(a,'failed',c?'configuration':'key_file');}else{aL(bs);if(length(a.watched)===0)bz(a);else bp?.set?.(bo);}}
function bE(a,b){const c=aw(a,ai(a))[index(a.networks,b)];return ae(filter(c.places,ap));}
function bF(a,b,c,d){if(aJ()!==null||length(filter(b,g=>g.unsaved))>0)return'busy';if(aF()!==null)return'already_open';if(c==='disable')return null;const e=ai(a);if(e.installed_has_wps===false||e.running_has_wps===false)return'wps_not_supported';if(e.installed_has_wps===null&&e.running_has_wps!==true)return'timeout';const f=bE(a,b);if(length(f)===0)return'unsuitable_network';return d==='own'&&length(filter(f,g=>!ba(g)))>0?'unsuitable_network':null;}
function bG(a){let b=0;for(let c in bc(bw(a),a))b+=ay(c);return b;}
function bH(a){const b=a.radio;return(b.managed&&b.up===false&&!b.stopped&&!b.failed&&!b.disabled&&!a.disabled);}
function bI(a,b){const c=map(b,e=>e.radio.name),d=filter(a.bsses,e=>{const f=au(a,e)&&(ar(a,e)||!av(e));return index(c,e.radio.name)>=0&&(f||bH(e));});return map(d,bt);}
function bJ(a,b,c,d){const e=aE(),f={job:{id:al(e.epoch),network:b[0].ssid,sections:aK(b),kind:c,state:'running',code:null,started:e.epoch,ended:null},changes:bk(d),former:bk(bw(d)),reverting:null,watched:bI(a,b),until:e.monotonic+bm},g=h=>length(filter(h.job.sections,i=>index(f.job.sections,i)>=0))===0;aC.tasks=[f,...filter(aC.tasks,g)];aS();ax();bD(f);return f.job;}
function bK(a,b,c,d){const e=aO(a);if(e===null)return;if(e.network===null&&e.section===null)
return a.fail('invalid_argument','network');aB(a,f=>{const g=filter(f.networks,l=>aq(e,l));if(length(g)>1)return a.fail('ambiguous_target');if(length(g)===0)return a.fail('unknown_target');const h=g[0],i=bF(f,h,b,c);if(i!==null)return a.fail(i);const j=d(h,f),k=bG(j);if(k>0&&a.args.force!==true)return a.fail('devices_would_go',k);aD(`${b} WPS on "${h[0].ssid}", by ${a.who}`);a.answer({job:bJ(f,h,b,j)});});}
function bL(a){const b=aR(a,'keys')??'shared';if(index(['shared','own'],b)<0)return a.fail('invalid_argument','keys');const c=()=>bK(a,'enable',b,(d,e)=>{const f=filter(e.bsses,i=>index(d,i)<0),g=bE(e,d),h=aX(g,f,ao(),()=>aU(aG(11)));return bd(g,b,h);});if(b!=='own')return c();af(a.deadline,d=>(d?c():a.fail('unsuitable_network')));}
function bM(a){bK(a,'disable',null,be);}
function bN(){const a=aJ();if(a===null)return;a.until=aE().monotonic+bm;if(a.reverting!==null)by(a,a.reverting);else bD(a);}
return{bF:bM,bI:bL,eH:bN};};
