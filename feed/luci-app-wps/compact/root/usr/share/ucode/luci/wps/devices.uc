'use strict';return aa=>{const ab=aa.aI,ac=aa.aQ,ad=aa.bP,ae=aa.bZ,af=aa.cB,ag=aa.cF,ah=aa.cO,ai=aa.cR,aj=aa.cT,ak=aa.cZ,al=aa.dB,am=aa.dD,an=aa.dE,ao=aa.dJ,ap=aa.dK,aq=aa.dQ,ar=aa.dR,at=aa.dS,au=aa.eB,av=aa.eE,aw=aa.eQ,ax=aa.eX,ay=aa.fD,az=aa.fE,aA=aa.fJ,aB=aa.fM,aC=32,aD=63,aE=/[[:cntrl:]]/,aF=['own','shared','lost'];function aG(a){return match(a,aE)!==null;}
function aH(a){let b=0;for(let c=0;c<length(a);c++){const d=ord(a,c)??0;if(d<128||d>=192)b++;}
return b;}
function aI(a){return a!==''&&aH(a)<=aC&&!aG(a);}
function aJ(a){return substr(replace(a??'',/[[:cntrl:]]/g,''),0,aD)||null;}
function aK(a){const b=filter(aF,d=>d===a.key)[0]??null,c=int(a.joined??'');if(!a.mac||!a.network||b===null||!(c>0))return null;return{mac:lc(a.mac),network:a.network,section:a.section??null,joined:c,key:b,id:a.id??null,own_name:a.name??null,hostname:a.hostname??null};}
function aL(a){return{mac:a.mac,network:a.network,section:a.section,joined:`${a.joined}`,key:a.key,id:a.id,name:a.own_name,hostname:a.hostname};}
function aM(a){return`device_${replace(a.mac, /:/g, '')}_${a.section ?? ''}`;}
function aN(a,b){return a.mac===b.mac&&a.network===b.network;}
function aO(a){return sort([...a],(b,c)=>c.joined-b.joined);}
function aP(a,b,c){return{mac:a.mac,name:a.own_name??c?.name??a.hostname,own_name:a.own_name,network:a.network,section:b?.section??a.section,joined:a.joined,key:a.key,kept:a.key!=='lost',online:b!==null,ifname:b?.ifname??null,band:b?.band??null,signal:b?.client?.signal??null,ip:c?.ip??null};}
const aQ=60000,aR=2;function aS(){const a=[];for(let b in aw('device')){const c=aK(b.options);if(c!==null)push(a,{place:b.name,entry:c});}
return a;}
function aT(){return aO([...ak.passing,...map(aS(),a=>a.entry)]);}
function aU(a){const b=map(filter(aS(),c=>aN(c.entry,a)),c=>c.place);return aB(b[0]??aM(a),'device',aL(a));}
function aV(a){ak.passing=filter(ak.passing,b=>!aN(b,a));az();ah();}
function aW(a){const b=filter(aT(),d=>aN(d,a))[0]??null,c={...a,own_name:b?.own_name??null,hostname:a.hostname??b?.hostname??null};aV(a);if(a.key!=='lost'&&aU(c))return;ak.passing=[c,...ak.passing];az();ah();}
function aX(a,b){for(let c in al(a))
if(length(filter(c,d=>d.section===b))>0)return c;return[];}
function aY(a,b){const c=a.peer;if(c===null||a.open)return;const d=aJ(c.name);if(a.state==='success'&&b?.state!=='success'){const e=aX(aq(null),a.section),f=ao(e),g=f===null?null:ai(f,c.mac);aW({mac:c.mac,network:a.network,section:a.section,joined:a.ended,key:g===null?aj(e):'own',id:g,own_name:null,hostname:d});}else if(d!==null&&d!==aJ(b?.peer?.name??null)){const e=filter(aT(),f=>aN(f,{mac:c.mac,network:a.network}))[0]??null;if(e!==null&&e.hostname!==d)aW({...e,hostname:d});}}
function aZ(a,b,c){const d=filter(al(aq(null)),f=>ao(f)===a)[0]??null;if(d===null)return;const e=filter(aT(),f=>aN(f,{mac:c,network:d[0].ssid})&&f.id===null)[0]??null;aW({mac:c,network:d[0].ssid,section:e?.section??d[0].section,joined:e?.joined??an().epoch,key:'own',id:b,own_name:null,hostname:null});}
function ba(a){return au(map(a,b=>b.place));}
function bb(a){const b=at(a)??'',c={};for(let e in ap(b))c[e.id]=true;const d=filter(aS(),e=>e.entry.id!==null&&c[e.entry.id]===true);ba(d);ak.passing=filter(ak.passing,e=>e.id===null||c[e.id]!==true);ad(a);return length(d);}
function bc(a){const b={};for(let c in a)if(c.entry.id!==null)b[c.entry.id]=true;return b;}
function bd(a){const b=ao(a),c=b===null?null:at(b);if(b===null||c===null)return;const d=filter(aS(),g=>g.entry.network===a[0].ssid&&g.entry.key==='own'),e=bc(d),f={};for(let g in ap(c)){f[g.id]=true;if(g.mac!==null&&!e[g.id])aZ(b,g.id,g.mac);}
ba(filter(d,g=>!f[g.entry.id??'']));}
function be(a){map(al(a),bd);}
function bf(a,b){const c={};map(a,(d,e)=>{const f=ar(b[e]),g=f.kind==='answer'?(f.clients??{}):{};for(let h in keys(g)){const i=g[h];if(i===null||!i.authorized||i.wps)continue;c[h]={ifname:d.ifname??'',section:d.section,band:d.radio.band,client:i};}});return c;}
function bg(a,b,c){return length(filter(a,d=>d.ifname===b&&d.ssid===c))>0;}
function bh(a,b,c){ac([{object:'network.wireless',method:'status'}],a,d=>{const e=filter(aq(d[0].data),g=>g.ifname!==null),f=map(e,g=>ae(g.ifname??'','get_clients'));ac(f,a,g=>{const h=bf(e,g),i=af(),j=map(b,k=>{const l=h[k.mac]??null,m=l!==null&&bg(e,l.ifname,k.network);return aP(k,m?l:null,i[k.mac]??null);});c(e,j);});});}
function bi(a){bh(a.deadline,aT(),(b,c)=>a.answer({devices:c}));}
function bj(a){const b=ay(a,'mac'),c=b===null?null:lc(b),d=ay(a,'network');if(c===null||!ag(c))a.fail('invalid_argument','mac');else if(d==='')a.fail('invalid_argument','network');else{const e=filter(aT(),f=>f.mac===c&&(d===null||f.network===d));if(length(e)>0)return e;a.fail('unknown_device');}
return null;}
function bk(a){aV(a);return ba(filter(aS(),b=>aN(b.entry,a)));}
function bl(a,b){const c={addr:b.mac,reason:aR,deauth:true,ban_time:aQ},d=filter(a,e=>e.ssid===b.network);return map(d,e=>({...ae(e.ifname??'','del_client'),args:c}));}
function bm(a,b,c){const d=c?'for good':'for a minute: it knows the password';am(`${b.name ?? b.mac} (${b.mac}) is taken out of "${b.network}" ${d}, by ${a.who}`);ax({type:'removed',device:b});a.answer({device:b,for_good:c});}
function bn(a,b,c,d){if(!aA(c,b.mac))return a.fail('not_saved');av(a.deadline,e=>{bk(b);bm(a,e?{...d,online:false,ifname:null,band:null,signal:null}:d,true);});}
function bo(a){const b=bj(a);if(b===null)return;if(length(b)>1)return a.fail('ambiguous_target');const c=b[0];bh(a.deadline,[c],(d,e)=>{const f=ao(filter(aq(null),g=>g.ssid===c.network));if(f!==null&&ai(f,c.mac)!==null)
return bn(a,c,f,e[0]);ac(bl(d,c),a.deadline,g=>{if(length(filter(g,h=>h.code!==ab))>0)return a.fail('timeout');if(!bk(c))return a.fail('not_saved');bm(a,e[0],false);});});}
function bp(a){const b=filter(ak.passing,c=>aN(c,a));if(length(b)===0)return aU(a);ak.passing=map(ak.passing,c=>(aN(c,a)?a:c));az();ah();return true;}
function bq(a){const b=ay(a,'name');if(b===null||(b!==''&&!aI(b)))
return a.fail('invalid_argument','name');const c=bj(a);if(c===null)return;const d=map(c,e=>({...e,own_name:b||null}));if(length(filter(d,e=>!bp(e)))>0)return a.fail('not_saved');bh(a.deadline,d,(e,f)=>{const g=f[0];am(`${g.mac} is called "${g.name ?? g.mac}", by ${a.who}`);ax({type:'renamed',device:g});a.answer({device:g});});}
return{bH:bb,bL:aY,cP:aZ,dV:be,dZ:bo,eC:bq,eY:bi};};
