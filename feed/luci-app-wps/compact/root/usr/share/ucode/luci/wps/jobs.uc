'use strict';import*as aa from'uloop';return ab=>{const ac=ab.aA,ad=ab.aK,ae=ab.aL,af=ab.aT,ag=ab.aX,ah=ab.bE,ai=ab.bF,aj=ab.bG,ak=ab.bI,al=ab.bP,am=ab.bR,an=ab.bS,ao=ab.bT,ap=ab.bV,aq=ab.cA,ar=ab.cB,at=ab.cD,au=ab.cE,av=ab.cH,aw=ab.cI,ax=ab.cJ,ay=ab.cK,az=ab.cM,aA=ab.cN,aB=ab.cP,aC=ab.cQ,aD=ab.cS,aE=ab.cU,aF=ab.cZ,aG=ab.dA,aH=ab.dC,aI=ab.dG,aJ=ab.dH,aK=ab.dI,aL=ab.dS,aM=ab.dU,aN=ab.dY,aO=ab.eN,aP=ab.eO,aQ=ab.eR,aR=ab.eY,aS=ab.eZ,aT=ab.fA,aU=ab.fB,aV=ab.fG,aW=ab.fH,aX=ab.fI,aY=ab.fJ,aZ=ab.fL,ba=ab.fP;function bb(a,b,c,d){if(c!==null)return{kind:'uuid',uuid:c};if(length(a)<2)return{kind:'single'};if(length(filter(b,e=>e.wps&&!e.independent))===0)return{kind:'group'};return{kind:'uuid',uuid:a[0].uuid??d()};}
function bc(a){return length(a)>0?a:null;}
function bd(a,b){if(ay(b.psk_file,'psk'))a.wpa_psk_file=null;}
function be(a){return!a.stations&&(a.psk_file===null||ay(a.psk_file,'psk'));}
function bf(a){const b=filter(a,c=>ay(c.psk_file,'psk'))[0]?.psk_file??null;return b??ao(a[0].section,'psk');}
function bg(a,b){const c={};for(let d in keys(a)){const e=a[d].wpa_psk_file??null;if(type(e)==='string'&&ay(`${e}`,'psk'))c[`${e}`]=true;}
for(let d in keys(b))delete c[`${b[d].wpa_psk_file ?? ''}`];return keys(c);}
function bh(a,b,c){const d={};for(let e in a){const f={wps_pushbutton:'1'},g=al(e.raw);for(let h in ac)f[h]=null;f.wps_independent=c.kind==='group'?'0':null;if(c.kind==='uuid')push(g,aY(c.uuid));if(b==='own')f.wpa_psk_file=bf(a);else{bd(f,e);const h=ai(e.raw)??ao(e.section,'cred');for(let i in ah(h))push(g,i);}
f.hostapd_bss_options=bc(g);d[e.section]=f;}
return d;}
function bi(a){const b={};for(let c in a){const d={wps_pushbutton:null,wps_label:null,wps_independent:null};bd(d,c);d.hostapd_bss_options=bc(al(c.raw));b[c.section]=d;}
return b;}
function bj(a){return filter(keys(a),b=>index(ad,b)<0);}
function bk(a){if(type(a)==='array')return a;return filter(split(`${a ?? ''}`,/[[:space:]]+/),b=>b!=='');}
const bl='?';function bm(a,b){const c={};for(let d in keys(a)){const e=a[d],f=e[ae]??null,g=b(d,bk(f)),h=type(f)==='array'?g:join(' ',g);c[d]=f===null?e:{...e,[ae]:length(g)>0?h:null};}
return c;}
function bn(a){return bm(a,(b,c)=>map(c,d=>(ax(d)?d:bl)));}
function bo(a,b){return bm(a,(c,d)=>{const e=filter(bk(b[c]?.[ae]??null),h=>!ax(h)),f=[];let g=length(filter(d,h=>!ax(h)));for(let h in d)
if(ax(h))push(f,h);else
for(g--;length(e)>g;)push(f,shift(e)??'');return f;});}
const bp=30000,bq=3000,br=1000;let bs=null;function bt(a){if(a.state==='reverted')return'reverted';if(a.state==='failed')return'job_failed';return a.kind==='enable'?'enabled':'disabled';}
function bu(a,b,c){const d={...a.job,state:b,code:c,ended:aJ().epoch};a.job=d;aX();aC();const e=c===null?'':` (${c})`;aI(`${d.kind} WPS on "${d.network}": ${b}${e}`);aU({type:bt(d),job:d});}
const bv={object:'network',method:'reload'};function bw(a){return`${a.radio.name} ${a.section}`;}
function bx(a,b){return b.radio.up===true&&b.applied===true&&az(a,b);}
function by(a,b,c){return bx(a,b)&&(aw(a,b)||(c&&aA(b)));}
function bz(a){for(let b in a.bsses){const c=b.ifname??'';if(au(a,b)&&ap(c)===false&&!aA(b))
aQ(aq(c,'update_beacon'));}}
function bA(a){const b={};for(let c in keys(a))b[c]=aN(c,bj(a[c]));return b;}
function bB(a){return ba(bo(a,bA(a)));}
function bC(a,b){const c=bB(a.former);aV(aM(null));aQ(bv);if(!c)return bu(a,'failed',b);a.reverting=b;a.until=aJ().monotonic+bp;aX();aC();bs?.set?.(br);}
function bD(a){for(let b in bg(a.former,a.changes)){const c=ak(b);if(c>0)aI(`${c} devices on "${a.job.network}" have no key of their own any more`);}
for(let b in keys(a.changes))aE(`${a.changes[b].wpa_psk_file ?? ''}`);bu(a,'done',null);}
function bE(a){if(a.reverting!==null)bu(a,'reverted',a.reverting);else bD(a);}
function bF(){const a=aO();if(a===null)return;aF(aJ().monotonic+br,b=>{const c=a.until-aJ().monotonic,d=filter(b?.bsses??[],f=>index(a.watched,bw(f))>=0),e=b===null?null:length(filter(d,f=>!by(b,f,c<=0)));if(b!==null)bz(b);if(e===0&&c<=bp-bq)bE(a);else if(c>0)bs?.set?.(br);else if(a.reverting!==null)
bE(a);else bC(a,'not_back');});}
bs=aa.timer(-1,()=>an(bF));function bG(a,b){const c=type(b.hostapd_bss_options)==='array'?b.hostapd_bss_options:[],d=ai(c),e=type(b.wpa_psk_file)==='string'?`${b.wpa_psk_file}`:null;return((d===null||aR(d,a))&&(e===null||aS(e)));}
function bH(a){const b=filter(keys(a.changes),d=>!bG(d,a.changes[d])),c=length(b)===0;if(!c||!bB(a.changes)){aV(aM(null));bu(a,'failed',c?'configuration':'key_file');}else{aQ(bv);if(length(a.watched)===0)bD(a);else bs?.set?.(br);}}
function bI(a,b){const c=aB(a,aj(a))[index(a.networks,b)];return af(filter(c.places,at));}
function bJ(a,b,c,d){if(aO()!==null||length(filter(b,g=>g.unsaved))>0)return'busy';if(aK()!==null)return'already_open';if(c==='disable')return null;const e=aj(a);if(e.installed_has_wps===false||e.running_has_wps===false)return'wps_not_supported';if(e.installed_has_wps===null&&e.running_has_wps!==true)return'timeout';const f=bI(a,b);if(length(f)===0)return'unsuitable_network';return d==='own'&&length(filter(f,g=>!be(g)))>0?'unsuitable_network':null;}
function bK(a){let b=0;for(let c in bg(bA(a),a))b+=aD(c);return b;}
function bL(a){const b=a.radio;return(b.managed&&b.up===false&&!b.stopped&&!b.failed&&!b.disabled&&!a.disabled);}
function bM(a,b){const c=map(b,e=>e.radio.name),d=filter(a.bsses,e=>{const f=az(a,e)&&(aw(a,e)||!aA(e));return index(c,e.radio.name)>=0&&(f||bL(e));});return map(d,bw);}
function bN(a,b,c,d){const e=aJ(),f={job:{id:am(e.epoch),network:b[0].ssid,sections:aP(b),kind:c,state:'running',code:null,started:e.epoch,ended:null},changes:bn(d),former:bn(bA(d)),reverting:null,watched:bM(a,b),until:e.monotonic+bp},g=h=>length(filter(h.job.sections,i=>index(f.job.sections,i)>=0))===0;aH.tasks=[f,...filter(aH.tasks,g)];aX();aC();bH(f);return f.job;}
function bO(a,b,c,d){const e=aT(a);if(e===null)return;if(e.network===null&&e.section===null)
return a.fail('invalid_argument','network');aG(a,f=>{const g=filter(f.networks,l=>av(e,l));if(length(g)>1)return a.fail('ambiguous_target');if(length(g)===0)return a.fail('unknown_target');const h=g[0],i=bJ(f,h,b,c);if(i!==null)return a.fail(i);const j=d(h,f),k=bK(j);if(k>0&&a.args.force!==true)return a.fail('devices_would_go',k);aI(`${b} WPS on "${h[0].ssid}", by ${a.who}`);a.answer({job:bN(f,h,b,j)});});}
function bP(a){const b=aW(a,'keys')??'shared';if(index(['shared','own'],b)<0)return a.fail('invalid_argument','keys');const c=()=>bO(a,'enable',b,(d,e)=>{const f=filter(e.bsses,i=>index(d,i)<0),g=bI(e,d),h=bb(g,f,ar(),()=>aZ(aL(11)));return bh(g,b,h);});if(b!=='own')return c();ag(a.deadline,d=>(d?c():a.fail('unsuitable_network')));}
function bQ(a){bO(a,'disable',null,bi);}
function bR(){const a=aO();if(a===null)return;a.until=aJ().monotonic+bp;if(a.reverting!==null)bC(a,a.reverting);else bH(a);}
return{bH:bQ,bK:bP,eK:bR};};
