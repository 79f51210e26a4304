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
function aB(...a){return aA().dW(...a);}
function aC(...a){return aA().eE(...a);}
function aD(...a){return aA().eY(...a);}
function aE(...a){return aA().eZ(...a);}
function aF(...a){return aA().fA(...a);}
let aG;function aH(){aA();aG??=require('luci.wps.jobs')(ay);return aG;}
function aI(...a){return aH().bF(...a);}
function aJ(...a){return aH().bI(...a);}
function aK(...a){return aH().eF(...a);}
let aL;function aM(){aA();aL??=require('luci.wps.devices')(ay);return aL;}
function aN(...a){return aM().bG(...a);}
function aO(...a){return aM().bK(...a);}
function aP(...a){return aM().cO(...a);}
function aQ(...a){return aM().dU(...a);}
function aR(...a){return aM().dY(...a);}
function aS(...a){return aM().eB(...a);}
function aT(...a){return aM().eX(...a);}
let aU;function aV(){aA();aU??=require('luci.wps.opening')(ay);return aU;}
function aW(...a){return aV().aW(...a);}
function aX(...a){return aV().bA(...a);}
function aY(...a){return aV().dM(...a);}
function aZ(...a){return aV().eO(...a);}
function ba(...a){return aV().eS(...a);}
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
const bt=900;function bu(a,b){return{args:a,call:c=>{let d=false;const e=(h,i)=>{if(!d)c.reply(h,i);d=true;},f=bb().monotonic+bt,g={args:{...c.args},who:c.info?.acl?.user??'unknown',deadline:f,answer:h=>e(h,0),fail:(h,i)=>{const j=aB(h,i??null);e(j.body,j.status);},isPending:()=>!d&&bb().monotonic<f};if(!bn(()=>b(g)))e({},bh);return d?null:bm();}};}
function bv(a,b){return bu(a,c=>{const d=c.args.ubus_rpc_session??null;if(d===null||bj)return b(c);const e={ubus_rpc_session:d,keys:['username']};bp([{object:'session',method:'get',args:e}],c.deadline,f=>b({...c,who:f[0].data?.values?.username??c.who}));});}
const bw=['wps_pin','ap_pin'],bx=[...bw,'wps_label','ext_registrar'],by=120,bz=30,bA=50,bB=120;function bC(a,b){return`/etc/hostapd-wps-${a}.${b}`;}
const bD=/\/etc\/hostapd-wps-[A-Za-z0-9_]+\.(cred|psk)/;function bE(a,b){const c=a===null?null:match(a,bD);return c!==null&&c[0]===a&&c[1]===b;}
function bF(a){return filter(a,b=>bE(b.psk_file,'psk'))[0]?.psk_file??null;}
const bG='skip_cred_build=1',bH='extra_cred=',bI='uuid=77707300-';function bJ(a,b){const c=bC(b,'cred');return a===c?bC(`${b}_`,'cred'):c;}
function bK(a){return[bG,bH+a];}
function bL(a){for(let b in a){const c=substr(b,length(bH));if(index(b,bH)===0&&bE(c,'cred'))return c;}
return null;}
function bM(a){return`uuid=${a}`;}
function bN(a){return`77707300-${substr(a, 0, 4)}-4${substr(a, 4, 3)}-8${substr(a, 7, 3)}-${substr(a, 10, 12)}`;}
function bO(a){return filter(a,b=>index(b,bI)===0);}
function bP(a){const b=bL(a);return filter(a,c=>{if(index(c,bI)===0)return false;return b===null||(c!==bG&&c!==bH+b);});}
const bQ='/sys/class/leds';function bR(){return map(aa.glob(`${bQ}/*:wps`,`${bQ}/*:qss`),a=>substr(a,length(bQ)+1));}
const bS='/usr/sbin/hostapd_cli';function bT(){return aa.access(bS,'x')===true;}
function bU(a,b,c,d){const e=[bS,'-i',a,'wps_pin','any',b,`${by}`];if(c!==null)push(e,c);return system(e,max(1,d-bb().monotonic))===0;}
function bV(a){system([bS,'-i',a,'wps_cancel'],50);}
function bW(a){const b=aa.open('/dev/urandom','r'),c=b?.read?.(a)??'';b?.close?.();if(length(c)!==a)die('no random numbers');let d='';for(let e=0;e<a;e++)d+=sprintf('%02x',ord(c,e));return d;}
let bX;function bY(){aA();bX??=require('luci.wps.keys')(ay);return bX;}
function bZ(...a){return bY().aV(...a);}
function ca(...a){return bY().bL(...a);}
function cb(...a){return bY().bO(...a);}
function cc(...a){return bY().cI(...a);}
function cd(...a){return bY().cP(...a);}
function ce(...a){return bY().cQ(...a);}
function cf(...a){return bY().cR(...a);}
function cg(...a){return bY().dJ(...a);}
function ch(...a){return bY().dL(...a);}
function ci(...a){return bY().eD(...a);}
function cj(...a){return bY().eG(...a);}
function ck(...a){return bY().eK(...a);}
function cl(...a){return bY().eR(...a);}
function cm(...a){return bY().fJ(...a);}
let cn;function co(){aA();cn??=require('luci.wps.light')(ay);return cn;}
function cp(...a){return co().bJ(...a);}
function cq(...a){return co().bM(...a);}
function cr(...a){return co().eH(...a);}
function cs(...a){return co().eQ(...a);}
ay.aA=bx;ay.aJ=bw;ay.aB=bA;ay.aC=bz;ay.aI=bB;ay.aL=by;ay.bC=bK;ay.bD=bL;ay.bN=bP;ay.bR=bC;ay.cH=bE;ay.dB=bJ;ay.dI=bF;ay.fE=bM;ay.fF=bO;ay.fG=bN;ay.aE=bd;ay.aF=be;ay.aG=bg;ay.aH=bc;ay.aK=bf;ay.aO=br;ay.aP=bp;ay.bQ=bn;ay.eM=bq;ay.fI=bs;ay.aD=bQ;ay.aZ=bR;ay.aN=bU;ay.aX=bV;ay.bU=bT;ay.dO=bW;ay.eC=ag;ay.dD=bb;ay.bP=ao;ay.cL=ax;ay.cN=ap;ay.cY=aj;ay.cZ=an;ay.eI=aw;ay.fD=am;ay.bG=aN;ay.bK=aO;ay.cO=aP;ay.dU=aQ;ay.eF=aK;ay.aV=bZ;ay.bL=ca;ay.bO=cb;ay.cI=cc;ay.cP=cd;ay.cQ=ce;ay.cR=cf;ay.dJ=cg;ay.dL=ch;ay.eD=ci;ay.eG=cj;ay.eK=ck;ay.eR=cl;ay.fJ=cm;ay.bJ=cp;ay.bM=cq;ay.eH=cr;ay.eQ=cs;const ct={'luci.wps':{status:bu({},a=>aF(a)),start:bv({network:'',section:'',ifname:'',pin:'',mac:'',house:true,origin:'',by:''},a=>ba(a)),cancel:bv({network:'',section:'',ifname:'',origin:'',by:''},a=>aW(a)),enable:bv({network:'',section:'',keys:'',force:true},a=>aJ(a)),disable:bv({network:'',section:'',force:true},a=>aI(a)),button:bv({action:'',network:''},a=>aZ(a)),press:bv({},a=>aY(a)),devices:bu({},a=>aT(a)),remove:bv({mac:'',network:''},a=>aR(a)),rename:bv({mac:'',name:'',network:''},a=>aS(a)),history:bu({limit:0},a=>aD(a)),house:bu({},a=>aE(a)),check_pin:bu({pin:''},a=>aX(a))}};au();if(!av()||ad())aC();return ct;
