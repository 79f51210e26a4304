'use strict';import*as aa from'fs';import*as ab from'uci';import*as ac from'uloop';return ad=>{const ae=ad.aD,af=ad.aI,ag=ad.aZ,ah=ad.bR,ai=ad.cO,aj=ad.cZ,ak=ad.dA,al=ad.dF,am=ad.fF,an='timer',ao='pattern',ap='none',aq=['delay_on','delay_off','device_name','interval','link','tx','rx','invert'];function ar(a,b){const c=aa.readfile(`${ae}/${a}/${b}`);return c===null?null:trim(c);}
function at(a,b,c){aa.writefile(`${ae}/${a}/${b}`,c);}
function au(a){return split(ar(a,'trigger')??'',' ');}
function av(a){const b=filter(au(a),c=>substr(c,0,1)==='[')[0]??'';return substr(b,1,max(0,length(b)-2));}
function aw(a,b){return index(au(a),b)>=0||av(a)===b;}
function ax(){const a=ab.cursor()??die('uci'),b=[];a.load('/etc/config/system');a.foreach('system','led',c=>{if(type(c.sysfs)==='string')push(b,c.sysfs);});return b;}
function ay(a){const b=ax(),c=filter(ag(),e=>index(b,e)<0),d=a??c[0]??null;return d!==null&&aw(d,an)?d:null;}
function az(a){const b=ar(a,'brightness');if(b===null)return null;const c={};for(let d in aq){const e=ar(a,d);if(e!==null)c[d]=e;}
return{trigger:av(a),brightness:b,settings:c};}
function aA(a){return aw(a,ao);}
function aB(a){return max(1,int(ar(a,'max_brightness')??''));}
function aC(a,b){at(a,'trigger',ap);at(a,'brightness',b?`${aB(a)}`:'0');}
function aD(a,b,c){at(a,'trigger',an);at(a,'delay_on',`${b}`);at(a,'delay_off',`${c}`);}
function aE(a,b){at(a,'trigger',ao);at(a,'pattern',b(aB(a)));}
function aF(a,b){if(index([ap,an,ao],av(a))<0)return;at(a,'brightness','0');at(a,'trigger',b.trigger);for(let c in aq)if(exists(b.settings,c))at(a,c,b.settings[c]);if(b.trigger===ap)at(a,'brightness',b.brightness);}
const aG={progress:{on:200,off:100,times:1,pause:0},error:{on:100,off:100,times:1,pause:0},overlap:{on:100,off:100,times:5,pause:500},success:{on:100,off:0,times:1,pause:0}},aH={progress:null,error:60,overlap:af,success:300},aI={waiting:'progress',connecting:'progress',success:'success',joined:'success',timeout:'error',overlap:'overlap',cancelled:null,failed:'error',lost:'error'};function aJ(a){return a.reason==='not_connected'?'error':aI[a.state];}
function aK(a,b){const c=[];for(let d=0;d<a.times;d++){const e=a.off+(d===a.times-1?a.pause:0);push(c,`${b} ${a.on} ${b} 0 0 ${e} 0 0`);}
return join(' ',c);}
let aL=null,aM=false;function aN(a,b){const c=aG[b];aM=false;if(c.off===0)aC(a,true);else if(c.pause>0&&aA(a))aE(a,d=>aK(c,d));else aD(a,c.on,c.off);return c.pause>0&&!aA(a)?c.times*(c.on+c.off)-int(c.off/2):null;}
function aO(a){const b=ak.light.shown?.until??null,c=b===null?null:max(1,b-al().monotonic);if(a!==null||c!==null)aL?.set?.(min(a??c??1,c??a??1));}
function aP(){const a=ak.light.shown;if(a===null)return;aF(a.led,a.former);ak.light={shown:null};am();ai();}
function aQ(a){const b=aH[a],c=b===null?null:al().monotonic+b*1000,d=ak.light.shown;if(d!==null&&d.sign===a&&c===null)return;const e=d===null?aj():d.led,f=d?.former??(e===null?null:az(e));if(e===null||f===null)return;ak.light={shown:{led:e,former:f,sign:a,until:c}};am();ai();aO(aN(e,a));}
function aR(){return length(filter(ak.windows,a=>a.session.open))>0;}
function aS(a,b){if(b!==null&&b.state===a.state&&b.reason===a.reason)return;const c=aR()?'progress':aJ(a);if(c===null)aP();else aQ(c);}
function aT(){if(!aR())aQ('error');}
function aU(){const a=ak.light.shown;if(a===null)return;if(a.until!==null&&a.until<=al().monotonic)return aP();const b=aG[a.sign];if(b.pause===0||aA(a.led))aO(null);else if(aM)aO(aN(a.led,a.sign));else{aM=true;aC(a.led,false);aO(b.pause+int(b.off/2));}}
aL=ac.timer(-1,()=>ah(aU));function aV(){const a=ak.light.shown;if(a===null)return;if(!exists(aH,a.sign)||(a.until===null&&!aR()))aP();else aO(aN(a.led,a.sign));}
return{bK:ay,bN:aS,eJ:aV,eS:aT};};
