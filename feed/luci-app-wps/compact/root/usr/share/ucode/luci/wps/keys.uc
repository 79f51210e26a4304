'use strict';import*as aa from'uloop';return ab=>{const ac=ab.aE,ad=ab.aF,ae=ab.aH,af=ab.aP,ag=ab.aU,ah=ab.bQ,ai=ab.bW,aj=ab.cH,ak=ab.cN,al=ab.cO,am=ab.cT,an=ab.cY,ao=ab.dC,ap=ab.dD,aq=ab.dI,ar=ab.dO,at=ab.dR,au=ab.dS,av=ab.dT,aw=ab.dZ,ax=ab.fD,ay=ab.fK,az='00:00:00:00:00:00',aA=127,aB=31,aC=['keyid','wps','vlanid'],aD=/([0-9a-f]{2}:){5}[0-9a-f]{2}/,aE=/[0-9A-Fa-f]{64}/,aF=/[+-]?0*[1-9]/,aG={text:'',refused:true,key:null},aH={text:'',refused:false,key:null};function aI(a,b){let c=0;while(substr(a,c,1)===b)c++;return substr(a,c);}
function aJ(a,b){const c=index(a,b);return c<0?[a,'']:[substr(a,0,c),substr(a,c+1)];}
function aK(a){const b=trim(a),c=match(b,aF)?.[0]??null;return c!==null&&index(b,c)===0;}
function aL(a){const b=lc(substr(a,0,length(az)));return match(b,aD)?.[0]===b?b:null;}
function aM(a){return match(a,aE)?.[0]===a;}
function aN(a){return length(a)===64?aM(a):length(a)>=8&&length(a)<64;}
function aO(a){let b=aJ(aJ(a,'\n')[0],chr(0))[0];if(b===''||substr(b,0,1)==='#')return aH;let c='',d=null,e=false;while(true){const g=aJ(aI(b,' '),' ');c=g[0];b=g[1];const h=aJ(aI(c,'='),'=');if(index(c,'=')<0||h[0]==='')break;if(index(aC,h[0])<0)return aG;if(h[0]==='keyid')d=h[1];if(h[0]==='wps')e=aK(h[1]);}
const f=aL(c);if(f===null||!aN(b)||length(d??'')>aB)return aG;return{text:'',refused:false,key:{id:d===''?null:d,wps:e,mac:f,secret:b}};}
function aP(a){if(substr(a,0,6)!=='keyid='||length(a)>=aA)return null;const b=split(a,' '),c=length(b)===4&&b[1]==='wps=1';if(!c&&length(b)!==3)return null;const d=b[c?2:1],e=b[c?3:2],f=substr(b[0],6);if(f===''||length(f)>aB||aL(d)!==d||!aM(e))return null;return{text:a,refused:false,key:{id:f,wps:c,mac:d,secret:e}};}
function aQ(a){const b=aP(a);if(b!==null)return b;const c=`${a}\n`;let d={...aH,text:a};for(let e=0;e<length(c);e+=aA){const f=aO(substr(c,e,aA));if(f.refused)return{...aG,text:a};if(f.key!==null)d={...f,text:a};}
return d;}
function aR(a){const b=map(split(a,'\n'),aQ);if(b[length(b)-1]?.text==='')pop(b);return b;}
function aS(a){return join('',map(a,b=>`${b.text}\n`));}
function aT(a){const b=a.id===null?'':`keyid=${a.id} `;return{text:`${b}${a.wps ? 'wps=1 ' : ''}${a.mac} ${a.secret}`,refused:false,key:a};}
function aU(a){const b=[];for(let c=0;c<length(a.text);c+=aA-2)
push(b,{...aH,text:`#${substr(a.text, c, aA - 2)}`});return b;}
function aV(a){return`wps-${a}`;}
function aW(a){return a!==null&&length(a)===12&&substr(a,0,4)==='wps-';}
function aX(a){const b=a.key;if(b===null||!aW(b.id)||length(b.secret)!==64)return null;return!b.wps||b.mac===az?b:null;}
function aY(a){return pop(filter(map(a,aX),b=>b?.wps===true))??null;}
function aZ(a,b){return a!==null&&a.wps&&a.id===b?.id;}
function ba(a,b){const c=aX(a);return c===null||!c.wps||c.id===b?.id?a:aT({...c,wps:false});}
function bb(a,b){const c=aY(a),d=c??{...b,wps:true,mac:az},e=[];for(let f in a){if(f.refused)for(let g in aU(f))push(e,g);else if(!aZ(aX(f),c))push(e,ba(f,c));}
return aS([...e,aT(d)]);}
function bc(a,b){return bb(aR(a??''),b);}
function bd(a){const b=aR(a);if(length(filter(b,c=>aX(c)!==null))>0)return false;return length(filter(b,c=>c.key?.wps===true&&c.key?.mac===az))>0;}
function be(a){return aY(aR(a))?.id??null;}
function bf(a){const b=[];for(let c in aR(a)){const d=aX(c);if(d!==null&&d.id!==null&&!d.wps)
push(b,{id:d.id,mac:d.mac===az?null:d.mac});}
return b;}
function bg(a,b,c,d){const e=aR(a),f=filter(map(e,aX),i=>i?.id===b),g=f[0]??null;if(g===null||c===az)return null;if(length(filter(f,i=>i?.mac!==az&&i?.mac!==c))>0)return null;if(length(f)===1&&g.mac===c)return bb(e,d);const h=filter(e,i=>aX(i)?.mac!==c&&aX(i)?.id!==b);return bb([...h,aT({...g,mac:c,wps:false})],d);}
function bh(a,b,c){return bb(filter(aR(a),d=>aX(d)?.mac!==b||b===az),c);}
function bi(a,b){return bb([...aR(a),aT({...b,wps:true,mac:az})],b);}
function bj(a){return aS(filter(aR(a),b=>aX(b)===null));}
const bk=10000,bl=3600000,bm=60000,bn=200,bo=900,bp=300;let bq=null;const br={object:'hostapd',method:'reload'};function bs(){return{id:aV(ar(4)),secret:ar(32)};}
function bt(a){an.keys[a]??={armed:null,sure:false,heard:false,logged:null,unread:0,peers:{},owed:null,watched:0};return an.keys[a];}
function bu(a){const b=a===null?null:(av(a,['wpa_psk_file']).wpa_psk_file??null);if(type(b)!=='string'||!aj(`${b}`,'psk'))return null;return bd(at(`${b}`)??'')?null:`${b}`;}
let bv=0;const bw={};function bx(a,b){if(at(a)===b)return true;bt(a).unread++;bv++;bw[a]=bv;ax();ak();return ay(a,b);}
function by(){return filter(keys(an.keys),a=>an.keys[a].unread>0);}
function bz(a,b){const c=by();if(length(c)===0)return b(true);const d=bv;af([br],a,e=>{const f=index([ae,ad],e[0].code)>=0;for(let g in c){const h=an.keys[g]??null;if(f&&h!==null&&(bw[g]??0)<=d)h.unread=0;}
ax();ak();if(!f)bq?.set?.(bk);b(f);});}
function bA(a,b){af([br],a,c=>b(c[0].code!==ac));}
function bB(a){if(!exists(an.keys,a))return;an.keys[a].unread=0;ax();ak();}
function bC(){bz(ap().monotonic+bo,()=>null);}
function bD(a){const b=at(a),c=bc(b,bs());if(c===b)return false;if(!bx(a,c))return null;const d=bt(a),e=be(c);if(e!==be(b??'')){d.armed=e;d.sure=true;d.heard=false;}
ax();ak();return true;}
function bE(a,b,c){const d=bt(a),e=at(a)??'',f=bg(e,b,c,bs());d.owed=f===null?null:{id:b,mac:c};if(f===null){ao(`a key for ${c} is nobody's or another device's: set aside`);d.sure=false;}else if(!bx(a,f)){ao(`the key of ${c} could not be written: it will be tried again`);d.sure=false;}else{d.owed=null;if(be(f)!==be(e)){d.armed=be(f);d.sure=true;d.heard=false;}}
ax();ak();return f!==null&&d.owed===null;}
function bF(a){const b=bt(a).owed;if(b===null)return true;if(bE(a,b.id,b.mac))al(a,b.id,b.mac);return bt(a).owed===null;}
function bG(a){const b=at(a)??'',c=map(filter(bf(b),e=>e.mac===null),e=>e.id),d=be(b);return d===null?c:[...c,d];}
function bH(a){const b=ag(a);if(length(b)===0)return;for(let c in keys(an.keys)){const d=bG(c);for(let e in b){if(index(d,e.id)<0||!bE(c,e.id,e.mac))continue;ao(`${e.mac} came with a key that nobody was known to have: it is its own now`);al(c,e.id,e.mac);}}
bC();}
function bI(a){return length(filter(bf(at(a)??''),b=>b.mac===null))>0;}
function bJ(){const a=ap().monotonic,b=filter(keys(an.keys),d=>an.keys[d].watched>a),c=length(b)>0?b:filter(keys(an.keys),bI);bC();if(length(c)===0)return;af([am(bn)],a+bo,d=>{for(let e in c)bF(e);bH(au(d[0]));bq?.set?.(length(b)>0?bk:bm);});}
bq=aa.timer(-1,()=>ah(bJ));function bK(a){bt(a).sure=false;bt(a).watched=ap().monotonic+bl;ax();ak();bq?.set?.(bk);}
function bL(a,b,c){if(c.code===ad)return false;return b===null?null:ai(a.ifnames,b,au(c));}
function bM(a,b){const c=bt(a),d=c.logged,e=b.state==='failed'&&b.reason==='authentication_failure',f=index(['timeout','cancelled','overlap'],b.state)>=0&&b.attempts_failed===0;if(e)c.sure=true;else if(!f||c.heard)return bK(a);else
af([am(bn)],ap().monotonic+bo,g=>{if(bL(b,d,g[0])!==false||c.armed===null)bK(a);else if(length(filter(an.windows,h=>h.session.open))===0)c.sure=true;ax();ak();});ax();ak();}
function bN(a,b){if(b!==null&&b.state===a.state)return;const c=filter(an.windows,f=>f.session.id===a.id)[0]??null,d=bu(a.section??c?.parts?.[0]?.section??null);if(d===null)return;const e=bt(d);if(a.open){e.heard=a.state==='connecting'||(b!==null&&e.heard);ax();ak();}else if(a.state==='success'){const f=e.armed??be(at(d)??'');if(a.ifname!==null)e.peers[a.ifname]=a.peer.mac;if(f!==null)bE(d,f,a.peer.mac);if(e.owed!==null)bK(d);bC();}else if(a.state!=='joined')bM(d,a);}
function bO(a,b){return filter(bf(at(a)??''),c=>c.mac===b)[0]?.id??null;}
function bP(a,b){const c=bt(a),d=filter(keys(b),g=>b[g]!==''&&c.peers[g]!==b[g]),e=c.armed;if(length(d)===0)return true;if(e===null||length(filter(d,g=>!exists(c.peers,g)))>0)return false;const f=b[d[0]];if(bE(a,e,f))al(a,e,f);return true;}
function bQ(a){const b=an.keys[aq(a)??'']??null;if(b===null||length(filter(an.windows,c=>c.session.open))>0)return;b.sure=true;ax();ak();}
function bR(a,b,c,d){const e=aq(a);if(e===null||bd(at(e)??''))return d(null);af([am(bn)],min(c,ap().monotonic+bp),f=>{const g=au(f[0]),h=bt(e),i=h.armed;bH(g);const j=h.armed!==i||bP(e,b);if(!bF(e))return d('not_saved');const k=at(e)??'',l=h.sure&&j&&h.armed!==null&&h.armed===be(k),m=l?bc(k,bs()):bi(k,bs());if(!bx(e,m))return d('not_saved');if(!l){ao('a key of its own was perhaps handed over before: the next device gets another one');bq?.set?.(bk);}
h.armed=be(m);h.heard=false;h.logged=pop(g)?.id??null;h.sure=false;for(let n in keys(b))h.peers[n]=b[n];ax();ak();bz(c,n=>{if(!n)bQ(a);d(n?null:'timeout');});});}
function bS(a,b){return bx(a,bh(at(a)??'',b,bs()));}
function bT(a){return length(filter(bf(at(a)??''),b=>b.mac!==null));}
function bU(a){const b=bj(at(a)??'');if(b===''||!ay(a,b))aw(a);delete an.keys[a];ax();ak();}
function bV(a){const b=at(a)??'';return bT(a)===0&&(bj(b)===''||bd(b));}
function bW(a){for(let b in a){const c=aq([b]);if(c!==null&&!exists(an.keys,c)&&!bd(at(c)??''))bK(c);}
for(let b in keys(an.keys))bF(b);bC();bq?.set?.(bk);}
return{aV:bA,bL:bN,bO:bU,cI:bV,cP:bT,cQ:bO,cR:bB,dJ:bf,dL:bD,eD:bz,eG:bW,eK:bR,eR:bQ,fJ:bS};};
