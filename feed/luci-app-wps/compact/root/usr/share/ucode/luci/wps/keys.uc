'use strict';import*as aa from'uloop';return ab=>{const ac=ab.aE,ad=ab.aF,ae=ab.aH,af=ab.aP,ag=ab.aU,ah=ab.bJ,ai=ab.bR,aj=ab.bX,ak=ab.cI,al=ab.cO,am=ab.cP,an=ab.cU,ao=ab.dA,ap=ab.dE,aq=ab.dF,ar=ab.dK,at=ab.dQ,au=ab.dT,av=ab.dU,aw=ab.dV,ax=ab.eB,ay=ab.fF,az=ab.fM,aA='00:00:00:00:00:00',aB=127,aC=31,aD=['keyid','wps','vlanid'],aE=/([0-9a-f]{2}:){5}[0-9a-f]{2}/,aF=/[0-9A-Fa-f]{64}/,aG=/[+-]?0*[1-9]/,aH={text:'',refused:true,key:null},aI={text:'',refused:false,key:null};function aJ(a,b){let c=0;while(substr(a,c,1)===b)c++;return substr(a,c);}
function aK(a,b){const c=index(a,b);return c<0?[a,'']:[substr(a,0,c),substr(a,c+1)];}
function aL(a){const b=trim(a),c=match(b,aG)?.[0]??null;return c!==null&&index(b,c)===0;}
function aM(a){const b=lc(substr(a,0,length(aA)));return match(b,aE)?.[0]===b?b:null;}
function aN(a){return match(a,aF)?.[0]===a;}
function aO(a){return length(a)===64?aN(a):length(a)>=8&&length(a)<64;}
function aP(a){let b=aK(aK(a,'\n')[0],chr(0))[0];if(b===''||substr(b,0,1)==='#')return aI;let c='',d=null,e=false;while(true){const g=aK(aJ(b,' '),' ');c=g[0];b=g[1];const h=aK(aJ(c,'='),'=');if(index(c,'=')<0||h[0]==='')break;if(index(aD,h[0])<0)return aH;if(h[0]==='keyid')d=h[1];if(h[0]==='wps')e=aL(h[1]);}
const f=aM(c);if(f===null||!aO(b)||length(d??'')>aC)return aH;return{text:'',refused:false,key:{id:d===''?null:d,wps:e,mac:f,secret:b}};}
function aQ(a){if(substr(a,0,6)!=='keyid='||length(a)>=aB)return null;const b=split(a,' '),c=length(b)===4&&b[1]==='wps=1';if(!c&&length(b)!==3)return null;const d=b[c?2:1],e=b[c?3:2],f=substr(b[0],6);if(f===''||length(f)>aC||aM(d)!==d||!aN(e))return null;return{text:a,refused:false,key:{id:f,wps:c,mac:d,secret:e}};}
function aR(a){const b=aQ(a);if(b!==null)return b;const c=`${a}\n`;let d={...aI,text:a};for(let e=0;e<length(c);e+=aB){const f=aP(substr(c,e,aB));if(f.refused)return{...aH,text:a};if(f.key!==null)d={...f,text:a};}
return d;}
function aS(a){const b=map(split(a,'\n'),aR);if(b[length(b)-1]?.text==='')pop(b);return b;}
function aT(a){return join('',map(a,b=>`${b.text}\n`));}
function aU(a){const b=a.id===null?'':`keyid=${a.id} `;return{text:`${b}${a.wps ? 'wps=1 ' : ''}${a.mac} ${a.secret}`,refused:false,key:a};}
function aV(a){const b=[];for(let c=0;c<length(a.text);c+=aB-2)
push(b,{...aI,text:`#${substr(a.text, c, aB - 2)}`});return b;}
function aW(a){return`wps-${a}`;}
function aX(a){return a!==null&&length(a)===12&&substr(a,0,4)==='wps-';}
function aY(a){const b=a.key;if(b===null||!aX(b.id)||length(b.secret)!==64)return null;return!b.wps||b.mac===aA?b:null;}
function aZ(a){return pop(filter(map(a,aY),b=>b?.wps===true))??null;}
function ba(a,b){return a!==null&&a.wps&&a.id===b?.id;}
function bb(a,b){const c=aY(a);return c===null||!c.wps||c.id===b?.id?a:aU({...c,wps:false});}
function bc(a,b){const c=aZ(a),d=c??{...b,wps:true,mac:aA},e=[];for(let f in a){if(f.refused)for(let g in aV(f))push(e,g);else if(!ba(aY(f),c))push(e,bb(f,c));}
return aT([...e,aU(d)]);}
function bd(a,b){return bc(aS(a??''),b);}
function be(a){const b=aS(a);if(length(filter(b,c=>aY(c)!==null))>0)return false;return length(filter(b,c=>c.key?.wps===true&&c.key?.mac===aA))>0;}
function bf(a){return aZ(aS(a))?.id??null;}
function bg(a){const b=[];for(let c in aS(a)){const d=aY(c);if(d!==null&&d.id!==null&&!d.wps)
push(b,{id:d.id,mac:d.mac===aA?null:d.mac});}
return b;}
function bh(a,b,c,d){const e=aS(a),f=filter(map(e,aY),i=>i?.id===b),g=f[0]??null;if(g===null||c===aA)return null;if(length(filter(f,i=>i?.mac!==aA&&i?.mac!==c))>0)return null;if(length(f)===1&&g.mac===c)return bc(e,d);const h=filter(e,i=>aY(i)?.mac!==c&&aY(i)?.id!==b);return bc([...h,aU({...g,mac:c,wps:false})],d);}
function bi(a,b,c){return bc(filter(aS(a),d=>aY(d)?.mac!==b||b===aA),c);}
function bj(a,b){return bc([...aS(a),aU({...b,wps:true,mac:aA})],b);}
function bk(a){return aT(filter(aS(a),b=>aY(b)===null));}
const bl=10000,bm=3600000,bn=60000,bo=200,bp=900,bq=300;let br=null;const bs={object:'hostapd',method:'reload'};function bt(){return{id:aW(at(4)),secret:at(32)};}
function bu(a){ao.keys[a]??={armed:null,sure:false,heard:false,logged:null,unread:0,peers:{},owed:null,watched:0};return ao.keys[a];}
function bv(a){const b=a===null?null:(aw(a,['wpa_psk_file']).wpa_psk_file??null);if(type(b)!=='string'||!ak(`${b}`,'psk'))return null;return be(au(`${b}`)??'')?null:`${b}`;}
let bw=0;const bx={};function by(a,b){if(au(a)===b)return true;bu(a).unread++;bw++;bx[a]=bw;ay();al();return az(a,b);}
function bz(){return filter(keys(ao.keys),a=>ao.keys[a].unread>0);}
function bA(a,b){const c=bz();if(length(c)===0)return b(true);const d=bw;af([bs],a,e=>{const f=index([ae,ad],e[0].code)>=0;for(let g in c){const h=ao.keys[g]??null;if(f&&h!==null&&(bx[g]??0)<=d)h.unread=0;}
ay();al();if(!f)br?.set?.(bl);b(f);});}
function bB(a,b){af([bs],a,c=>b(c[0].code!==ac));}
function bC(a){if(!exists(ao.keys,a))return;ao.keys[a].unread=0;ay();al();}
function bD(){bA(aq().monotonic+bp,()=>null);}
function bE(a){const b=au(a),c=bd(b,bt());if(c===b)return false;if(!by(a,c))return null;const d=bu(a),e=bf(c);if(e!==bf(b??'')){d.armed=e;d.sure=true;d.heard=false;}
ay();al();return true;}
function bF(a,b,c){const d=bu(a),e=au(a)??'',f=bh(e,b,c,bt());d.owed=f===null?null:{id:b,mac:c};if(f===null){ap(`a key for ${c} is nobody's or another device's: set aside`);d.sure=false;}else if(!by(a,f)){ap(`the key of ${c} could not be written: it will be tried again`);d.sure=false;}else{d.owed=null;if(bf(f)!==bf(e)){d.armed=bf(f);d.sure=true;d.heard=false;}}
ay();al();return f!==null&&d.owed===null;}
function bG(a){const b=bu(a).owed;if(b===null)return true;if(bF(a,b.id,b.mac))am(a,b.id,b.mac);return bu(a).owed===null;}
function bH(a){const b=au(a)??'',c=map(filter(bg(b),e=>e.mac===null),e=>e.id),d=bf(b);return d===null?c:[...c,d];}
function bI(a){const b=ag(a);if(length(b)===0)return;for(let c in keys(ao.keys)){const d=bH(c);for(let e in b){if(index(d,e.id)<0||!bF(c,e.id,e.mac))continue;ap(`${e.mac} came with a key that nobody was known to have: it is its own now`);am(c,e.id,e.mac);}}
bD();}
function bJ(a){return length(filter(bg(au(a)??''),b=>b.mac===null))>0;}
function bK(){const a=aq().monotonic,b=filter(keys(ao.keys),d=>ao.keys[d].watched>a),c=length(b)>0?b:filter(keys(ao.keys),bJ);bD();if(length(c)===0)return;af([an(bo)],a+bp,d=>{for(let e in c)bG(e);bI(av(d[0]));br?.set?.(length(b)>0?bl:bn);});}
br=aa.timer(-1,()=>ai(bK));function bL(a){bu(a).watched=aq().monotonic+bm;ay();al();br?.set?.(bl);}
function bM(a,b,c){const d=a.state==='failed';if(c.code===ad)return!d;if(b===null)return false;const e=av(c);return d?ah(a.ifnames,b,e):aj(a.ifnames,b,e)===false;}
function bN(a,b){const c=bu(a),d=c.logged,e=b.state==='failed'&&b.reason==='authentication_failure',f=index(['timeout','cancelled','overlap'],b.state)>=0&&b.attempts_failed===0;if(!e&&(!f||c.heard))return bL(a);af([an(bo)],aq().monotonic+bp,g=>{if(!bM(b,d,g[0])||c.armed===null)return bL(a);if(length(filter(ao.windows,h=>h.session.open))===0)c.sure=true;ay();al();});ay();al();}
function bO(a,b){if(b!==null&&b.state===a.state)return;const c=filter(ao.windows,f=>f.session.id===a.id)[0]??null,d=bv(a.section??c?.parts?.[0]?.section??null);if(d===null)return;const e=bu(d);if(a.open){e.heard=a.state==='connecting'||(b!==null&&e.heard);ay();al();}else if(a.state==='success'){const f=e.armed??bf(au(d)??'');if(a.ifname!==null)e.peers[a.ifname]=a.peer.mac;if(f!==null)bF(d,f,a.peer.mac);if(e.owed!==null)bL(d);bD();}else if(a.state!=='joined')bN(d,a);}
function bP(a,b){return filter(bg(au(a)??''),c=>c.mac===b)[0]?.id??null;}
function bQ(a,b){const c=bu(a),d=filter(keys(b),g=>b[g]!==''&&c.peers[g]!==b[g]),e=c.armed;if(length(d)===0)return true;if(e===null||length(filter(d,g=>!exists(c.peers,g)))>0)return false;const f=b[d[0]];if(bF(a,e,f))am(a,e,f);return true;}
function bR(a){const b=ao.keys[ar(a)??'']??null;if(b===null||length(filter(ao.windows,c=>c.session.open))>0)return;b.sure=true;ay();al();}
function bS(a,b,c,d){const e=ar(a);if(e===null||be(au(e)??''))return d(null);af([an(bo)],min(c,aq().monotonic+bq),f=>{const g=av(f[0]),h=bu(e),i=h.armed;bI(g);const j=h.armed!==i||bQ(e,b);if(!bG(e))return d('not_saved');const k=au(e)??'',l=h.sure&&j&&h.armed!==null&&h.armed===bf(k),m=l?bd(k,bt()):bj(k,bt());if(!by(e,m))return d('not_saved');if(!l){ap('a key of its own was perhaps handed over before: the next device gets another one');br?.set?.(bl);}
h.armed=bf(m);h.heard=false;h.logged=pop(g)?.id??null;h.sure=false;for(let n in keys(b))h.peers[n]=b[n];ay();al();bA(c,n=>{if(!n)bR(a);d(n?null:'timeout');});});}
function bT(a,b){return by(a,bi(au(a)??'',b,bt()));}
function bU(a){return length(filter(bg(au(a)??''),b=>b.mac!==null));}
function bV(a){const b=bk(au(a)??'');if(b===''||!az(a,b))ax(a);delete ao.keys[a];ay();al();}
function bW(a){const b=au(a)??'';return bU(a)===0&&(bk(b)===''||be(b));}
function bX(a){for(let b in a){const c=ar([b]);if(c!==null&&!exists(ao.keys,c)&&!be(au(c)??''))bL(c);}
for(let b in keys(ao.keys))bG(b);bD();br?.set?.(bl);}
return{aV:bB,bM:bO,bP:bV,cJ:bW,cQ:bU,cR:bP,cS:bC,dL:bg,dN:bE,eF:bA,eI:bX,eM:bS,eT:bR,fL:bT};};
