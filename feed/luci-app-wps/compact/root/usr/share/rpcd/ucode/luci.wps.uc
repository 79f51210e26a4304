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
function aB(...a){return aA().dY(...a);}
function aC(...a){return aA().eG(...a);}
function aD(...a){return aA().fA(...a);}
function aE(...a){return aA().fB(...a);}
function aF(...a){return aA().fC(...a);}
let aG;function aH(){aA();aG??=require('luci.wps.jobs')(ay);return aG;}
function aI(...a){return aH().bF(...a);}
function aJ(...a){return aH().bI(...a);}
function aK(...a){return aH().eH(...a);}
let aL;function aM(){aA();aL??=require('luci.wps.devices')(ay);return aL;}
function aN(...a){return aM().bG(...a);}
function aO(...a){return aM().bL(...a);}
function aP(...a){return aM().cP(...a);}
function aQ(...a){return aM().dW(...a);}
function aR(...a){return aM().eA(...a);}
function aS(...a){return aM().eD(...a);}
function aT(...a){return aM().eZ(...a);}
let aU;function aV(){aA();aU??=require('luci.wps.opening')(ay);return aU;}
function aW(...a){return aV().aW(...a);}
function aX(...a){return aV().bA(...a);}
function aY(...a){return aV().dO(...a);}
function aZ(...a){return aV().eQ(...a);}
function ba(...a){return aV().eU(...a);}
function bb(){const a=clock(true)??[0,0];return{monotonic:a[0]*1000+int(a[1]/1000000),epoch:time()};}
const bc=0,bd=3,be=4,bf=7,bg=8,bh=9,bi=ab.connect(null,1)??die('ubus'),bj=!exists(ab,'guard');let bk=null;const bl=[];function bm(){return bk;}
function bn(a){try{a();return true;}catch(b){warn(`luci.wps: ${b.message}\n${b.stacktrace[0]?.context ?? ''}\n`);return false;}}
function bo(a,b){if(bb().monotonic>=b)return{code:bf,data:null};const c=bi.call(a.object,a.method,a.args??{});return{code:bi.error(true)??bc,data:c};}
function bp(a,b,c){if(bj){bn(()=>c(map(a,j=>bo(j,b))));return;}
const d=[];let e=length(a)+1,f=null;const g=()=>{e--;if(e>0)return;f?.cancel?.();bn(()=>c(d));},h=(j,k,l)=>{if(d[j])return;d[j]={code:k,data:l??null};g();},i=map(a,(j,k)=>{const l=bi.defer(j.object,j.method,j.args??{},(m,n)=>h(k,m,n));if(l===null)h(k,bi.error(true)??be,null);else bk=l;return l;});if(e>1)
f=ac.timer(max(1,b-bb().monotonic),()=>map(i,(j,k)=>{j?.abort?.();h(k,bf,null);}));g();}
function bq(a){bp([a],bb().monotonic+5000,()=>null);}
function br(a,b){bi.event(a,b);}
function bs(a,b){const c=bi.listener('ubus.object.*',(d,e)=>{if(index(e.path,a)===0)
bn(()=>b(substr(e.path,length(a)),d==='ubus.object.add'));});push(bl,c);}
function bt(a,b){push(bl,bi.listener(a,(c,d)=>bn(()=>b(d))));}
const bu=900;function bv(a,b){return{args:a,call:c=>{let d=false;const e=(h,i)=>{if(!d)c.reply(h,i);d=true;},f=bb().monotonic+bu,g={args:{...c.args},who:c.info?.acl?.user??'unknown',deadline:f,answer:h=>e(h,0),fail:(h,i)=>{const j=aB(h,i??null);e(j.body,j.status);},isPending:()=>!d&&bb().monotonic<f};if(!bn(()=>b(g)))e({},bh);return d?null:bm();}};}
function bw(a,b){return bv(a,c=>{const d=c.args.ubus_rpc_session??null;if(d===null||bj)return b(c);const e={ubus_rpc_session:d,keys:['username']};bp([{object:'session',method:'get',args:e}],c.deadline,f=>b({...c,who:f[0].data?.values?.username??c.who}));});}
const bx=['wps_pin','ap_pin'],by=[...bx,'wps_label','ext_registrar'],bz=120,bA=30,bB=50,bC=120;function bD(a,b){return`/etc/hostapd-wps-${a}.${b}`;}
const bE=/\/etc\/hostapd-wps-[A-Za-z0-9_]+\.(cred|psk)/;function bF(a,b){const c=a===null?null:match(a,bE);return c!==null&&c[0]===a&&c[1]===b;}
function bG(a){return filter(a,b=>bF(b.psk_file,'psk'))[0]?.psk_file??null;}
const bH='skip_cred_build=1',bI='extra_cred=',bJ='uuid=77707300-';function bK(a,b){const c=bD(b,'cred');return a===c?bD(`${b}_`,'cred'):c;}
function bL(a){return[bH,bI+a];}
function bM(a){for(let b in a){const c=substr(b,length(bI));if(index(b,bI)===0&&bF(c,'cred'))return c;}
return null;}
function bN(a){return`uuid=${a}`;}
function bO(a){return`77707300-${substr(a, 0, 4)}-4${substr(a, 4, 3)}-8${substr(a, 7, 3)}-${substr(a, 10, 12)}`;}
function bP(a){return filter(a,b=>index(b,bJ)===0);}
function bQ(a){const b=bM(a);return filter(a,c=>{if(index(c,bJ)===0)return false;return b===null||(c!==bH&&c!==bI+b);});}
const bR='/sys/class/leds';function bS(){return map(aa.glob(`${bR}/*:wps`,`${bR}/*:qss`),a=>substr(a,length(bR)+1));}
const bT='/usr/sbin/hostapd_cli';function bU(){return aa.access(bT,'x')===true;}
function bV(a,b,c,d){const e=[bT,'-i',a,'wps_pin','any',b,`${bz}`];if(c!==null)push(e,c);return system(e,max(1,d-bb().monotonic))===0;}
function bW(a){system([bT,'-i',a,'wps_cancel'],50);}
function bX(a){const b=aa.open('/dev/urandom','r'),c=b?.read?.(a)??'';b?.close?.();if(length(c)!==a)die('no random numbers');let d='';for(let e=0;e<a;e++)d+=sprintf('%02x',ord(c,e));return d;}
let bY;function bZ(){aA();bY??=require('luci.wps.keys')(ay);return bY;}
function ca(...a){return bZ().aV(...a);}
function cb(...a){return bZ().bM(...a);}
function cc(...a){return bZ().bP(...a);}
function cd(...a){return bZ().cJ(...a);}
function ce(...a){return bZ().cQ(...a);}
function cf(...a){return bZ().cR(...a);}
function cg(...a){return bZ().cS(...a);}
function ch(...a){return bZ().dL(...a);}
function ci(...a){return bZ().dN(...a);}
function cj(...a){return bZ().eF(...a);}
function ck(...a){return bZ().eI(...a);}
function cl(...a){return bZ().eM(...a);}
function cm(...a){return bZ().eT(...a);}
function cn(...a){return bZ().fL(...a);}
let co;function cp(){aA();co??=require('luci.wps.light')(ay);return co;}
function cq(...a){return cp().bK(...a);}
function cr(...a){return cp().bN(...a);}
function cs(...a){return cp().eJ(...a);}
function ct(...a){return cp().eS(...a);}
ay.aA=by;ay.aJ=bx;ay.aB=bB;ay.aC=bA;ay.aI=bC;ay.aL=bz;ay.bC=bL;ay.bD=bM;ay.bO=bQ;ay.bS=bD;ay.cI=bF;ay.dD=bK;ay.dK=bG;ay.fG=bN;ay.fH=bP;ay.fI=bO;ay.aE=bd;ay.aF=be;ay.aG=bg;ay.aH=bc;ay.aK=bf;ay.aO=br;ay.aP=bp;ay.bR=bn;ay.cV=bt;ay.eO=bq;ay.fK=bs;ay.aD=bR;ay.aZ=bS;ay.aN=bV;ay.aX=bW;ay.bV=bU;ay.dQ=bX;ay.eE=ag;ay.dF=bb;ay.bQ=ao;ay.cM=ax;ay.cO=ap;ay.dA=aj;ay.dB=an;ay.eK=aw;ay.fF=am;ay.bG=aN;ay.bL=aO;ay.cP=aP;ay.dW=aQ;ay.eH=aK;ay.aV=ca;ay.bM=cb;ay.bP=cc;ay.cJ=cd;ay.cQ=ce;ay.cR=cf;ay.cS=cg;ay.dL=ch;ay.dN=ci;ay.eF=cj;ay.eI=ck;ay.eM=cl;ay.eT=cm;ay.fL=cn;ay.bK=cq;ay.bN=cr;ay.eJ=cs;ay.eS=ct;const cu={'luci.wps':{status:bv({},a=>aF(a)),start:bw({network:'',section:'',ifname:'',pin:'',mac:'',house:true,origin:'',by:''},a=>ba(a)),cancel:bw({network:'',section:'',ifname:'',origin:'',by:''},a=>aW(a)),enable:bw({network:'',section:'',keys:'',force:true},a=>aJ(a)),disable:bw({network:'',section:'',force:true},a=>aI(a)),button:bw({action:'',network:''},a=>aZ(a)),press:bw({},a=>aY(a)),devices:bv({},a=>aT(a)),remove:bw({mac:'',network:''},a=>aR(a)),rename:bw({mac:'',name:'',network:''},a=>aS(a)),history:bv({limit:0},a=>aD(a)),house:bv({},a=>aE(a)),check_pin:bv({pin:''},a=>aX(a))}};au();if(!av()||ad())aC();return cu;
