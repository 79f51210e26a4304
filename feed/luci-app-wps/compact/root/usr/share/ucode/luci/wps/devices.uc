'use strict';return aa=>{const ab=aa.aF,ac=aa.aH,ad=aa.aP,ae=aa.bP,af=aa.bZ,ag=aa.cB,ah=aa.cF,ai=aa.cO,aj=aa.cR,ak=aa.cT,al=aa.dA,am=aa.dC,an=aa.dE,ao=aa.dF,ap=aa.dK,aq=aa.dL,ar=aa.dR,at=aa.dS,au=aa.dT,av=aa.eC,aw=aa.eF,ax=aa.eR,ay=aa.eY,az=aa.fE,aA=aa.fF,aB=aa.fL,aC=aa.fO,aD=32,aE=4*aD,aF=63,aG=/[[:cntrl:]]/,aH=['own','shared','lost'];function aI(a){return match(a,aG)!==null;}
function aJ(a){let b=0;for(let c=0;c<length(a);c++){const d=ord(a,c)??0;if(d<128||d>=192)b++;}
return b;}
function aK(a){return(a!==''&&length(a)<=aE&&aJ(a)<=aD&&!aI(a));}
function aL(a){return substr(replace(a??'',/[[:cntrl:]]/g,''),0,aF)||null;}
function aM(a){const b=filter(aH,d=>d===a.key)[0]??null,c=int(a.joined??'');if(!a.mac||!a.network||b===null||!(c>0))return null;return{mac:lc(a.mac),network:a.network,section:a.section??null,joined:c,key:b,id:a.id??null,own_name:a.name??null,hostname:a.hostname??null};}
function aN(a){return{mac:a.mac,network:a.network,section:a.section,joined:`${a.joined}`,key:a.key,id:a.id,name:a.own_name,hostname:a.hostname};}
function aO(a){return`device_${replace(a.mac, /:/g, '')}_${a.section ?? ''}`;}
function aP(a,b){return a.mac===b.mac&&a.network===b.network;}
function aQ(a){return sort([...a],(b,c)=>c.joined-b.joined);}
function aR(a,b,c){return{mac:a.mac,name:a.own_name??c?.name??a.hostname,own_name:a.own_name,network:a.network,section:b?.section??a.section,joined:a.joined,key:a.key,kept:a.key!=='lost',online:b!==null,ifname:b?.ifname??null,band:b?.band??null,signal:b?.client?.signal??null,ip:c?.ip??null};}
const aS=60000,aT=2;function aU(){const a=[];for(let b in ax('device')){const c=aM(b.options);if(c!==null)push(a,{place:b.name,entry:c});}
return a;}
function aV(){return aQ([...al.passing,...map(aU(),a=>a.entry)]);}
function aW(a){const b=map(filter(aU(),c=>aP(c.entry,a)),c=>c.place);return aC(b[0]??aO(a),'device',aN(a));}
function aX(a){al.passing=filter(al.passing,b=>!aP(b,a));aA();ai();}
function aY(a){const b=filter(aV(),d=>aP(d,a))[0]??null,c={...a,own_name:b?.own_name??null,hostname:a.hostname??b?.hostname??null};aX(a);if(a.key!=='lost'&&aW(c))return;al.passing=[c,...al.passing];aA();ai();}
function aZ(a,b){for(let c in am(a))
if(length(filter(c,d=>d.section===b))>0)return c;return[];}
function ba(a,b){const c=a.peer;if(c===null||a.open)return;const d=aL(c.name);if(a.state==='success'&&b?.state!=='success'){const e=aZ(ar(null),a.section),f=ap(e),g=f===null?null:aj(f,c.mac);aY({mac:c.mac,network:a.network,section:a.section,joined:a.ended,key:g===null?ak(e):'own',id:g,own_name:null,hostname:d});}else if(d!==null&&d!==aL(b?.peer?.name??null)){const e=filter(aV(),f=>aP(f,{mac:c.mac,network:a.network}))[0]??null;if(e!==null&&e.hostname!==d)aY({...e,hostname:d});}}
function bb(a,b,c){const d=filter(am(ar(null)),f=>ap(f)===a)[0]??null;if(d===null)return;const e=filter(aV(),f=>aP(f,{mac:c,network:d[0].ssid})&&f.id===null)[0]??null;aY({mac:c,network:d[0].ssid,section:e?.section??d[0].section,joined:e?.joined??ao().epoch,key:'own',id:b,own_name:null,hostname:null});}
function bc(a){return av(map(a,b=>b.place));}
function bd(a){const b=au(a)??'',c={};for(let e in aq(b))c[e.id]=true;const d=filter(aU(),e=>e.entry.id!==null&&c[e.entry.id]===true);bc(d);al.passing=filter(al.passing,e=>e.id===null||c[e.id]!==true);ae(a);return length(d);}
function be(a){const b={};for(let c in a)if(c.entry.id!==null)b[c.entry.id]=true;return b;}
function bf(a){const b=ap(a),c=b===null?null:au(b);if(b===null||c===null)return;const d=filter(aU(),g=>g.entry.network===a[0].ssid&&g.entry.key==='own'),e=be(d),f={};for(let g in aq(c)){f[g.id]=true;if(g.mac!==null&&!e[g.id])bb(b,g.id,g.mac);}
bc(filter(d,g=>!f[g.entry.id??'']));}
function bg(a){map(am(a),bf);}
function bh(a,b){const c={};map(a,(d,e)=>{const f=at(b[e]),g=f.kind==='answer'?(f.clients??{}):{};for(let h in keys(g)){const i=g[h];if(i===null||!i.authorized||i.wps)continue;c[h]={ifname:d.ifname??'',section:d.section,band:d.radio.band,client:i};}});return c;}
function bi(a,b,c){return length(filter(a,d=>d.ifname===b&&d.ssid===c))>0;}
function bj(a,b){const c=a.deadline;ad([{object:'network.wireless',method:'status'}],c,d=>{if(index([ac,ab],d[0].code)<0)return a.fail('timeout');const e=filter(ar(d[0].data),g=>g.ifname!==null),f=map(e,g=>af(g.ifname??'','get_clients'));ad(f,c,g=>{if(length(filter(g,j=>at(j).kind==='silent'))>0)
return a.fail('timeout');const h=bh(e,g),i=ag();b(e,j=>{const k=h[j.mac]??null,l=k!==null&&bi(e,k.ifname,j.network);return aR(j,l?k:null,i[j.mac]??null);});});});}
function bk(a){bj(a,(b,c)=>a.answer({devices:map(aV(),c)}));}
function bl(a){const b=az(a,'mac'),c=b===null?null:lc(b),d=az(a,'network');if(c===null||!ah(c))a.fail('invalid_argument','mac');else if(d==='')a.fail('invalid_argument','network');else{const e=filter(aV(),f=>f.mac===c&&(d===null||f.network===d));if(length(e)>0)return e;a.fail('unknown_device');}
return null;}
function bm(a){aX(a);return bc(filter(aU(),b=>aP(b.entry,a)));}
function bn(a,b){const c={addr:b.mac,reason:aT,deauth:true,ban_time:aS},d=filter(a,e=>e.ssid===b.network);return map(d,e=>({...af(e.ifname??'','del_client'),args:c}));}
function bo(a,b,c){const d=c?'for good':'for a minute: it knows the password';an(`${b.name ?? b.mac} (${b.mac}) is taken out of "${b.network}" ${d}, by ${a.who}`);ay({type:'removed',device:b});a.answer({device:b,for_good:c});}
function bp(a,b,c,d){if(!aB(c,b.mac))return a.fail('not_saved');aw(a.deadline,e=>{bm(b);bo(a,e?{...d,online:false,ifname:null,band:null,signal:null}:d,true);});}
function bq(a){const b=bl(a);if(b===null)return;if(length(b)>1)return a.fail('ambiguous_target');const c=b[0];bj(a,(d,e)=>{const f=ap(filter(ar(null),g=>g.ssid===c.network));if(f!==null&&aj(f,c.mac)!==null)
return bp(a,c,f,e(c));ad(bn(d,c),a.deadline,g=>{if(length(filter(g,h=>h.code!==ac))>0)return a.fail('timeout');if(!bm(c))return a.fail('not_saved');bo(a,e(c),false);});});}
function br(a){const b=filter(al.passing,c=>aP(c,a));if(length(b)===0)return aW(a);al.passing=map(al.passing,c=>(aP(c,a)?a:c));aA();ai();return true;}
function bs(a){const b=az(a,'name');if(b===null||(b!==''&&!aK(b)))
return a.fail('invalid_argument','name');const c=bl(a);if(c===null)return;const d=map(c,e=>({...e,own_name:b||null}));bj(a,(e,f)=>{if(length(filter(d,h=>!br(h)))>0)return a.fail('not_saved');const g=f(d[0]);an(`${g.mac} is called "${g.name ?? g.mac}", by ${a.who}`);ay({type:'renamed',device:g});a.answer({device:g});});}
return{bG:bd,bL:ba,cP:bb,dW:bg,eA:bq,eD:bs,eZ:bk};};
