'use strict';import*as aa from'fs';import*as ab from'ubus';import*as ac from'uloop';function ad(){return(length(aa.glob('/etc/hostapd-wps-*'))>0||index(aa.readfile('/etc/config/wireless')??'','/etc/hostapd-wps-')>=0);}
const ae='/var/run/luci-wps.json',af=3000;function ag(a,b,c,d){const e=`${a}.new`,f=aa.open(e,'w',0o600);if(!f)return false;const g=aa.chmod(e,0o600)&&f.write(b)===length(b);if(c!==null)aa.chown(e,c,c);const h=f.close();if(d&&h&&g)system(['fsync',e],af);if(h&&g&&aa.rename(e,a))return true;aa.unlink(e);return false;}
function ah(){try{return json(aa.readfile(ae)??'');}catch{return null;}}
function ai(a){return ag(ae,sprintf('%J\n',a),null,false);}
const aj={windows:[],overlaps:{},presses:[],closing:{},stuck:{},tasks:[],light:{shown:null},keys:{},passing:[],counter:0};let ak=false,al=0;function am(){ak=true;al++;}
function an(){return al;}
function ao(a){aj.counter++;am();return`${a}-${aj.counter}`;}
function ap(){if(ak)ak=!ai(aj);}
function aq(a){return(type(a?.parts)==='array'&&type(a?.homes)==='array'&&exists(a?.session??{},'state'));}
function ar(a){return(type(a?.changes)==='object'&&type(a?.former)==='object'&&type(a?.job?.sections)==='array');}
function at(a){return(type(a?.led)==='string'&&type(a?.former?.settings)==='object'&&type(a?.sign)==='string');}
function au(){const a=ah();for(let b in keys(aj))if(type(a?.[b])===type(aj[b]))aj[b]=a[b];aj.windows=filter(aj.windows,aq);aj.tasks=filter(aj.tasks,ar);if(!at(aj.light.shown))aj.light={shown:null};}
function av(){for(let a in keys(aj))
if(index(['counter','light'],a)<0&&length(aj[a])>0)return false;return aj.light.shown===null;}
function aw(){return filter(aj.tasks,a=>a.job.state==='running')[0]??null;}
function ax(a){for(let b in aj.tasks)
if(length(filter(b.job.sections,c=>index(a,c)>=0))>0)return b.job;return null;}
const ay={};let az;function aA(){if(az)return az;az=require('luci.wps.look')(ay);for(let a in keys(az))ay[a]=az[a];return az;}
function aB(...a){return aA().dX(...a);}
function aC(...a){return aA().eF(...a);}
function aD(...a){return aA().eZ(...a);}
function aE(...a){return aA().fA(...a);}
function aF(...a){return aA().fB(...a);}
let aG;function aH(){aA();aG??=require('luci.wps.jobs')(ay);return aG;}
function aI(...a){return aH().bG(...a);}
function aJ(...a){return aH().bJ(...a);}
function aK(...a){return aH().eG(...a);}
let aL;function aM(){aA();aL??=require('luci.wps.devices')(ay);return aL;}
function aN(...a){return aM().bH(...a);}
function aO(...a){return aM().bL(...a);}
function aP(...a){return aM().cP(...a);}
function aQ(...a){return aM().dV(...a);}
function aR(...a){return aM().dZ(...a);}
function aS(...a){return aM().eC(...a);}
function aT(...a){return aM().eY(...a);}
let aU;function aV(){aA();aU??=require('luci.wps.opening')(ay);return aU;}
function aW(...a){return aV().aX(...a);}
function aX(...a){return aV().bB(...a);}
function aY(...a){return aV().dN(...a);}
function aZ(...a){return aV().eP(...a);}
function ba(...a){return aV().eT(...a);}
function bb(){const a=clock(true)??[0,0];return{monotonic:a[0]*1000+int(a[1]/1000000),epoch:time()};}
const bc=0,bd=3,be=4,bf=7,bg=8,bh=ab.connect(null,1)??die('ubus'),bi=!exists(ab,'guard');let bj=null;const bk=[];function bl(){return bj;}
function bm(a){try{a();}catch(b){warn(`luci.wps: ${b.message}\n${b.stacktrace[0]?.context ?? ''}\n`);}}
function bn(a,b){if(bb().monotonic>=b)return{code:bf,data:null};const c=bh.call(a.object,a.method,a.args??{});return{code:bh.error(true)??bc,data:c};}
function bo(a,b,c){if(bi)return bm(()=>c(map(a,j=>bn(j,b))));const d=[];let e=length(a)+1,f=null;const g=()=>{e--;if(e>0)return;f?.cancel?.();bm(()=>c(d));},h=(j,k,l)=>{if(d[j])return;d[j]={code:k,data:l??null};g();},i=map(a,(j,k)=>{const l=bh.defer(j.object,j.method,j.args??{},(m,n)=>h(k,m,n));if(l===null)h(k,bh.error(true)??be,null);else bj=l;return l;});if(e>1)
f=ac.timer(max(1,b-bb().monotonic),()=>map(i,(j,k)=>{j?.abort?.();h(k,bf,null);}));g();}
function bp(a){bo([a],bb().monotonic+5000,()=>null);}
function bq(a,b){bh.event(a,b);}
function br(a,b){const c=bh.listener('ubus.object.*',(d,e)=>{if(index(e.path,a)===0)
bm(()=>b(substr(e.path,length(a)),d==='ubus.object.add'));});push(bk,c);}
const bs=900;function bt(a,b){return{args:a,call:c=>{let d=false;const e=(h,i)=>{if(!d)c.reply(h,i);d=true;},f=bb().monotonic+bs,g={args:{...c.args},who:c.info?.acl?.user??'unknown',deadline:f,answer:h=>e(h,0),fail:(h,i)=>{const j=aB(h,i??null);e(j.body,j.status);},isPending:()=>!d&&bb().monotonic<f};bm(()=>b(g));return d?null:bl();}};}
function bu(a,b){return bt(a,c=>{const d=c.args.ubus_rpc_session??null;if(d===null||bi)return b(c);const e={ubus_rpc_session:d,keys:['username']};bo([{object:'session',method:'get',args:e}],c.deadline,f=>b({...c,who:f[0].data?.values?.username??c.who}));});}
const bv=['wps_pin','ap_pin'],bw=[...bv,'wps_label','ext_registrar'],bx=120,by=30,bz=50,bA=120;function bB(a,b){return`/etc/hostapd-wps-${a}.${b}`;}
const bC=/\/etc\/hostapd-wps-[A-Za-z0-9_]+\.(cred|psk)/;function bD(a,b){const c=a===null?null:match(a,bC);return c!==null&&c[0]===a&&c[1]===b;}
function bE(a){return filter(a,b=>bD(b.psk_file,'psk'))[0]?.psk_file??null;}
const bF='skip_cred_build=1',bG='extra_cred=',bH='uuid=77707300-';function bI(a,b){const c=bB(b,'cred');return a===c?bB(`${b}_`,'cred'):c;}
function bJ(a){return[bF,bG+a];}
function bK(a){for(let b in a){const c=substr(b,length(bG));if(index(b,bG)===0&&bD(c,'cred'))return c;}
return null;}
function bL(a){return`uuid=${a}`;}
function bM(a){return`77707300-${substr(a, 0, 4)}-4${substr(a, 4, 3)}-8${substr(a, 7, 3)}-${substr(a, 10, 12)}`;}
function bN(a){return filter(a,b=>index(b,bH)===0);}
function bO(a){const b=bK(a);return filter(a,c=>{if(index(c,bH)===0)return false;return b===null||(c!==bF&&c!==bG+b);});}
const bP='/sys/class/leds';function bQ(){return map(aa.glob(`${bP}/*:wps`,`${bP}/*:qss`),a=>substr(a,length(bP)+1));}
const bR='/usr/sbin/hostapd_cli';function bS(){return aa.access(bR,'x')===true;}
function bT(a,b,c,d){const e=[bR,'-i',a,'wps_pin','any',b,`${bx}`];if(c!==null)push(e,c);return system(e,max(1,d-bb().monotonic))===0;}
function bU(a){system([bR,'-i',a,'wps_cancel'],50);}
function bV(a){const b=aa.open('/dev/urandom','r'),c=b?.read?.(a)??'';b?.close?.();if(length(c)!==a)die('no random numbers');let d='';for(let e=0;e<a;e++)d+=sprintf('%02x',ord(c,e));return d;}
let bW;function bX(){aA();bW??=require('luci.wps.keys')(ay);return bW;}
function bY(...a){return bX().aW(...a);}
function bZ(...a){return bX().bM(...a);}
function ca(...a){return bX().bP(...a);}
function cb(...a){return bX().cJ(...a);}
function cc(...a){return bX().cQ(...a);}
function cd(...a){return bX().cR(...a);}
function ce(...a){return bX().cS(...a);}
function cf(...a){return bX().dK(...a);}
function cg(...a){return bX().dM(...a);}
function ch(...a){return bX().eE(...a);}
function ci(...a){return bX().eH(...a);}
function cj(...a){return bX().eL(...a);}
function ck(...a){return bX().eS(...a);}
function cl(...a){return bX().fJ(...a);}
let cm;function cn(){aA();cm??=require('luci.wps.light')(ay);return cm;}
function co(...a){return cn().bK(...a);}
function cp(...a){return cn().bN(...a);}
function cq(...a){return cn().eI(...a);}
function cr(...a){return cn().eR(...a);}
ay.aA=bw;ay.aK=bv;ay.aB=bz;ay.aD=by;ay.aJ=bA;ay.aM=bx;ay.bD=bJ;ay.bE=bK;ay.bO=bO;ay.bS=bB;ay.cI=bD;ay.dC=bI;ay.dJ=bE;ay.fF=bL;ay.fG=bN;ay.fH=bM;ay.aF=bd;ay.aG=be;ay.aH=bg;ay.aI=bc;ay.aL=bf;ay.aP=bq;ay.aQ=bo;ay.bR=bm;ay.eN=bp;ay.fI=br;ay.aE=bP;ay.bA=bQ;ay.aC=bR;ay.aO=bT;ay.aY=bU;ay.bV=bS;ay.dP=bV;ay.eD=ag;ay.dE=bb;ay.bQ=ao;ay.cM=ax;ay.cO=ap;ay.cZ=aj;ay.dA=an;ay.eJ=aw;ay.fE=am;ay.bH=aN;ay.bL=aO;ay.cP=aP;ay.dV=aQ;ay.eG=aK;ay.aW=bY;ay.bM=bZ;ay.bP=ca;ay.cJ=cb;ay.cQ=cc;ay.cR=cd;ay.cS=ce;ay.dK=cf;ay.dM=cg;ay.eE=ch;ay.eH=ci;ay.eL=cj;ay.eS=ck;ay.fJ=cl;ay.bK=co;ay.bN=cp;ay.eI=cq;ay.eR=cr;const cs={'luci.wps':{status:bt({},a=>aF(a)),start:bu({network:'',section:'',ifname:'',pin:'',mac:'',house:true,origin:'',by:''},a=>ba(a)),cancel:bu({network:'',section:'',ifname:'',origin:'',by:''},a=>aW(a)),enable:bu({network:'',section:'',keys:'',force:true},a=>aJ(a)),disable:bu({network:'',section:'',force:true},a=>aI(a)),button:bu({action:'',network:''},a=>aZ(a)),press:bu({},a=>aY(a)),devices:bt({},a=>aT(a)),remove:bu({mac:'',network:''},a=>aR(a)),rename:bu({mac:'',name:'',network:''},a=>aS(a)),history:bt({limit:0},a=>aD(a)),house:bt({},a=>aE(a)),check_pin:bt({pin:''},a=>aX(a))}};au();if(!av()||ad())aC();return cs;
