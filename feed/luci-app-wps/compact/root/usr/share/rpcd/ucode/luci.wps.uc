'use strict';import*as aa from'fs';import*as ab from'ubus';import*as ac from'uci';import*as ad from'uloop';function ae(a){return a;}
function af(){const a=clock(true)??[0,0];return{monotonic:a[0]*1000+int(a[1]/1000000),epoch:time()};}
const ag=0;const ah=3;const ai=4;const aj=7;const ak=8;const al=ab.connect(null,1)??die('ubus');const am=!exists(ab,'guard');let an=null;const ao=[];function ap(){return an;}
function aq(a){try{a();}catch(b){warn(`luci.wps: ${b.message}\n${b.stacktrace[0]?.context ?? ''}\n`);}}
function ar(a,b){if(af().monotonic>=b)return{code:aj,data:null};const c=al.call(a.object,a.method,a.args??{});return{code:al.error(true)??ag,data:c};}
function at(a,b,c){if(am)return aq(()=>c(map(a,j=>ar(j,b))));const d=[];let e=length(a)+1;let f=null;const g=()=>{e--;if(e>0)return;f?.cancel?.();aq(()=>c(d));};const h=(j,k,l)=>{if(d[j])return;d[j]={code:k,data:l??null};g();};const i=map(a,(j,k)=>{const l=al.defer(j.object,j.method,j.args??{},(m,n)=>h(k,m,n));if(l===null)h(k,al.error(true)??ai,null);else an=l;return l;});if(e>1)
f=ad.timer(max(1,b-af().monotonic),()=>map(i,(j,k)=>{j?.abort?.();h(k,aj,null);}));g();}
function au(a){at([a],af().monotonic+5000,()=>null);}
function av(a,b){al.event(a,b);}
function aw(a,b){const c=al.listener('ubus.object.*',(d,e)=>{if(index(e.path,a)===0)
aq(()=>b(substr(e.path,length(a)),d==='ubus.object.add'));});push(ao,c);}
const ax={mode:['text','text'],disabled:['yes','yes'],ssid:['text','text'],encryption:['text','text'],key:['text','text'],wpa_psk_file:['text','text'],hidden:['yes','yes'],ignore_broadcast_ssid:[null,'yes'],ieee80211w:['number','number'],ieee80211r:['yes','yes'],multi_ap:['number','number'],ppsk:['yes','yes'],macfilter:['text','text'],auth_server:['list','list'],auth_server_addr:[null,'list'],maxassoc:['number','number'],max_num_sta:[null,'number'],wps_pushbutton:['yes','yes'],wps_label:['yes','yes'],wps_independent:['number','number'],wps_pin:['text','text'],ap_pin:[null,'text'],ext_registrar:['yes','yes'],wps_device_name:['text','text'],multi_ap_backhaul_ssid:['text','text'],multi_ap_backhaul_key:['text','text'],uuid:['text','text'],hostapd_bss_options:['list','list']};const ay={disabled:['yes','yes'],type:['text','text'],band:['text','text'],hwmode:['text','text'],channel:['text','text']};const az=['1','true'];const aA=['0','false'];function aB(a){return index(az,a)>=0?true:index(aA,a)>=0?false:null;}
function aC(a,b){const c=type(a)==='string'?a:'';const d=b.netifd==='c'?c:trim(c);if(match(d,/0[xX][0-9a-fA-F]+/)?.[0]===d)return hex(d);if(match(d,/-?[0-9]+/)?.[0]!==d)return null;return int(d,match(d,/0[0-7]+/)?.[0]===d?8:10);}
function aD(a){if(type(a)==='array')return a;return filter(split(`${a ?? ''}`,/[ \t]+/),b=>b!=='');}
function aE(a,b,c){const d=b[c.scripts!=='ucode'?0:1];if((a??null)===null||d===null)return null;if(d==='list')return aD(a);if(d==='yes')return aB(a);if(d==='number')return aC(a,c);return type(a)==='string'?a:null;}
function aF(a,b,c){const d={};for(let e in keys(b))d[e]=aE(a[e],b[e],c);if(!c.uuid)d.uuid=null;return d;}
const aG=['sta','mesh','adhoc'];const aH=['ssid','encryption','key','hidden','ignore_broadcast_ssid','macfilter','auth_server','auth_server_addr','ppsk','multi_ap','ieee80211w','wps_pushbutton','wps_label','wps_independent','uuid','wpa_psk_file','hostapd_bss_options'];const aI='mac80211';function aJ(a){return a===false||a===null?'':sprintf('%J',a);}
function aK(a,b){return type(b)==='double'||(type(b)==='array'&&index(ax[a],'list')<0);}
function aL(a,b,c){if(b===c)return true;if(b===null&&aK(a,c))return true;return aJ(b)===aJ(c);}
function aM(a,b){const c=a.iface.options;return length(filter(aH,d=>!aL(d,c[d],b?.[d]??null)))===0;}
function aN(a,b,c){const d=b!==null||index(c,a.type)>=0;return{...a.radio,managed:a.type===aI&&d,up:b?.up??null,stopped:b?.autostart===false,failed:b?.retry_setup_failed===true};}
function aO(a){const b=filter(a,c=>index(aG,c.config?.mode)>=0);return filter(map(b,c=>c.ifname??null),c=>c!==null);}
function aP(a,b,c,d){const e=[];const f={};for(let g in a){const h=b?.[g.radio.name]??null;const i=h?.interfaces??[];const j=aN(g,h,d);const k=aO(i);for(let l in g.drafts){const m=l.name;const n=filter(i,p=>p.section===m)[0]??null;const o=n?.ifname??null;if(f[o??''])continue;f[o??'']=o!==null;push(e,{...l.bss,radio:j,ifname:o,applied:n===null?null:aM(l,n.config??null),unsaved:c[l.bss.section]===true||c[j.name]===true,uplinks:k});}}
return e;}
const aQ=[['*tkip+aes',['CCMP','TKIP']],['*tkip+ccmp',['CCMP','TKIP']],['*aes+tkip',['CCMP','TKIP']],['*ccmp+tkip',['CCMP','TKIP']],['*ccmp256',['CCMP-256']],['*aes',['CCMP']],['*ccmp',['CCMP']],['*tkip',['TKIP']],['*gcmp256',['GCMP-256']],['*gcmp',['GCMP']],['wpa3-192*',['GCMP-256']],['*',['CCMP']]];const aR=[['wpa2*',2],['wpa3*',2],['*psk2*',2],['psk3*',2],['sae*',2],['owe*',2],['wpa*mixed*',3],['*psk*mixed*',3],['wpa*',1],['*psk*',1],['*',0]];const aS=[['owe*','owe'],['wpa3*','eap'],['psk3-mixed*','psk-sae'],['sae-mixed*','psk-sae'],['psk3*','sae'],['sae*','sae'],['*psk*','psk'],['*wpa*','eap'],['*8021x*','eap'],['*wep*','wep'],['*','none']];const aT={none:'none',owe:'owe','wpa3-192':'eap','wpa3-mixed':'eap',wpa3:'eap',psk:'psk',psk2:'psk','psk-mixed':'psk',sae:'sae',psk3:'sae','psk3-mixed':'psk-sae','sae-mixed':'psk-sae','sae-compat':'psk-sae-compat',wpa:'eap',wpa2:'eap','wpa-mixed':'eap','psk-sae':'psk-sae','psk-sae-compat':'psk-sae-compat',eap:'eap',eap2:'eap',eap192:'eap','eap-eap2':'eap'};const aU={'tkip+aes':['CCMP','TKIP'],'tkip+ccmp':['CCMP','TKIP'],'aes+tkip':['CCMP','TKIP'],'ccmp+tkip':['CCMP','TKIP'],ccmp256:['CCMP-256'],aes:['CCMP'],ccmp:['CCMP'],tkip:['TKIP'],gcmp256:['GCMP-256'],gcmp:['GCMP']};const aV={none:[],owe:['OWE'],wep:[],psk:['WPA-PSK'],'psk-sae':['WPA-PSK','SAE'],'psk-sae-compat':['WPA-PSK','SAE'],sae:['SAE'],eap:['WPA-EAP'],dpp:['DPP'],unknown:[]};function aW(a,b){return filter(a,c=>wildcard(b,c[0]))[0][1];}
function aX(a,b){if(a==='dpp'&&b.dpp)return'dpp';if(b.scripts!=='ucode')return aW(aS,a);return aT[split(a,'+')[0]]??'unknown';}
function aY(a,b){if(b.scripts!=='ucode')return aW(aQ,a);const c=index(a,'+');const d=c<0?'':substr(a,c+1);return aU[d]??(index(a,'wpa3-192')===0?['GCMP-256']:['CCMP']);}
function aZ(a,b){const c=a??'none';const d=aX(c,b);const e=d==='dpp'?2:aW(aR,c);return{auth:d,wpa:e,ciphers:e===0?[]:aY(c,b),akms:e===0?[]:aV[d]};}
const ba=['CCMP','GCMP','CCMP-256','GCMP-256'];function bb(a){const b=a.akms;if(a.auth==='eap'||index(b,'DPP')>=0||index(b,'WPA-EAP')>=0)return'enterprise';if(a.auth==='wep')return'wep';if(a.wpa===0||index(b,'OWE')>=0)return'open_network';if(length(b)===0)return'unknown_encryption';if(index(b,'WPA-PSK')<0)return'wpa3_only';const c=length(filter(a.ciphers,d=>index(ba,d)>=0))>0;return a.wpa!==1&&c?'ok':'tkip_only';}
function bc(a,b){return bb(aZ(type(a)==='string'?a:null,b));}
const bd=['wps_pin','ap_pin'];const be=[...bd,'wps_label','ext_registrar'];const bf='hostapd_bss_options';function bg(a,b){if(b.scripts==='ucode')return a;return filter(split(join(' ',a),/[ \t]+/),c=>c!=='');}
function bh(a,b){const c=`${b}=`;const d=filter(a,e=>index(e,c)===0);return length(d)>0?substr(d[length(d)-1],length(c)):null;}
function bi(a,b){const c=aF(a,ax,b);return{section:a,options:c,lines:bg(c.hostapd_bss_options??[],b),software:b};}
function bj(a){const b=length(a);return b===64?match(a,/[0-9A-Fa-f]+/)?.[0]===a:b>=8&&b<64;}
function bk(a,b,c,d){const e=bh(a.lines,b);return e===null?{value:c,option:d}:{value:e,option:bf};}
function bl(a,b,c){return a.software.scripts!=='ucode'||(a.section[b]??null)!==null?b:c;}
function bm(a){const b=match(a,/ *-?[0-9]+/)?.[0]??'';return b!==''&&index(a,b)===0?int(trim(b)):0;}
function bn(a){return filter(split(a,' '),b=>b!=='');}
function bo(a){return a.software.scripts==='ucode'&&type(a.section.encryption)==='array';}
const bp={auth:'unknown',wpa:2,ciphers:[],akms:[]};function bq(a){const b=bo(a)?bp:aZ(a.options.encryption,a.software);const c=bh(a.lines,'wpa');const d=bh(a.lines,'wpa_key_mgmt');const e=bh(a.lines,'rsn_pairwise')??bh(a.lines,'wpa_pairwise');return{auth:b.auth,wpa:c===null?b.wpa:bm(c),akms:d===null?b.akms:bn(d),ciphers:e===null?b.ciphers:bn(e)};}
function br(a){const b=bl(a,'hidden','ignore_broadcast_ssid');return bk(a,'ignore_broadcast_ssid',a.options[b]===true?'1':'0',b);}
const bs=['psk','psk-sae','psk-sae-compat','sae'];function bt(a){return index(bs,a.auth)>=0;}
function bu(a,b){const c=a.software.scripts==='old'?b.auth==='psk':bt(b);return c&&a.options.ppsk===true;}
function bv(a,b){const c=bl(a,'auth_server','auth_server_addr');const d=a.options.macfilter;let e={value:'0',option:'macfilter'};if(bu(a,b))e={value:'2',option:'ppsk'};if(length(a.options[c]??[])>0&&index(['eap','dpp','unknown'],b.auth)<0)
e={value:'2',option:c};if(d==='allow')e={value:'1',option:'macfilter'};if(d==='deny')e={value:'0',option:'macfilter'};return bk(a,'macaddr_acl',e.value,e.option);}
function bw(a){return bk(a,'ieee80211w',`${a.options.ieee80211w ?? 0}`,'ieee80211w');}
function bx(a){return a.options.wps_pushbutton===true||a.options.wps_label===true;}
function by(a){return bk(a,'wps_state',bx(a)?'2':'0','wps_pushbutton');}
function bz(a){const b=a.options.wps_independent;const c=a.software.scripts==='ucode'&&(a.section.wps_independent??null)!==null?'0':'1';return bm(bk(a,'wps_independent',`${b ?? c}`,'wps_independent').value)!==0;}
function bA(a){const b=bl(a,'maxassoc','max_num_sta');const c=bm(bk(a,'max_num_sta',`${a.options[b] ?? 0}`,b).value);return c>0?c:null;}
function bB(a){return bh(a.lines,'uuid')??a.options.uuid;}
function bC(a){return bh(a.lines,'ssid')??a.options.ssid??'';}
function bD(a){return filter(be,b=>index([null,'',false],a.options[b])<0)[0]??null;}
function bE(a,b){const c=a.options.key;if(c!==null&&bj(c))return false;const d=b||a.options.wpa_psk_file!==null;return!d||(c!==null&&(length(c)===64||a.software.scripts!=='ucode'));}
const bF=['ok','wpa3_only','tkip_only'];function bG(a,b,c){const d=a.options;const e=bb(b);const f=bb(bq({...a,lines:[]}));const g=bv(a,b);const h=bw(a);const i=br(a);const j=by(a);const k=bD(a);const l={};if(d.multi_ap===1)return{multi_ap_backhaul:'multi_ap'};if(e!=='ok')l[e]=e===f?'encryption':bf;if(bu(a,b))l.ppsk='ppsk';else{if(index(bF,e)>=0&&bE(a,c))l.bad_key='key';if(bm(g.value)===2)l.mac_authentication=g.option;}
if(bm(i.value)!==0)l.hidden_ssid=i.option;if(bm(j.value)!==2)l.wps_disabled=j.option;if(bm(g.value)===1)l.mac_allow_list=g.option;if(k!==null)l.pin_exposed=k;if(d.ieee80211r===true&&b.wpa>=2)l.fast_roaming='ieee80211r';const m=index(b.akms,'SAE')<0||b.auth==='psk-sae-compat';if(e==='ok'&&m&&bm(h.value)===2)l.pmf_required=h.option;return l;}
const bH={b:'2g',g:'2g',a:'5g'};function bI(a){const b=`${a.channel ?? ''}`;return match(b,/[0-9]+/)?.[0]===b?int(b):0;}
function bJ(a,b){const c=`${a.hwmode ?? ''}`;const d=index(c,'11')===0?substr(c,2):c;if(index(['a','b','g','ad'],d)>=0)return d;return b.scripts!=='ucode'&&bI(a)>14?'a':'g';}
function bK(a,b){const c=a.band??null;if(index(['2g','5g','6g'],c)>=0)return c;if(c==='60g'||(c!==null&&b.scripts==='ucode'))return null;return bH[bJ(a,b)]??null;}
const bL={access_network_type:[0,15],iw_access_network_type:[0,15],anqp_domain_id:[0,65535],assoc_sa_query_max_timeout:[1,4294967295],ieee80211w_max_timeout:[1,4294967295],assoc_sa_query_retry_timeout:[1,4294967295],ieee80211w_retry_timeout:[1,4294967295],dtim_period:[1,255],dynamic_vlan:['0','1','2'],eapol_version:['1','2'],ieee80211w:['0','1','2'],macfilter:['allow','deny'],ocv:[0,15],reassociation_deadline:[1000,65535],sae_pwe:['0','1','2'],time_advertisement:['0','2'],transition_disable:['on','off','0','1','sae','sae-pk','wpa3','owe']};const bM=['transition_disable'];const bN={band:['2g','5g','6g','60g'],beacon_int:[15,65535],cell_density:[0,3],chanbw:['5','10','20'],he_bss_color:[1,128],htmode:[...['NOHT','HT20','HT40-','HT40+','HT40','VHT20','VHT40','VHT80','VHT160'],...['HE20','HE40','HE80','HE160','EHT20','EHT40','EHT80','EHT160','EHT320']],log_level:[0,4],mbssid:[0,2],require_mode:['n','ac','ax'],rx_stbc:[0,4],vht160:[0,2],vht_link_adapt:[0,3],vht_max_a_mpdu_len_exp:[0,7],vht_max_mpdu:['3895','7991','11454']};function bO(a,b,c,d){if(index(bM,a)>=0)return length(filter(aD(b),g=>index(c,g)<0))===0;const e=aC(b,d);if(type(c[0])==='string')return index(c,e===null?b:`${e}`)>=0;const f=c;return e===null||((f[0]===0||e>=f[0])&&e<=f[1]);}
function bP(a,b,c){if(c.scripts!=='ucode')return null;const d=f=>(a[f]??null)!==null;const e=f=>!bO(f,a[f],b[f],c);return filter(keys(b),f=>d(f)&&e(f))[0]??null;}
function bQ(a,b){return bP(a,bL,b);}
function bR(a,b){return bP(a,bN,b);}
const bS=32;const bT=2007;function bU(a){const b=a.options.auth_server??a.options.auth_server_addr??[];const c=bh(a.lines,'eap_server')??a.section.eap_server??'0';return length(b)>0||(a.section.server??null)!==null||c==='1';}
function bV(a){return a===null||match(a,/[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/)!==null;}
function bW(a){return a===''||index(a,'#')===0||match(a,/[a-z][a-z0-9_]*=.*/)?.[0]===a;}
function bX(a,b){const c=a.options.key;if(bu(a,b))return false;if(c===null)return a.software.scripts==='old'&&a.options.wpa_psk_file===null;return!bj(c)&&(length(c)===64||a.software.scripts!=='ucode');}
function bY(a,b){const c=a.options;const d=c.ieee80211r===true&&b.wpa>=2&&b.auth!=='psk';const e=b.auth==='owe'?null:c.key;return(a.software.scripts==='shell'&&d&&e===null&&(a.section.auth_secret??null)===null);}
function bZ(a){const b=a.options.multi_ap_backhaul_key;return(a.options.multi_ap>0&&!!a.options.multi_ap_backhaul_ssid&&b!==null&&length(b)<8);}
function ca(a,b){const c=a.options;const d=bb(b);const e=a.software.scripts!=='ucode';const f=length(c.ssid??'');if(f>bS||(e&&f===0))return'ssid';if(index([null,0,1,2,3],c.multi_ap)<0)return'multi_ap';if((c.maxassoc??c.max_num_sta??0)>bT)return'maxassoc';if(d==='wep')return'encryption';if(d==='unknown_encryption'&&(bo(a)||c.wpa_psk_file===null))
return'encryption';if(bu(a,b)&&bm(bv(a,b).value)!==2)return'macfilter';if(b.auth==='eap'&&!bU(a))return'auth_server';if(bt(b)&&bX(a,b))return'key';if(bY(a,b))return'ieee80211r';if(e&&bx(a)&&bZ(a))return'multi_ap_backhaul_key';if(bx(a)&&!bV(bB(a)))return'uuid';if(bx(a)&&length(c.wps_device_name??'')>bS)return'wps_device_name';return length(filter(a.lines,g=>!bW(g)))>0?bf:null;}
const cb=['ap','sta','adhoc','mesh'];function cc(a,b){const c=index(cb,a.options.mode)>=0;const d=c?bQ(a.section,a.software):null;return d??(a.options.mode==='ap'?ca(a,b):null);}
function cd(a,b){const c=a.country??null;if(c!==null&&match(c,/[A-Z0-9][A-Z0-9].*/)?.[0]!==c)return'country';return bR(a,b);}
function ce(a,b){const c=filter(values(a),d=>d['.type']===b);return sort(c,(d,e)=>d['.index']-e['.index']);}
function cf(a,b,c){return a['.anonymous']&&c.netifd==='c'?`@${a['.type']}[${b}]`:a['.name'];}
const cg=['yes','yes'];function ch(a,b,c){const d=a.iface??null;if(c.netifd==='c')return d===null||type(d)==='array'||d===b;return d===null||index(aD(d),b)>=0;}
function ci(a,b,c){if(c.netifd==='c'&&a['.anonymous'])return false;const d=filter(b,e=>aE(e.disabled,cg,c)!==true&&ch(e,a['.name'],c));return length(d)>0;}
function cj(a){const b={};return map(a,(c,d)=>{const e=c.options.key;return e===null?d:(b[`key ${e}`]??=d);});}
function ck(a){const b=a.section.device??null;if(a.software.netifd==='ucode')return aD(b);if(type(b)==='array')return a.software.scripts==='old'?[]:b;return b===null?[]:[b];}
function cl(a,b,c){const d=cd(a,c);if(d!==null)return{section:a['.name'],option:d};for(let e in b){const f=e.options.disabled===true?null:cc(e,bq(e));if(f!==null)return{section:e.section['.name'],option:f};}
return null;}
function cm(a,b,c){const d=aF(a,ay,c);const e=bI(d);return{name:a['.name'],band:bK(d,c),channel:e>0?e:null,disabled:d.disabled===true,managed:true,up:null,stopped:false,failed:false,refusal:b};}
function cn(a,b,c,d){const e=bq(a);const f=a.options;const g=bG(a,e,d);if(b.band==='6g')g.band_6ghz='band';return{section:a.section['.name'],radio:b,ifname:null,ssid:bC(a),disabled:f.disabled===true,encryption:f.encryption??'none',protection:bb(e),sae:index(e.akms,'SAE')>=0,key_number:c,faults:g,capacity:bA(a),wps:bm(by(a).value)===2,independent:bz(a),uuid:bB(a),raw:a.lines,applied:null,psk_file:f.wpa_psk_file,stations:d,unsaved:false,uplinks:[]};}
function co(a,b){const c=ce(a,'wifi-station');const d=map(ce(a,'wifi-iface'),f=>bi(f,b));const e=cj(d);return map(ce(a,'wifi-device'),f=>{const g=filter(d,j=>index(ck(j),f['.name'])>=0);const h=cm(f,cl(f,g,b),b);const i=filter(g,j=>j.options.mode==='ap');return{radio:h,type:type(f.type)==='string'?f.type:null,drafts:map(i,j=>{const k=index(d,j);const l=ci(j.section,c,b);const m=cf(j.section,k,b);return{bss:cn(j,h,e[k],l),iface:j,name:m};})};});}
function cp(a){const b=a.ap_uc??a.hostapd_sh??'';return{netifd:a.netifd_ucode?'ucode':'c',scripts:a.ap_uc!==null?'ucode':index(b,'sae_password_file')>=0?'shell':'old',uuid:index(b,'uuid')>=0,dpp:index(b,'dpp')>=0};}
const cq=5;const cr=2000;let cs=0;let ct=0;function cu(a){const b=af();const c=b.epoch*1000-b.monotonic;if(c-cs>cr||cs-c>cr){cs=c;ct++;}
let d=`${ct}`;let e=true;for(let f in a){const g=aa.stat(f);d+=g===null?'/':`/${g.inode} ${g.size} ${g.ctime}`;if(g!==null&&g.ctime>=b.epoch-cq)e=false;}
return{text:d,settled:e};}
function cv(a,b,c){if(a?.text===b.text)return a;return{text:b.settled?b.text:'',value:c()};}
const cw='/etc/config/wireless';function cx(){const a=ac.cursor()??die('uci');a.load(cw);return a;}
function cy(){return cx().get_all('wireless')??{};}
const cz='/var/run/rpcd';const cA=/[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/;function cB(){const a={};const b=filter(aa.lsdir(cz)??[],c=>index(c,'uci-')===0);for(let c in['/tmp/.uci',...map(b,d=>`${cz}/${d}`)]){const d=aa.readfile(`${c}/wireless`);if(d===null)continue;for(let e in split(d,'\n')){const f=match(e,cA);if(f?.[0]===e)a[f[1]]=true;}}
return a;}
function cC(){const a=[];for(let b in aa.lsdir('/lib/netifd/wireless')??[]){if(substr(b,-3)==='.sh')push(a,substr(b,0,length(b)-3));}
return a;}
const cD='/usr/share/ucode/wifi/ap.uc';const cE='/lib/netifd/hostapd.sh';const cF='/lib/netifd/wireless.uc';const cG=[cD,cE,cF];const cH=[cw,...cG];function cI(){return cu(cG);}
function cJ(){return cu(cH);}
function cK(){return{netifd_ucode:aa.access(cF)===true,ap_uc:aa.readfile(cD),hostapd_sh:aa.readfile(cE)};}
function cL(a){const b=match(a,/@wifi-iface\[-?[0-9]+\]/);return b?.[0]===a?(cx().get_all('wireless',a)?.['.name']??a):a;}
function cM(a){return trim(aa.readfile(`/sys/class/net/${a}/address`)??'')||null;}
let cN=null;let cO=null;function cP(){cN=cv(cN,cI(),()=>cp(cK()));return cN.value;}
function cQ(){cO=cv(cO,cJ(),()=>co(cy(),cP()));return cO.value;}
let cR=null;function cS(a){const b=cQ();const c=cB();const d=cC();const e=sprintf('%J',[a,c,d]);if(cR?.configuration!==b||cR?.told!==e)
cR={configuration:b,told:e,bsses:aP(b,a,c,d)};return cR.bsses;}
const cT={fix:'package',refusal:'wps_not_supported'};const cU={fix:'wireless',refusal:'unsuitable_network'};const cV={fix:'wait',refusal:'not_on_air'};const cW={fix:'wireless',refusal:null};const cX={no_daemon:cT,daemon_without_wps:cT,daemon_restart_needed:{...cT,fix:null},not_managed:{...cV,fix:null},radio_disabled:{...cV,fix:'wireless'},radio_stopped:{...cV,fix:'wireless'},radio_failed:{...cV,fix:'wireless'},multi_ap_backhaul:{...cU,fix:null},unknown_encryption:cU,open_network:cU,wep:cU,tkip_only:cU,enterprise:cU,wpa3_only:cU,bad_key:cU,ppsk:cU,mac_authentication:cU,hidden_ssid:cU,band_6ghz:{...cU,fix:null},wps_disabled:{fix:'enable',refusal:'wps_disabled'},unsaved_changes:{fix:'wireless',refusal:'busy'},radio_down:cV,radar_check:cV,not_on_air:cV,silent:{...cV,fix:'enable'},window_open:{fix:'wait',refusal:'already_open'},overlap:{fix:'wait',refusal:'overlap'},full:{fix:'wireless',refusal:'unsuitable_network'},mac_allow_list:cW,not_persistent:{...cW,fix:'enable'},bands_apart:{...cW,fix:'enable'},routers_apart:{...cW,fix:'enable'},shared_flag:cW,pin_exposed:{...cW,fix:'enable'},fast_roaming:cW,pmf_required:cW,other_routers:{...cW,fix:null}};const cY=keys(cX);function cZ(a,b){return length(filter(values(a.faults),c=>c===b))>0;}
function da(a){const b=filter(keys(a.faults),c=>cX[c].refusal==='unsuitable_network');return length(b)===0&&a.radio.managed;}
const db=['fast_roaming','pmf_required'];function dc(a){const b={};for(let c in keys(a.faults))if(a.wps||index(db,c)<0)b[c]=a.faults[c];return b;}
function dd(a){const b=a.bss;const c=b.radio;const d=a.daemon;const e=c.refusal;const f=!b.disabled&&!c.disabled;const g=f&&(c.managed||a.answers);const h=e!==null&&e.section===b.section&&cZ(b,e.option);const i=g&&!a.answers&&(c.failed||e!==null);const j=g&&!c.stopped&&!i&&a.radar_left===0;return{...dc(b),no_daemon:!a.daemon_installed,daemon_without_wps:a.daemon_installed&&d.installed_has_wps===false,daemon_restart_needed:d.installed_has_wps!==null&&d.running_has_wps===!d.installed_has_wps,not_managed:f&&!g&&'type',radio_disabled:!f&&'disabled',radio_stopped:g&&c.stopped,radio_failed:i&&!h&&!c.stopped&&(e?.option??true),unsaved_changes:b.unsaved||b.applied===false,radio_down:j&&c.up!==true,radar_check:f&&a.radar_left>0&&a.radar_left,not_on_air:j&&c.up===true&&!a.answers,silent:j&&a.answers&&a.beacons===false,full:a.full&&'maxassoc',window_open:a.open!==null&&(a.open.remaining??true),overlap:a.overlap_left>0&&a.overlap_left,not_persistent:b.wps&&da(b)&&!a.persistent&&bf,shared_flag:b.wps&&(a.grouped?'wps_independent':a.flagged>1&&'wps_pushbutton'),routers_apart:b.wps&&a.apart&&'uuid',other_routers:b.wps&&a.elsewhere};}
function de(a,b,c){if(a==='silent'&&c.uplink_away)return'wait';if(a==='wps_disabled'&&b===bf)return'wireless';return cX[a].fix;}
function df(a){const b=dd(a);const c=[];for(let d in cY){const e=b[d]??false;if(e===false)continue;const f=cX[d];push(c,{code:d,severity:f.refusal===null?'warning':'error',option:type(e)==='string'?`${e}`:null,fix:de(d,e,a),seconds:type(e)==='int'?int(e):null,sections:[a.bss.section]});}
return c;}
function dg(a){return filter(a,b=>b.severity==='error')[0]??null;}
const dh={network:null,section:null,ifname:null};function di(a,b){if(a.network!==null)return b[0].ssid===a.network;if(a.section!==null)return length(filter(b,c=>c.section===a.section))>0;if(a.ifname!==null)return length(filter(b,c=>c.ifname===a.ifname))>0;return true;}
function dj(a){return(a===null?null:cX[a.code].refusal)??'wps_disabled';}
function dk(a,b){if(a.ifname!==null){const c=filter(b.places,d=>d.bss.ifname===a.ifname)[0];return c.ready?{error:null,whole:b,opening:[c.bss]}:{error:dj(dg(c.problems))};}
return b.ready?{error:null,whole:b,opening:b.opening}:{error:dj(b.obstacle)};}
function dl(a){const b=filter(a,d=>d.enabled);const c=length(b)>0?b:a;return{error:length(c)===1?dj(c[0].obstacle):'wps_disabled'};}
function dm(a,b){const c=b.network!==null||b.section!==null||b.ifname!==null;const d=filter(a,f=>di(b,map(f.places,g=>g.bss)));if(c&&length(d)===0)return{error:'unknown_target'};if(length(d)===1&&(c||d[0].ready))return dk(b,d[0]);const e=filter(d,f=>f.ready);if(length(e)===1)return dk(b,e[0]);if(length(e)>1)return{error:'ambiguous_target'};return c?{error:dj(d[0].obstacle)}:dl(d);}
function dn(a,b){if(b!==null)return{...dh,network:b};const c=filter(a,d=>d.enabled)[0]??null;return c===null?null:{...dh,section:c.places[0].bss.section};}
const dp='/etc/rc.button/wps';const dq='/etc/rc.wps/';let dr=null;function ds(){dr??=index(aa.readfile(dp)??'',dq)>=0;return dr;}
const dt='/etc/config/wps';let du=null;function dv(){const a=ac.cursor()??die('uci');a.load(dt);return a;}
function dw(){const a={};dv().foreach('wps',null,b=>{const c={};const d={};for(let e in keys(b))
if(substr(e,0,1)==='.')continue;else if(type(b[e])==='array')d[e]=b[e];else c[e]=`${b[e]}`;a[b['.type']]??=[];push(a[b['.type']],{name:b['.name'],options:c,lists:d});});return a;}
function dx(a){du=cv(du,cu([dt]),dw);return du.value[a]??[];}
function dy(a,b,c){if(aa.access(dt)!==true&&aa.writefile(dt,'')===null)return false;const d=dv();d.set('wps',a,b);for(let e in keys(c)){const f=c[e];if(f!==null)d.set('wps',a,e,f);else if((d.get('wps',a,e)??null)!==null)d.delete('wps',a,e);}
return d.commit()===true;}
function dz(a){if(length(a)===0)return true;const b=dv();for(let c in a)if((b.get('wps',c)??null)!==null)b.delete('wps',c);return b.commit()===true;}
let dA=null;try{dA=require('log');}catch{dA=null;}
function dB(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(dA)dA.syslog(dA.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function dC(a){return{object:'log',method:'read',args:{lines:a,stream:false}};}
function dD(a){return a?.data?.log??[];}
function dE(a){av('luci.wps',a);}
const dF=['ok','wpa3_only','tkip_only'];function dG(a){return index(dF,a.protection)>=0?'personal':a.protection;}
function dH(a){const b=[];const c={};for(let d in a){const e=`${d.key_number} ${dG(d)} ${d.ssid}`;const f=c[e]??-1;if(f>=0)push(b[f],d);else{c[e]=length(b);push(b,[d]);}}
return b;}
function dI(a){return length(filter(a,b=>b.independent))===0;}
function dJ(a){if(length(a)<2||dI(a))return true;const b=a[0].uuid;return b!==null&&length(filter(a,c=>c.uuid!==b))===0;}
function dK(a){if(dJ(a))return a;return slice([...filter(a,b=>b.radio.band==='2g'),...a],0,1);}
function dL(a){const b=filter(a,c=>!c.independent);return[...slice(b,0,1),...filter(a,c=>c.independent)];}
function dM(a){const b=[];for(let c in a)if(index(b,c.section)<0)push(b,c.section);return b;}
const dN=120;const dO=30;const dP=50;const dQ=120;const dR=(dN+5)*1000;const dS=(dN-2)*1000;function dT(a){return map(a,b=>b.ifname);}
function dU(a,b){return{session:{id:a.id,network:a.network,ifnames:dT(a.parts),ifname:null,section:null,method:a.method,origin:a.origin,by:a.by,state:'waiting',open:true,started:a.origin==='external'?null:b.epoch,ended:null,duration:dN,remaining:null,attempts_failed:0,reason:null,peer:null},parts:a.parts,homes:a.homes,exclusive:a.exclusive,since:b.monotonic,logged:null,cancelling:null,until:null};}
function dV(a){return a.session.open?filter(a.parts,b=>b.ending===null):[];}
function dW(a,b){return a.session.method==='pin'||!b.independent;}
function dX(a){const b=filter(dV(a),c=>dW(a,c)&&c.last.result!=='None');return length(b)>0;}
function dY(a){return a.session.open||a.until!==null;}
function dZ(a,b){const c=a.session.state==='connecting'?'still_trying':null;return{...a,cancelling:['cancelled',b??c]};}
function ea(a,b){return{...a,session:{...a.session,...b}};}
function eb(a,b,c){return ea(a,{state:b[0],reason:b[1],open:false,ended:c.epoch,peer:null});}
function ec(a,b){return{mac:a,name:null,ip:null,signal:b?.signal??null,authorized:b!==null&&b.authorized&&!b.wps};}
function ed(a,b){const c=a.session;const d=b?.ifname??null;if(c.ifname===d)return a;return{...a,session:{...c,ifname:d,section:b?.section??null}};}
function ee(a,b,c,d){const e={...ed(a,b),until:d.monotonic+dO*1000};return ea(e,{state:'success',reason:null,open:false,ended:d.epoch,peer:ec(c,null)});}
function ef(a){const b=a?.kind==='answer'?a.clients:null;return filter(keys(b??{}),c=>b?.[c]?.wps===true)[0]??null;}
function eg(a,b){const c=dV(a);const d=filter(c,g=>{const h=b[g.ifname]??null;return h?.kind==='answer'&&h.clients!==null;});const e=filter(d,g=>ef(b[g.ifname]??null)!==null)[0]??null;const f={state:'waiting',reason:null,open:true,ended:null,peer:null};if(e!==null){const g=b[e.ifname]??null;const h=ef(g)??'';const i=g?.kind==='answer'?(g.clients?.[h]??null):null;const j=a.session.peer?.mac===h&&a.session.peer?.signal===i?.signal;if(j&&a.session.ifname===e.ifname)return a;return ea(ed(a,e),{...f,state:'connecting',peer:ec(h,i)});}
if(a.session.state==='waiting'||length(d)<length(c))return a;return ea(ed(a,null),f);}
function eh(a,b,c,d){if(c)return['failed',b.reason??'authentication_failure'];if(a.cancelling!==null)return a.cancelling;return d>=dN*1000?['timeout',null]:null;}
function ei(a,b){if(a.cancelling!==null)return a.cancelling;if(b>=dS)return['timeout',null];return a.session.started===null?['timeout','start_not_seen']:['cancelled','elsewhere'];}
function ej(a,b){if(!b.independent)return['lost','sibling'];if(a.session.attempts_failed>0)return['failed',b.last.reason??'unknown'];return['lost','daemon_restarted'];}
function ek(a,b){if(b<=dR)return null;if(a.cancelling!==null)return a.cancelling;return a.session.started===null?['lost','stale']:['timeout','elsewhere'];}
function el(a,b,c,d,e){if(a.session.method==='pin')return eh(a,b.last,d,e);switch(c){case'Active':return ek(a,e);case'Overlap':return['overlap','several_devices'];case'Timed-out':return ei(a,e);default:return ej(a,b);}}
function em(a,b){const c=a.result==='Success'?`WPS-REG-SUCCESS ${a.peer} `:'WPS-FAIL ';return a.result!=='None'&&length(filter(b,d=>index(d,c)===0))>0;}
function en(a){const b=filter(a,c=>index(c,'WPS-REG-SUCCESS ')===0)[0]??null;return b===null?null:(split(b,' ')[1]??null);}
function eo(a,b){return{part:b===null?a:{...a,ending:b},mac:null,failed:false};}
function ep(a,b,c,d){const e=d.monotonic-a.since;if(c.kind==='gone'){const n=en(c.told);return{...eo(b,n===null?['lost','access_point_gone']:null),mac:n};}
if(c.kind==='no_wps')return eo(b,['lost','daemon_restarted']);if(c.kind==='answer'&&c.registrar===null)return eo(b,null);const f=c.kind==='answer'?c.registrar:null;if(c.kind==='silent'||f===null||f.pbc==='Unknown'||f.result==='Unknown'){if(a.cancelling!==null)return eo(b,a.cancelling);return eo(b,e>dR?['lost','no_answer']:null);}
const g=b.last;const h=f.result!==g.result||f.peer!==g.peer||f.reason!==g.reason;const i=h||em(f,c.told);const j=i&&f.result==='Failed';const k=h?{...b,last:f}:b;if(i&&f.result==='None')return eo(k,['lost','daemon_restarted']);const l=f.pbc==='Disabled'&&a.session.method==='pbc'&&b.independent;if(f.result==='Success'&&f.peer!==null&&(i||l))
return{part:k,mac:f.peer,failed:false};const m=j?{...a,session:{...a.session,attempts_failed:1}}:a;return{...eo(k,el(m,k,f.pbc,j,e)),failed:j};}
const eq=['overlap','failed','timeout','cancelled','lost'];function er(a){for(let b in eq)for(let c in a)if(c.ending?.[0]===b)return c.ending;return['lost','no_answer'];}
function es(a,b){return b?.[0]==='overlap'||(b?.[0]==='failed'&&a.session.method==='pin');}
function et(a,b,c){return b===c?a:map(a,d=>(d===b?c:d));}
function eu(a,b,c){let d=a.parts;let e=a.session.attempts_failed;let f=a.logged;let g=null;for(let l in dV(a)){const m=b[l.ifname]??null;if(m===null)continue;const n=ep(a,l,m,c);d=et(d,l,n.part);if(n.failed)e++;if(n.part.last!==l.last&&dW(a,l))f=null;if(n.mac!==null)g??=n;}
if(d===a.parts&&e===a.session.attempts_failed&&g===null)
return eg(a,b);const h=filter(d,l=>l.ending===null);const i=filter(d,l=>es(a,l.ending))[0]??null;const j={...a,parts:d,logged:f,session:{...a.session,attempts_failed:e}};if(g!==null)return ee(j,g.part,g.mac??'',c);if(i!==null)return eb(j,er([i]),c);if(length(h)>0){j.session.ifnames=dT(h);return eg(j,b);}
const k=filter(d,l=>l.ending?.[1]==='sibling'&&l.last.result==='Success')[0]??null;if(a.exclusive&&k!==null)return ee(j,k,k.last.peer??'',c);return eb(j,er(d),c);}
function ev(a,b,c,d){const e=a.session;if(e.state!=='success')return a;const f=e.peer;const g={...a,until:null};let h=true;for(let i in a.homes){const j=c[i.ifname]??null;if(j===null||(j.kind==='answer'&&j.clients===null))h=false;if(j?.kind!=='answer')continue;const k=ec(f.mac,j.clients?.[f.mac]??null);if(k.authorized)
return ea(ed(g,i),{state:'joined',open:false,ended:e.ended,reason:null,peer:{...f,authorized:true,signal:k.signal}});}
if(d.monotonic>=b+(h?0:dR-dN*1000))
return ea(g,{state:'success',open:false,ended:e.ended,reason:'not_connected',peer:f});return a;}
function ew(a,b,c){if(a.session.open)return eu(a,b,c);return a.until===null?a:ev(a,a.until,b,c);}
function ex(a,b){if(b.session.open||!a.session.open)return[];return filter(b.parts,c=>c.ending===null&&c.ifname!==b.session.ifname);}
function ey(a,b,c){const d=a.session;const e=d.peer;if(e===null||(e.name===b&&e.ip===c))return a;return ea(a,{...d,peer:{...e,name:b,ip:c}});}
function ez(a,b){const c=a.session;const d=c.open?max(0,dN-int((b.monotonic-a.since)/1000)):0;return{...c,remaining:c.started===null?null:d};}
const eA=['Disabled','Active','Timed-out','Overlap'];const eB=['None','Success','Failed'];const eC={pbc:'Disabled',result:'None',reason:null,peer:null};function eD(a,b){return{object:`hostapd.${a}`,method:b};}
const eE=/([0-9a-f]{2}:){5}[0-9a-f]{2}/;function eF(a){return match(a,eE)?.[0]===a;}
function eG(a){const b=a.last_wps_result;const c=a.reason==='Authentication Failure';const d=a.peer_address;return{pbc:index(eA,a.pbc_status)<0?'Unknown':a.pbc_status,result:index(eB,b)<0?'Unknown':b,reason:c?'authentication_failure':a.reason?'unknown':null,peer:type(d)==='string'&&eF(d)?d:null};}
function eH(a){const b={};for(let c in keys(a?.clients??{})){const d=a.clients[c];b[lc(c)]={authorized:d.authorized===true,wps:d.wps===true,signal:type(d.signal)==='int'?d.signal:null};}
return b;}
function eI(a,b,c){if(a.code===ah)return{kind:'no_wps'};if(a.code===ai)return{kind:'gone',told:c};if(a.code!==ag||type(a.data)!=='object')return{kind:'silent'};return{kind:'answer',registrar:eG(a.data),clients:b?.code===ag?eH(b.data):null,told:c};}
function eJ(a){if(a.code===ai)return{kind:'gone',told:[]};if(a.code!==ag)return{kind:'silent'};return{kind:'answer',registrar:null,clients:eH(a.data),told:[]};}
const eK=/hostapd(\[[0-9]+\])?: ([A-Za-z0-9._-]+): (.*)/;function eL(a){const b=match(a.msg,eK);return b?.[0]===a.msg?{ifname:b[2],text:b[3]}:null;}
function eM(a){const b=[];for(let c in a){const d=split(eL(c)?.text??'',' ');if(d[0]!=='AP-STA-CONNECTED'||length(d)<3||!eF(d[1]))continue;if(index(d[2],'keyid=')===0)
push(b,{mac:d[1],id:substr(d[2],length('keyid='))});}
return b;}
function eN(a,b,c){if(length(c)===0||c[0].id>b+1||c[length(c)-1].id<b)return null;for(let d in c){const e=eL(d);if(d.id<=b||e===null||index(a,e.ifname)<0)continue;if(index(e.text,'CTRL-EVENT-EAP-STARTED ')===0)return true;}
return false;}
function eO(a,b,c){const d=[];for(let e in c){const f=eL(e);if(f?.ifname!==a||e.id<=(b??e.id))continue;if(index(f.text,'WPS-')===0)push(d,f.text);}
return d;}
const eP=ae('The Wi-Fi software did not answer.');const eQ=ae('WPS is off on this network.');const eR={invalid_argument:{status:2,message:ae('The arguments are not valid.')},ambiguous_target:{status:2,message:ae('Several networks are ready: name one.')},pin_invalid:{status:2,message:ae('This is not a valid WPS PIN: check its digits.')},wps_not_supported:{status:3,message:ae('The running Wi-Fi software has no WPS.')},unknown_target:{status:4,message:ae('There is no such network or access point.')},unknown_device:{status:4,message:ae('No such device has joined by WPS.')},not_on_air:{status:4,message:ae('The network is configured, but not on the air.')},already_open:{status:6,message:ae('WPS is active already.')},busy:{status:6,message:ae('Another change is still under way.')},timeout:{status:7,message:eP},wps_disabled:{status:8,message:eQ},overlap:{status:8,message:ae('Several devices asked to join within two minutes: stop WPS on the others and wait.')},unsuitable_network:{status:8,message:ae('WPS cannot work with the settings of this network.')},devices_would_go:{status:8,message:ae('Devices with keys of their own would lose them.')},button_absent:{status:8,message:ae('This version of OpenWrt leaves no place for the WPS button.')},not_saved:{status:9,message:ae('The settings could not be written.')},pin_unavailable:{status:8,message:ae('Joining by PIN needs the package hostapd-utils.')}};const eS=900;function eT(a,b){return{args:a,call:c=>{let d=false;const e=(h,i)=>{if(!d)c.reply(h,i);d=true;};const f=af().monotonic+eS;const g={args:{...c.args},who:c.info?.acl?.user??'unknown',deadline:f,answer:h=>e(h,0),fail:(h,i)=>{const j={code:h,message:eR[h].message};if(type(i)==='string')j.argument=`${i}`;if(type(i)==='int')j.devices=int(i??0);e({error:j},eR[h].status);},isPending:()=>!d&&af().monotonic<f};aq(()=>b(g));return d?null:ap();}};}
function eU(a,b){return eT(a,c=>{const d=c.args.ubus_rpc_session??null;if(d===null||am)return b(c);const e={ubus_rpc_session:d,keys:['username']};at([{object:'session',method:'get',args:e}],c.deadline,f=>b({...c,who:f[0].data?.values?.username??c.who}));});}
function eV(a,b){return a.args[b]??null;}
function eW(a){for(let b in keys(a.args))
if(a.args[b]===''&&b!=='ubus_rpc_session')return b;return null;}
function eX(a){const b=eV(a,'origin')??'luci.wps';const c=eV(a,'by');const d=c===null||match(c,/[A-Za-z0-9_.-]{1,32}/)?.[0]===c;const e=b!=='house'&&b!=='luci.wps'?'origin':d?null:'by';if(e!==null){a.fail('invalid_argument',e);return null;}
return b==='house'?{origin:b,by:c??b}:{origin:'luci.wps',by:a.who};}
function eY(a){const b=eV(a,'section');const c={network:eV(a,'network'),section:b===null?null:cL(b),ifname:eV(a,'ifname')};const d=filter(keys(c),f=>c[f]!==null);const e=eW(a)??(length(d)>1?d[1]:null);if(e===null)return c;a.fail('invalid_argument',e);return null;}
function eZ(a){return map(a,b=>b.bss);}
function fa(a){const b=filter(a.problems,c=>cX[c.code].refusal==='unsuitable_network'&&c.code!=='full');return length(b)===0;}
function fb(a){const b={};for(let d in a){const e=b[d.code]??null;if(e===null)b[d.code]={...d,sections:[...d.sections]};else{for(let f in d.sections)
if(index(e.sections,f)<0)push(e.sections,f);if(e.seconds!==null)e.seconds=min(e.seconds,d.seconds??e.seconds);}}
const c=[];for(let d in keys(cX)){const e=b[d]??null;if(e!==null)push(c,e);}
return c;}
function fc(a){if(dJ(a))return[];const b=cX.bands_apart;return[{code:'bands_apart',severity:'warning',option:'wps_independent',fix:b.fix,seconds:null,sections:dM(a)}];}
function fd(a){const b=dg(a.problems);return b===null?length(cX):index(keys(cX),b.code);}
function fe(a){const b=filter(a,f=>f.bss.wps&&!f.bss.disabled);const c=filter(a,f=>f.ready);const d=fc(eZ(b));let e=a[0];for(let f in a){for(let g in f.problems)push(d,g);if(fd(f)>fd(e))e=f;}
return{places:a,enabled:length(b)>0,ready:length(c)>0,opening:dK(eZ(c)),problems:fb(d),obstacle:length(c)>0?null:dg(e.problems)};}
const ff='wpad-mbedtls';function fg(a){if(a.installed_has_wps===null)return null;if(a.installed_has_wps)
return a.running_has_wps===false?['service wpad restart','wifi']:null;const b=a.package;const c=b===null?ff:replace(b,/-(basic|mini)/,'');if(c===b)return null;const d=b===null?'':` && opkg remove ${b}`;const e=b===null?'':` '!${b}' && apk del ${b}`;const f={opkg:`mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${c}${d} && opkg --cache /tmp/wpad install ${c} && reboot`,apk:`apk update && apk --cache-predownload add ${c}${e} && reboot`};return a.package_manager===null?null:[f[a.package_manager]];}
function fh(a){const b=`/sys/class/net/${a}/carrier`;const c=aa.readfile(b,1);if(c===null)return aa.access(b)===true?false:null;return c==='1'?true:c==='0'?false:null;}
const fi='/var/run/luci-wps-house.json';function fj(){const a=aa.readfile(fi);if(a===null)return null;try{const b=json(a);return type(b?.routers)==='array'&&type(b.connected)==='bool'?b:null;}catch{return null;}}
function fk(){return dx('house')[0]?.options?.uuid??null;}
function fl(a,b){au({object:'luci.wps.house',method:'start',args:{network:a,session:b}});}
const fm='/usr/sbin/hostapd_cli';function fn(){return aa.access(fm,'x')===true;}
function fo(a,b,c,d){const e=[fm,'-i',a,'wps_pin','any',b,`${dN}`];if(c!==null)push(e,c);return system(e,max(1,d-af().monotonic))===0;}
function fp(a){system([fm,'-i',a,'wps_cancel'],50);}
const fq='/usr/sbin/hostapd';const fr=500;const fs=10000;let ft='';let fu=false;let fv=0;function fw(){const a=aa.stat(fq);if(a===null)return false;const b=`${a.inode} ${a.size} ${a.mtime}`;if(b===ft)return fu;if(af().monotonic<fv)return null;const c=system([fq,'-vwps'],fr);if(c<0||c>125){fv=af().monotonic+fs;return null;}
ft=b;fu=c===0;return fu;}
function fx(){if(aa.access('/lib/apk/db/installed'))return'apk';return aa.access('/usr/lib/opkg/status')?'opkg':null;}
function fy(){const a=/\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;for(let b in aa.glob('/lib/apk/packages/[hw]*.list','/usr/lib/opkg/info/[hw]*.control')){const c=match(b,a);if(c)return c[1];}
return null;}
let fz=null;function fA(){fz=cv(fz,cu(['/lib/apk/packages','/usr/lib/opkg/info']),fy);return fz.value;}
function fB(){return aa.access(fq)===true;}
function fC(){return{package:fA(),installed_has_wps:fw(),pin_available:fn(),package_manager:fx()};}
const fD=52;const fE=144;const fF=120;const fG=128;function fH(a){const b=a??fD;if(b<fD||b>fE)return 0;return b>=fF&&b<=fG?600000:60000;}
const fI={};const fJ={};function fK(a,b,c){if(b.kind==='answer'||a.band!=='5g'||a.up!==true)delete fJ[a.name];else if(b.kind==='gone')fJ[a.name]??=c+fH(a.channel);}
function fL(){return length(fJ)>0;}
function fM(a,b){return max(0,int(((fJ[a.name]??0)-b)/1000));}
const fN=10000;let fO=0;let fP=0;function fQ(a){const b=filter(a,e=>!exists(fI,e.radio.name));const c=af().monotonic;const d=length(b)>0?b:c-fO<fN?[]:a;if(length(d)===0)return[];fO=c;fP++;return[d[fP%length(d)]];}
function fR(){for(let a in keys(fI))delete fI[a];}
function fS(a,b){if(type(b?.data?.channel)==='int')fI[a]=b.data.channel;}
function fT(a){return fI[a.name]??a.channel;}
const fU=0x100e;const fV=0x1026;const fW=0x1045;const fX=0x1003;const fY=0x100f;const fZ=0x1027;const ga=0x1020;const gb=0x0020;const gc=0x0008;function gd(a){return chr(int(a/256),a%256);}
function ge(a,b){return gd(a)+gd(length(b))+b;}
function gf(a,b){return ge(fU,ge(fV,chr(1))+
ge(fW,a)+
ge(fX,gd(gb))+
ge(fY,gd(gc))+
ge(fZ,b)+
ge(ga,chr(255,255,255,255,255,255)));}
function gg(a,b){return`/etc/hostapd-wps-${a}.${b}`;}
const gh=/\/etc\/hostapd-wps-[A-Za-z0-9_]+\.(cred|psk)/;function gi(a,b){const c=a===null?null:match(a,gh);return c!==null&&c[0]===a&&c[1]===b;}
const gj='skip_cred_build=1';const gk='extra_cred=';const gl='uuid=77707300-';function gm(a,b){const c=gg(b,'cred');return a===c?gg(`${b}_`,'cred'):c;}
function gn(a){return[gj,gk+a];}
function go(a){for(let b in a){const c=substr(b,length(gk));if(index(b,gk)===0&&gi(c,'cred'))return c;}
return null;}
function gp(a){return`uuid=${a}`;}
function gq(a){return`77707300-${substr(a, 0, 4)}-4${substr(a, 4, 3)}-8${substr(a, 7, 3)}-${substr(a, 10, 12)}`;}
function gr(a){return filter(a,b=>index(b,gl)===0);}
function gs(a){const b=go(a);return filter(a,c=>{if(index(c,gl)===0)return false;return b===null||(c!==gj&&c!==gk+b);});}
const gt='/var/run/luci-wps.json';const gu=3000;function gv(a,b,c,d){const e=`${a}.new`;const f=aa.open(e,'w',0o600);if(!f)return false;const g=aa.chmod(e,0o600)&&f.write(b)===length(b);if(c!==null)aa.chown(e,c,c);const h=f.close();if(d&&h&&g)system(['fsync',e],gu);if(h&&g&&aa.rename(e,a))return true;aa.unlink(e);return false;}
function gw(){try{return json(aa.readfile(gt)??'');}catch{return null;}}
function gx(a){return gv(gt,sprintf('%J\n',a),null,false);}
function gy(a){return aa.access(a)===true;}
function gz(a,b){const c=aa.readfile(a);if(c===null&&gy(a))return null;return c===b;}
function gA(a){return aa.readfile(a);}
function gB(a){aa.unlink(a);}
function gC(a){return(aa.stat(a)?.size??0)<90;}
function gD(a,b){return gv(a,b,'network',true);}
function gE(){return aa.glob('/etc/hostapd-wps-*.psk','/etc/hostapd-wps-*.psk.new','/etc/hostapd-wps-*.cred','/etc/hostapd-wps-*.cred.new');}
function gF(a,b){const c=cx();const d={};for(let e in b)d[e]=c.get('wireless',a,e)??null;return d;}
function gG(a){const b=cx();for(let c in keys(a)){const d=a[c];for(let e in keys(d)){const f=d[e];if(f!==null)b.set('wireless',c,e,f);else if(b.get('wireless',c,e)!==null)b.delete('wireless',c,e);}}
return b.commit()===true;}
const gH={progress:{on:200,off:100,times:1,pause:0},error:{on:100,off:100,times:1,pause:0},overlap:{on:100,off:100,times:5,pause:500},success:{on:100,off:0,times:1,pause:0}};const gI={progress:null,error:60,overlap:dQ,success:300};const gJ={waiting:'progress',connecting:'progress',success:'success',joined:'success',timeout:'error',overlap:'overlap',cancelled:null,failed:'error',lost:'error'};function gK(a){return a.reason==='not_connected'?'error':gJ[a.state];}
function gL(a,b){const c=[];for(let d=0;d<a.times;d++){const e=a.off+(d===a.times-1?a.pause:0);push(c,`${b} ${a.on} ${b} 0 0 ${e} 0 0`);}
return join(' ',c);}
const gM={windows:[],overlaps:{},presses:[],closing:{},stuck:{},tasks:[],light:{shown:null},keys:{},passing:[],counter:0};let gN=false;let gO=0;function gP(){gN=true;gO++;}
function gQ(){return gO;}
function gR(a){gM.counter++;gP();return`${a}-${gM.counter}`;}
function gS(){if(gN)gN=!gx(gM);}
function gT(a){return(type(a?.parts)==='array'&&type(a?.homes)==='array'&&exists(a?.session??{},'state'));}
function gU(a){return(type(a?.changes)==='object'&&type(a?.former)==='object'&&type(a?.job?.sections)==='array');}
function gV(a){return(type(a?.led)==='string'&&type(a?.former?.settings)==='object'&&exists(gI,a?.sign));}
function gW(){const a=gw();for(let b in keys(gM))if(type(a?.[b])===type(gM[b]))gM[b]=a[b];gM.windows=filter(gM.windows,gT);gM.tasks=filter(gM.tasks,gU);if(!gV(gM.light.shown))gM.light={shown:null};}
function gX(){return filter(gM.tasks,a=>a.job.state==='running')[0]??null;}
function gY(){if(length(gM.overlaps)+length(gM.presses)+length(gM.closing)+length(gM.stuck)>0)
return false;for(let a in gM.windows)if(dY(a))return false;return gX()===null;}
const gZ='00:00:00:00:00:00';const ha=127;const hb=31;const hc=['keyid','wps','vlanid'];const hd=/([0-9a-f]{2}:){5}[0-9a-f]{2}/;const he=/[0-9A-Fa-f]{64}/;const hf=/[+-]?0*[1-9]/;const hg={text:'',refused:true,key:null};const hh={text:'',refused:false,key:null};function hi(a,b){let c=0;while(substr(a,c,1)===b)c++;return substr(a,c);}
function hj(a,b){const c=index(a,b);return c<0?[a,'']:[substr(a,0,c),substr(a,c+1)];}
function hk(a){const b=trim(a);const c=match(b,hf)?.[0]??null;return c!==null&&index(b,c)===0;}
function hl(a){const b=lc(substr(a,0,length(gZ)));return match(b,hd)?.[0]===b?b:null;}
function hm(a){return match(a,he)?.[0]===a;}
function hn(a){return length(a)===64?hm(a):length(a)>=8&&length(a)<64;}
function ho(a){let b=hj(hj(a,'\n')[0],chr(0))[0];if(b===''||substr(b,0,1)==='#')return hh;let c='';let d=null;let e=false;while(true){const g=hj(hi(b,' '),' ');c=g[0];b=g[1];const h=hj(hi(c,'='),'=');if(index(c,'=')<0||h[0]==='')break;if(index(hc,h[0])<0)return hg;if(h[0]==='keyid')d=h[1];if(h[0]==='wps')e=hk(h[1]);}
const f=hl(c);if(f===null||!hn(b)||length(d??'')>hb)return hg;return{text:'',refused:false,key:{id:d===''?null:d,wps:e,mac:f,secret:b}};}
function hp(a){if(substr(a,0,6)!=='keyid='||length(a)>=ha)return null;const b=split(a,' ');const c=length(b)===4&&b[1]==='wps=1';if(!c&&length(b)!==3)return null;const d=b[c?2:1];const e=b[c?3:2];const f=substr(b[0],6);if(f===''||length(f)>hb||hl(d)!==d||!hm(e))return null;return{text:a,refused:false,key:{id:f,wps:c,mac:d,secret:e}};}
function hq(a){const b=hp(a);if(b!==null)return b;const c=`${a}\n`;let d={...hh,text:a};for(let e=0;e<length(c);e+=ha){const f=ho(substr(c,e,ha));if(f.refused)return{...hg,text:a};if(f.key!==null)d={...f,text:a};}
return d;}
function hr(a){const b=map(split(a,'\n'),hq);if(b[length(b)-1]?.text==='')pop(b);return b;}
function hs(a){return join('',map(a,b=>`${b.text}\n`));}
function ht(a){const b=a.id===null?'':`keyid=${a.id} `;return{text:`${b}${a.wps ? 'wps=1 ' : ''}${a.mac} ${a.secret}`,refused:false,key:a};}
function hu(a){const b=[];for(let c=0;c<length(a.text);c+=ha-2)
push(b,{...hh,text:`#${substr(a.text, c, ha - 2)}`});return b;}
function hv(a){return`wps-${a}`;}
function hw(a){return a!==null&&length(a)===12&&substr(a,0,4)==='wps-';}
function hx(a){const b=a.key;if(b===null||!hw(b.id)||length(b.secret)!==64)return null;return!b.wps||b.mac===gZ?b:null;}
function hy(a){return pop(filter(map(a,hx),b=>b?.wps===true))??null;}
function hz(a,b){return a!==null&&a.wps&&a.id===b?.id;}
function hA(a,b){const c=hx(a);return c===null||!c.wps||c.id===b?.id?a:ht({...c,wps:false});}
function hB(a,b){const c=hy(a);const d=c??{...b,wps:true,mac:gZ};const e=[];for(let f in a){if(f.refused)for(let g in hu(f))push(e,g);else if(!hz(hx(f),c))push(e,hA(f,c));}
return hs([...e,ht(d)]);}
function hC(a,b){return hB(hr(a??''),b);}
function hD(a){const b=hr(a);if(length(filter(b,c=>hx(c)!==null))>0)return false;return length(filter(b,c=>c.key?.wps===true&&c.key?.mac===gZ))>0;}
function hE(a){return hy(hr(a))?.id??null;}
function hF(a){const b=[];for(let c in hr(a)){const d=hx(c);if(d!==null&&d.id!==null&&!d.wps)
push(b,{id:d.id,mac:d.mac===gZ?null:d.mac});}
return b;}
function hG(a,b,c,d){const e=hr(a);const f=filter(map(e,hx),i=>i?.id===b);const g=f[0]??null;if(g===null||c===gZ)return null;if(length(filter(f,i=>i?.mac!==gZ&&i?.mac!==c))>0)return null;if(length(f)===1&&g.mac===c)return hB(e,d);const h=filter(e,i=>hx(i)?.mac!==c&&hx(i)?.id!==b);return hB([...h,ht({...g,mac:c,wps:false})],d);}
function hH(a,b,c){return hB(filter(hr(a),d=>hx(d)?.mac!==b||b===gZ),c);}
function hI(a,b){return hB([...hr(a),ht({...b,wps:true,mac:gZ})],b);}
function hJ(a){return hs(filter(hr(a),b=>hx(b)===null));}
function hK(a){const b=aa.open('/dev/urandom','r');const c=b?.read?.(a)??'';b?.close?.();if(length(c)!==a)die('no random numbers');let d='';for(let e=0;e<a;e++)d+=sprintf('%02x',ord(c,e));return d;}
const hL=3600000;const hM=10000;const hN=200;const hO=900;const hP=300;let hQ=null;const hR={object:'hostapd',method:'reload'};function hS(){return{id:hv(hK(4)),secret:hK(32)};}
function hT(a){gM.keys[a]??={armed:null,sure:false,heard:false,logged:null,unread:0,peers:{},owed:null,watched:0};return gM.keys[a];}
function hU(a){return filter(a,b=>gi(b.psk_file,'psk'))[0]?.psk_file??null;}
function hV(a){const b=a===null?null:(gF(a,['wpa_psk_file']).wpa_psk_file??null);if(type(b)!=='string'||!gi(`${b}`,'psk'))return null;return hD(gA(`${b}`)??'')?null:`${b}`;}
function hW(a,b){if(gA(a)===b)return true;hT(a).unread++;gP();gS();return gD(a,b);}
function hX(){return filter(keys(gM.keys),a=>gM.keys[a].unread>0);}
function hY(a,b){const c=hX();if(length(c)===0)return b(true);const d=map(c,e=>gM.keys[e].unread);at([hR],a,e=>{const f=index([ag,ai],e[0].code)>=0;map(c,(g,h)=>{const i=gM.keys[g]??null;if(f&&i!==null)i.unread-=d[h];});gP();gS();if(!f)hQ?.set?.(hM);b(f);});}
function hZ(a,b){at([hR],a,c=>b(c[0].code!==ah));}
function ia(a){if(!exists(gM.keys,a))return;gM.keys[a].unread=0;gP();gS();}
function ib(){hY(af().monotonic+hO,()=>null);}
function ic(a){const b=gA(a);const c=hC(b,hS());if(c===b)return false;if(!hW(a,c))return null;const d=hT(a);const e=hE(c);if(e!==hE(b??'')){d.armed=e;d.sure=true;d.heard=false;}
gP();gS();return true;}
function id(a,b,c){const d=hT(a);const e=gA(a)??'';const f=hG(e,b,c,hS());d.owed=f===null?null:{id:b,mac:c};if(f===null){dB(`a key for ${c} is nobody's or another device's: set aside`);d.sure=false;}else if(!hW(a,f)){dB(`the key of ${c} could not be written: it will be tried again`);d.sure=false;}else{d.owed=null;if(hE(f)!==hE(e)){d.armed=hE(f);d.sure=true;d.heard=false;}}
gP();gS();return f!==null&&d.owed===null;}
let ie=()=>{};function ig(a){ie=a;}
function ih(a){const b=hT(a).owed;if(b===null)return true;if(id(a,b.id,b.mac))ie(a,b.id,b.mac);return hT(a).owed===null;}
function ii(a){const b=gA(a)??'';const c=map(filter(hF(b),e=>e.mac===null),e=>e.id);const d=hE(b);return d===null?c:[...c,d];}
function ij(a){const b=eM(a);if(length(b)===0)return;for(let c in keys(gM.keys)){const d=ii(c);for(let e in b){if(index(d,e.id)<0||!id(c,e.id,e.mac))continue;dB(`${e.mac} came with a key that nobody was known to have: it is its own now`);ie(c,e.id,e.mac);}}
ib();}
function ik(){const a=af().monotonic;const b=filter(keys(gM.keys),c=>gM.keys[c].watched>a);ib();if(length(b)===0)return;at([dC(hN)],a+hO,c=>{for(let d in b)ih(d);ij(dD(c[0]));hQ?.set?.(hM);});}
hQ=ad.timer(-1,()=>aq(ik));function il(a){hT(a).sure=false;hT(a).watched=af().monotonic+hL;gP();gS();hQ?.set?.(hM);}
function im(a,b,c){if(c.code===ai)return false;return b===null?null:eN(a.ifnames,b,dD(c));}
function io(a,b){const c=hT(a);const d=c.logged;const e=b.state==='failed'&&b.reason==='authentication_failure';const f=index(['timeout','cancelled','overlap'],b.state)>=0&&b.attempts_failed===0;if(e)c.sure=true;else if(!f||c.heard)return il(a);else
at([dC(hN)],af().monotonic+hO,g=>{if(im(b,d,g[0])!==false||c.armed===null)il(a);else if(length(filter(gM.windows,h=>h.session.open))===0)c.sure=true;gP();gS();});gP();gS();}
function ip(a,b){if(b!==null&&b.state===a.state)return;const c=filter(gM.windows,f=>f.session.id===a.id)[0]??null;const d=hV(a.section??c?.parts?.[0]?.section??null);if(d===null)return;const e=hT(d);if(a.open){e.heard=a.state==='connecting'||(b!==null&&e.heard);gP();gS();}else if(a.state==='success'){const f=e.armed??hE(gA(d)??'');if(a.ifname!==null)e.peers[a.ifname]=a.peer.mac;if(f!==null)id(d,f,a.peer.mac);if(e.owed!==null)il(d);ib();}else if(a.state!=='joined')io(d,a);}
function iq(a,b){return filter(hF(gA(a)??''),c=>c.mac===b)[0]?.id??null;}
function ir(a,b){const c=hT(a);const d=filter(keys(b),g=>b[g]!==''&&c.peers[g]!==b[g]);const e=c.armed;if(length(d)===0)return true;if(e===null||length(filter(d,g=>!exists(c.peers,g)))>0)return false;const f=b[d[0]];if(id(a,e,f))ie(a,e,f);return true;}
function it(a,b,c,d){const e=hU(a);if(e===null||hD(gA(e)??''))return d(null);at([dC(hN)],min(c,af().monotonic+hP),f=>{const g=dD(f[0]);const h=hT(e);const i=h.armed;ij(g);const j=h.armed!==i||ir(e,b);if(!ih(e))return d('not_saved');const k=gA(e)??'';const l=h.sure&&j&&h.armed!==null&&h.armed===hE(k);const m=l?hC(k,hS()):hI(k,hS());if(!hW(e,m))return d('not_saved');if(!l)dB('a key of its own was perhaps handed over before: the next device gets another one');h.armed=hE(m);h.heard=false;h.logged=pop(g)?.id??null;h.sure=false;for(let n in keys(b))h.peers[n]=b[n];gP();gS();hY(c,n=>d(n?null:'timeout'));});}
function iu(a){const b=gM.keys[hU(a)??'']??null;if(b===null||length(filter(gM.windows,c=>c.session.open))>0)return;b.sure=true;gP();gS();}
function iv(a,b){return hW(a,hH(gA(a)??'',b,hS()));}
function iw(a){return length(filter(hF(gA(a)??''),b=>b.mac!==null));}
function ix(a){const b=hJ(gA(a)??'');if(b===''||!gD(a,b))gB(a);delete gM.keys[a];gP();gS();}
function iy(a){const b=gA(a)??'';return iw(a)===0&&(hJ(b)===''||hD(b));}
function iz(a){for(let b in a){const c=hU([b]);if(c!==null&&!exists(gM.keys,c)&&!hD(gA(c)??''))il(c);}
for(let b in keys(gM.keys))ih(b);ib();hQ?.set?.(hM);}
function iA(a){const b=gF(a,['encryption','ssid','key']);if(bc(b.encryption,cP())!=='ok')return'';if(b.key===null||b.ssid===null)return null;return gf(`${b.ssid}`,`${b.key}`);}
function iB(a){return`wps=1 00:00:00:00:00:00 ${gF(a, ['key']).key ?? ''}\n`;}
function iC(a){const b=a.psk_file??'';return gi(b,'psk')&&gC(b)&&gz(b,iB(a.section))===true;}
function iD(a){const b=go(a.raw);if(b!==null)return gz(b,iA(a.section)??'')===false?'lost':'shared';if(!gi(a.psk_file,'psk'))return'lost';return iC(a)?'shared':'own';}
let iE={};let iF=null;function iG(a){return(iE[a.section]??=iD(a));}
function iH(a){const b=map(filter(a,c=>c.wps),iG);if(length(b)===0||index(b,'lost')>=0)return'lost';return index(b,'own')>=0?'own':'shared';}
function iI(a,b){const c=iA(b);if(c===null)return false;return gz(a,c)===true||gD(a,c);}
function iJ(a){return ic(a)!==null;}
function iK(a,b){return{hostapd_bss_options:[...gs(a.raw),...gr(a.raw),...gn(b)]};}
function iL(a){const b=['/etc'];for(let c in a)
for(let d in[go(c.raw),gi(c.psk_file,'psk')?c.psk_file:null])
if(d!==null&&index(b,d)<0)push(b,d);return cu(b);}
function iM(a){const b=gX()?.former??{};for(let c in keys(b)){const d=b[c].hostapd_bss_options??[];a[`${b[c].wpa_psk_file ?? ''}`]=true;a[go(type(d)==='array'?d:[])??'']=true;}
for(let c in gE())
if(!a[c]&&(!gi(c,'psk')||iy(c)))gB(c);}
function iN(a){const b={};const c={};let d=false;let e=0;for(let f in a){const g=go(f.raw);const h=g===null?null:iA(f.section);if(g!==null)b[g]=true;if(g!==null&&h!==null&&gz(g,h)===false){e++;const j=f.applied===true&&gy(g)?gm(g,f.section):g;b[j]=true;if(gD(j,h)&&j!==g)c[f.section]=iK(f,j);}
const i=gi(f.psk_file,'psk')?f.psk_file:null;if(i===null||b[i])continue;b[i]=true;if(!gy(i)){e++;d=iJ(i)||d;}}
iM(b);if(length(c)>0&&gG(c))au({object:'network',method:'reload'});if(d)au({object:'hostapd',method:'reload'});return e===0&&gX()===null;}
function iO(a){const b=iL(a);if(iF?.bsses===a&&iF.text===b.text)return true;iE={};iF=iN(a)&&b.settled?{bsses:a,text:b.text}:null;return false;}
const iP='/tmp/dhcp.leases';const iQ='/proc/net/arp';const iR=/[ \t]+/;const iS={name:null,ip:null};function iT(a){return map(split(aa.readfile(a)??'','\n'),b=>split(trim(b),iR));}
function iU(a){return{name:null,ip:a[0]};}
function iV(a){return{name:a[3]&&a[3]!=='*'?a[3]:null,ip:a[2]??null};}
function iW(){const a={};for(let b in iT(iQ))
if(length(b)>3)a[lc(b[3])]=iU(b);for(let b in iT(iP))if(length(b)>2)a[lc(b[1])]=iV(b);return a;}
function iX(a){return iW()[a]??iS;}
const iY=1000;const iZ=900;const ja=50;let jb=null;const jc=120;function jd(a,b){const c=a.session.peer;return c!==null&&c.ip===null&&b.epoch-(a.session.ended??b.epoch)<=jc;}
function je(a,b){const c=a.session.peer;if(c===null||!jd(a,b))return a;const d=iX(c.mac);return ey(a,d.name,d.ip);}
const jf=[];function jg(a){push(jf,a);}
function jh(a,b,c){const d=ez(b,af());const e=d.peer;const f=d.reason===null?'':` (${d.reason})`;const g=e===null?'':`, device ${e.name ?? e.mac}`;const h=c!==null||d.by===null?'':`, by ${d.by}`;const i=d.ifname??join(', ',d.ifnames);dB(`WPS on "${d.network}" (${i}): ${a}${f}${g}${h}`);dE({type:a,session:d});}
function ji(a,b){const c=ez(a,af());map(jf,d=>aq(()=>d(c,b)));}
function jj(a){let b=0;for(let c in gM.presses){const d=index(c.spared,a.ifname)>=0||(!c.independent&&!a.independent);if(!d)b=max(b,c.until);}
return b;}
function jk(a,b){const c=max(gM.overlaps[a.ifname??'']??0,jj(a));return max(0,int((c-b.monotonic+999)/1000));}
function jl(a,b,c){if(b.kind!=='answer'||b.registrar===null)return;const d=gM.overlaps[a]??null;if(b.registrar.pbc==='Overlap'){if(d!==null)return;gM.overlaps[a]=c.monotonic+dQ*1000;}else if(d!==null&&(b.registrar.pbc==='Active'||d<=c.monotonic))
delete gM.overlaps[a];else return;gP();}
function jm(a,b){const c=filter(a.parts,e=>e.ifname===a.session.ifname)[0]??null;if(c===null||a.session.method==='pin')return;const d=b.monotonic+dQ*1000;gM.presses=[{spared:[c.ifname],independent:c.independent,until:d},...filter(gM.presses,e=>e.until>b.monotonic)];}
function jn(a){for(let b in a)gM.closing[b.ifname]=true;for(let b in dL(a))au(eD(b.ifname,'wps_cancel'));}
function jo(a,b){if(!exists(gM.closing,a))return;if(b.kind==='answer'&&b.registrar?.pbc==='Active')au(eD(a,'wps_cancel'));else if(b.kind!=='silent'){delete gM.closing[a];gP();}}
function jp(a,b,c){const d=b.session;const e=a.session.state;if(d.state==='lost')for(let f in b.parts)gM.stuck[f.ifname]=true;if(d.state==='success'&&e!=='success')jm(b,c);jn(ex(a,b));if(d.state==='failed'&&d.method==='pin')
for(let f in dL(b.parts))au(eD(f.ifname,'wps_cancel'));if(d.state!=='waiting')jh(d.state,b,e);ji(b,a.session);}
function jq(a,b){return a.reason!==b.reason||a.peer?.name!==b.peer?.name;}
function jr(a,b){for(let d in keys(a)){const e=a[d]??null;if(e===null)continue;jl(d,e,b);jo(d,e);if(e.kind==='answer'&&e.registrar!==null&&e.registrar.pbc!=='Active'&&exists(gM.stuck,d)){delete gM.stuck[d];gP();}}
const c=[];gM.windows=map(gM.windows,d=>{const e=dY(d)?je(ew(d,a,b),b):d;if(e===d)return d;gP();push(c,[d,e]);return e;});map(c,d=>{if(d[1].session.state!==d[0].session.state)jp(d[0],d[1],b);else if(jq(d[0].session,d[1].session))ji(d[1],d[0].session);});}
function js(a,b){if(a.network!==null)return b.session.network===a.network;if(a.section!==null)
return length(filter(b.parts,c=>c.section===a.section))>0;if(a.ifname!==null)return index(b.session.ifnames,a.ifname)>=0;return true;}
function jt(a){return pop(filter(gM.windows,b=>b.session.open&&js(a,b)));}
function ju(){const a=af();const b=filter(gM.windows,c=>dY(c)||jd(c,a));gS();if(length(b)+length(gM.closing)>0&&jb?.remaining?.()===-1)jb.set(iY);}
function jv(a,b,c){const d=map(a,e=>eD(e,'wps_status'));at(d,b,e=>{const f={};map(a,(h,i)=>{f[h]=eI(e[i],null,[]);});const g=af();jr(f,g);ju();c(g,f);});}
function jw(a,b){for(let c in gM.windows)
if(length(filter(dV(c),d=>d.ifname===a))>0)
return eO(a,c.logged,b);return[];}
function jx(a){const b=d=>{jr({[a]:{kind:'gone',told:jw(a,d)}},af());ju();};if(exists(gM.overlaps,a))gM.overlaps[a]=0;for(let d in gM.presses)push(d.spared,a);gP();const c=d=>d.logged!==null&&length(filter(dV(d),e=>e.ifname===a))>0;if(length(filter(gM.windows,c))===0)b([]);else at([dC(ja)],af().monotonic+iZ,d=>b(dD(d[0])));}
function jy(a){if(a.session.open)return map(dV(a),b=>({ifname:b.ifname,open:true}));return map(a.homes,b=>({ifname:b.ifname,open:false}));}
function jz(a,b){return dX(a)?{...a,logged:max(a.logged??0,b)}:a;}
function jA(a){const b=[];gM.windows=map(gM.windows,c=>{const d=je(c,a);if(d!==c)push(b,[c,d]);return d;});if(length(b)>0)gP();for(let c in b)
if(jq(c[0].session,c[1].session))ji(c[1],c[0].session);}
const jB=5000;let jC={told:'',revision:-1,until:0};function jD(a){for(let b in gM.windows){const c=b.session.state==='waiting'&&b.cancelling===null;if((dY(b)&&!c)||jd(b,a))return false;}
return length(gM.closing)===0;}
function jE(){const a={};const b=[];const c=length(filter(gM.windows,dX))>0;for(let d in gM.windows)
if(dY(d))
for(let e in jy(d))
a[e.ifname]=a[e.ifname]||e.open;for(let d in keys(gM.closing))a[d]=true;for(let d in keys(a)){push(b,eD(d,'get_clients'));if(a[d])push(b,eD(d,'wps_status'));}
if(c)push(b,dC(ja));at(b,af().monotonic+iZ,d=>{const e=af();const f=sprintf('%J',d);const g=f===jC.told&&e.monotonic<jC.until;if(g&&gQ()===jC.revision&&jD(e))return ju();const h=c?dD(d[length(b)-1]):[];const i=slice(h,-1)[0]?.id??null;const j={};let k=0;for(let l in keys(a)){const m=d[k++];j[l]=a[l]?eI(d[k++],m,jw(l,h)):eJ(m);}
jA(e);jr(j,e);if(i!==null)gM.windows=map(gM.windows,l=>jz(l,i));jC={told:f,revision:gQ(),until:e.monotonic+jB};ju();});}
jb=ad.timer(-1,()=>aq(jE));function jF(a){at([dC(1)],af().monotonic+iZ,b=>{const c=pop(dD(b[0]))?.id??null;if(c===null)return;gM.windows=map(gM.windows,d=>d.session.id===a?{...d,logged:c}:d);gP();gS();});}
function jG(a){const b=af();const c=dU({...a,id:gR(b.epoch)},b);gM.windows=filter([c,...gM.windows],(d,e)=>e<dP||dY(d));gP();jh('started',c,null);ji(c,null);ju();jF(c.session.id);return ez(c,b);}
function jH(a){const b=[];for(let c in a)if(c.ifname!==null)push(b,{ifname:c.ifname,section:c.section});return b;}
function jI(a,b){return{ifname:a.ifname??'',section:a.section,independent:a.independent,last:(b?.kind==='answer'?b.registrar:null)??eC,ending:null};}
function jJ(a,b){const c=filter(b,d=>d.wps&&!d.independent&&index(a,d)<0);return length(c)===0;}
function jK(a,b,c){const d=filter(a,g=>{const h=c[g.ifname??'']??null;if(h?.kind!=='answer'||h.registrar?.pbc!=='Active')return false;if(gM.stuck[g.ifname??'']||gM.closing[g.ifname??''])return false;return jt({network:null,section:null,ifname:g.ifname})===null;});if(length(d)===0)return;const e=map(d,g=>jI(g,c[g.ifname??'']??null));const f=jt({network:null,section:a[0].section,ifname:null});if(f!==null&&f.session.origin==='external'){const g=f.session;const h=[...g.ifnames,...map(e,i=>i.ifname)];gM.windows=map(gM.windows,i=>i===f?{...f,parts:[...f.parts,...e],session:{...g,ifnames:h}}:i);gP();return;}
jG({network:a[0].ssid,method:'pbc',origin:'external',by:null,parts:e,homes:jH(a),exclusive:jJ(a,b)});}
function jL(a,b){gM.overlaps[a]=b.monotonic+dQ*1000;gP();gS();}
function jM(a,b,c){const d=a.session;dB(`WPS on "${d.network}" (${join(', ', d.ifnames)}): cancel, by ${b}`);gM.windows=map(gM.windows,e=>e.session.id===d.id?dZ(e,c):e);gP();}
function jN(a,b){for(let c in gM.windows)if(c.session.id===a)return ez(c,b);return null;}
function jO(a,b){for(let c in gM.windows)
if(length(filter(c.parts,d=>index(a,d.section)>=0))>0)
return ez(c,b);return null;}
function jP(a){for(let b in gM.windows)if(b.session.open)return ez(b,a);return null;}
function jQ(a,b){return map(slice(gM.windows,0,b),c=>ez(c,a));}
function jR(a){return filter(a,b=>b.capacity!==null);}
let jS=null;function jT(a){if(jS?.bsses!==a)jS={bsses:a,networks:dH(a)};return jS.networks;}
let jU=null;function jV(a,b,c){const d=iO(a);const e=filter(a,i=>i.ifname!==null);const f=jR(e);const g=fQ(e);const h=[...map(e,i=>eD(i.ifname??'','wps_status')),...map(f,i=>eD(i.ifname??'','get_clients')),...map(g,i=>eD(i.ifname??'','get_status'))];at(h,b,i=>{const j=jT(a);const k={networks:j,bsses:a,round:{},carriers:{},at:af()};let l=false;map(g,o=>fS(o.radio.name,pop(i)));const m=d&&gY()&&!fL();const n=m?sprintf('%J',i):'';if(m&&n===jU?.told&&a===jU?.bsses){k.round=jU.round;return c(k);}
map(e,(o,p)=>{const q=index(f,o);const r=q<0?null:i[length(e)+q];const s=eI(i[p],r,[]);k.round[o.ifname??'']=s;l||=s.kind==='silent';fK(o.radio,s,k.at.monotonic);});jr(k.round,k.at);for(let o in j)jK(o,a,k.round);ju();jU=m&&!l?{bsses:a,told:n,round:k.round}:null;c(l?null:k);});}
function jW(a,b){at([{object:'network.wireless',method:'status'}],a,c=>{const d=c[0];if(d.code===ag||d.code===ai)jV(cS(d.data),a,b);else b(null);});}
const jX=3000;const jY=ad.timer(-1,()=>aq(()=>jW(af().monotonic+jX,()=>null)));function jZ(){jY?.set?.(jX);}
function ka(a,b){jW(a.deadline,c=>{if(c===null)a.fail('timeout');else b(c);});}
function kb(a,b){return a.round[b.ifname??'']??null;}
function kc(a,b){return kb(a,b)?.kind==='answer';}
function kd(a,b){return index(['answer','no_wps'],kb(a,b)?.kind)>=0;}
function ke(a){return length(a.uplinks)>0&&length(filter(a.uplinks,b=>fh(b)===true))===0;}
function kf(a,b){if(!exists(a.carriers,b))a.carriers[b]=fh(b);return a.carriers[b];}
function kg(a,b){return kd(a,b)&&kf(a,b.ifname??'')!==false;}
function kh(a){const b=map(values(a.round),c=>c?.kind);if(index(b,'answer')>=0)return true;return index(b,'no_wps')>=0?false:null;}
function ki(a){const b={...fC(),running_has_wps:kh(a)};return{...b,remedy:fg(b)};}
function kj(a,b){const c=kb(a,b);const d=c?.kind==='answer'?c.clients:null;return b.capacity!==null&&d!==null&&length(d)>=b.capacity;}
function kk(a){return filter(a.networks,b=>length(filter(b,c=>c.wps&&!c.disabled))>0);}
function kl(a,b){const c=filter(a?.routers??[],d=>d.there);return length(filter(c,d=>length(filter(d.networks,e=>e.ssid===b))>0))>0;}
function km(a,b,c,d){const e=kd(a,b);return{answers:e,beacons:e?kf(a,b.ifname??''):null,uplink_away:ke(b),full:b.capacity!==null&&kj(a,b),overlap_left:jk(b,a.at),radar_left:fM(b.radio,a.at.monotonic),persistent:c!=='lost',elsewhere:c==='own'&&d!==null,apart:c!=='own'&&(d?.uuid??null)!==null&&lc(b.uuid??'')!==d?.uuid};}
let kn=null;function ko(a,b){const c=jP(a.at);const d={daemon:b,daemon_installed:fB(),open:c===null?null:{remaining:c.remaining}};const e=gX()!==null;const f=fj();const g=map(a.networks,i=>{const j=iH(i);const k=kl(f,i[0].ssid)?f:null;return map(i,l=>km(a,l,j,k));});const h=sprintf('%J',[d,e,g]);if(kn?.networks!==a.networks||kn?.text!==h){const i=length(kk(a));const j=map(a.networks,(k,l)=>{const m=jJ(k,a.bsses);return fe(map(k,(n,o)=>{const p=!n.independent&&!m;const q=df({...d,...g[l][o],bss:n,flagged:i,grouped:p});const r={bss:n,problems:q,ready:dg(q)===null&&!e};return r;}));});kn={networks:a.networks,text:h,wholes:j};}
return kn.wholes;}
function kp(a,b,c){const d=dV(b);const e=dL(d);at(map(e,f=>eD(f.ifname,'wps_cancel')),a.deadline,f=>{const g=map(f,i=>i.code);if(index(g,ag)>=0)jM(b,a.who,c);const h=filter(g,i=>index([ag,ah,ai,ak],i)<0);if(length(h)>0)return a.fail('timeout');jv(map(d,i=>i.ifname),a.deadline,i=>a.answer({session:jN(b.session.id,i)}));});}
function kq(a,b){return length(filter(a.networks,c=>di(b,c)))>0;}
const kr=eU({network:'',section:'',ifname:'',origin:'',by:''},a=>{const b=eY(a);const c=b===null?null:eX(a);if(b===null||c===null)return;ka(a,d=>{const e=jt(b);const f=b.network!==null||b.section!==null||b.ifname!==null;if(e!==null)
kp({...a,who:c.by},e,c.origin==='house'?'house':null);else if(f&&!kq(d,b))a.fail('unknown_target');else a.answer({session:null});});});const ks='/sys/class/leds';const kt='timer';const ku='pattern';const kv='none';const kw=['delay_on','delay_off','device_name','interval','link','tx','rx','invert'];function kx(a,b){const c=aa.readfile(`${ks}/${a}/${b}`);return c===null?null:trim(c);}
function ky(a,b,c){aa.writefile(`${ks}/${a}/${b}`,c);}
function kz(a){return split(kx(a,'trigger')??'',' ');}
function kA(a){const b=filter(kz(a),c=>substr(c,0,1)==='[')[0]??'';return substr(b,1,max(0,length(b)-2));}
function kB(a,b){return index(kz(a),b)>=0||kA(a)===b;}
function kC(){const a=ac.cursor()??die('uci');const b=[];a.load('/etc/config/system');a.foreach('system','led',c=>{if(type(c.sysfs)==='string')push(b,c.sysfs);});return b;}
function kD(a){const b=kC();const c=filter(map(aa.glob(`${ks}/*:wps`,`${ks}/*:qss`),e=>substr(e,length(ks)+1)),e=>index(b,e)<0);const d=a??c[0]??null;return d!==null&&kB(d,kt)?d:null;}
function kE(a){const b=kx(a,'brightness');if(b===null)return null;const c={};for(let d in kw){const e=kx(a,d);if(e!==null)c[d]=e;}
return{trigger:kA(a),brightness:b,settings:c};}
function kF(a){return kB(a,ku);}
function kG(a){return max(1,int(kx(a,'max_brightness')??''));}
function kH(a,b){ky(a,'trigger',kv);ky(a,'brightness',b?`${kG(a)}`:'0');}
function kI(a,b,c){ky(a,'trigger',kt);ky(a,'delay_on',`${b}`);ky(a,'delay_off',`${c}`);}
function kJ(a,b){ky(a,'trigger',ku);ky(a,'pattern',b(kG(a)));}
function kK(a,b){if(index([kv,kt,ku],kA(a))<0)return;ky(a,'brightness','0');ky(a,'trigger',b.trigger);for(let c in kw)if(exists(b.settings,c))ky(a,c,b.settings[c]);if(b.trigger===kv)ky(a,'brightness',b.brightness);}
let kL=null;let kM=null;let kN=false;function kO(){return gM.light.shown?.led??kM;}
function kP(){kM=kD(dx('light')[0]?.options?.led??null);}
function kQ(a,b){const c=gH[b];kN=false;if(c.off===0)kH(a,true);else if(c.pause>0&&kF(a))kJ(a,d=>gL(c,d));else kI(a,c.on,c.off);return c.pause>0&&!kF(a)?c.times*(c.on+c.off)-int(c.off/2):null;}
function kR(a){const b=gM.light.shown?.until??null;const c=b===null?null:max(1,b-af().monotonic);if(a!==null||c!==null)kL?.set?.(min(a??c??1,c??a??1));}
function kS(){const a=gM.light.shown;if(a===null)return;kK(a.led,a.former);gM.light={shown:null};gP();gS();}
function kT(a){const b=gI[a];const c=b===null?null:af().monotonic+b*1000;const d=gM.light.shown;if(d!==null&&d.sign===a&&c===null)return;if(d===null)kP();const e=d?.led??kM;const f=d?.former??(e===null?null:kE(e));if(e===null||f===null)return;gM.light={shown:{led:e,former:f,sign:a,until:c}};gP();gS();kR(kQ(e,a));}
function kU(){return length(filter(gM.windows,a=>a.session.open))>0;}
function kV(a,b){if(b!==null&&b.state===a.state&&b.reason===a.reason)return;const c=kU()?'progress':gK(a);if(c===null)kS();else kT(c);}
function kW(){if(!kU())kT('error');}
function kX(){const a=gM.light.shown;if(a===null)return;if(a.until!==null&&a.until<=af().monotonic)return kS();const b=gH[a.sign];if(b.pause===0||kF(a.led))kR(null);else if(kN)kR(kQ(a.led,a.sign));else{kN=true;kH(a.led,false);kR(b.pause+int(b.off/2));}}
kL=ad.timer(-1,()=>aq(kX));function kY(){kP();const a=gM.light.shown;if(a===null)return;if(a.until===null&&!kU())kS();else kR(kQ(a.led,a.sign));}
function kZ(a){const b=filter(split(a,''),e=>index('0123456789',e)>=0);const c=join('',b);if(length(c)===4)return c;if(length(c)!==8)return null;let d=0;for(let e=0;e<8;e++)d+=int(b[e])*(e%2===0?3:1);return d%10===0?c:null;}
let la=null;function lb(a,b,c){if(c===ah)return a.fail('wps_not_supported');if(c===ai)return a.fail('not_on_air');if(c!==ak)return a.fail('timeout');jv([b],a.deadline,(d,e)=>{const f=e[b]??null;const g=f?.kind==='answer'&&f.registrar?.pbc==='Overlap';if(g)jL(b,d);a.fail(g?'overlap':'wps_disabled');});}
function ld(a,b,c){const d=length(filter(c,e=>!e.independent))>0;return filter(b,e=>index(c,e)>=0||(d&&!e.independent&&e.wps&&kc(a,e)));}
function le(a,b,c){const d=[];for(let e in a){push(d,e);if(fo(e.ifname??'',b.pin??'',b.mac,c))continue;for(let f in d)fp(f.ifname??'');return false;}
return true;}
function lf(a,b,c,d,e,f,g){const h=dL(d);const i=()=>{for(let m in h)au(eD(m.ifname??'','wps_cancel'));};const j=filter(h,(m,n)=>e[n].code!==ai);const k=filter(h,(m,n)=>index([ag,ai],e[n].code)<0)[0]??null;if(k!==null||length(j)===0){const m=k??h[0];const n=e[index(h,m)].code;if(length(filter(e,o=>index([ag,aj],o.code)>=0))>0)i();else iu(c);return lb(a,m.ifname??'',n);}
if(f.pin!==null&&!le(j,f,a.deadline))return a.fail('timeout');const l=filter(d,m=>!m.independent||index(j,m)>=0);a.answer({session:jG({network:c[0].ssid,method:f.pin===null?'pbc':'pin',origin:g,by:a.who,parts:map(ld(b,c,l),m=>jI(m,kb(b,m))),homes:jH(c),exclusive:jJ(c,b.bsses)})});}
function lg(a,b){const c={};for(let d in b){const e=kb(a,d);const f=e?.kind==='answer'?e.registrar:null;if(f!==null)
c[d.ifname??'']=(f.result==='Success'&&f.peer)||'';}
return c;}
function lh(a,b,c,d){ka(a,e=>{const f=dm(ko(e,ki(e)),b);if(f.error!==null)return a.fail(f.error);const g=map(f.whole.places,k=>k.bss);const h=f.opening;const i=c.pin===null?'wps_start':'wps_cancel';const j=map(dL(h),k=>eD(k.ifname??'',i));it(g,lg(e,g),a.deadline,k=>{if(k!==null)return a.fail(k);at(j,a.deadline,l=>lf(a,e,g,h,l,c,d));});});}
function li(a,b,c,d){if(la?.isPending?.()||gX()!==null)return a.fail('busy');la=a;lh(a,b,c,d);}
function lj(a,b,c){if(b.mac!==null&&(a===null||!eF(b.mac)))return['invalid_argument','mac'];if(a===null)return null;if(c)return['invalid_argument','house'];if(b.pin===null)return['pin_invalid'];return fn()?null:['pin_unavailable'];}
function lk(a){return{...a,answer:b=>{fl(b.session.network,b.session.id);a.answer(b);}};}
const ll=eU({network:'',section:'',ifname:'',pin:'',mac:'',house:true,origin:'',by:''},a=>{const b=eY(a);const c=b===null?null:eX(a);if(b===null||c===null)return;const d=eV(a,'pin');const e=eV(a,'mac');const f=a.args.house===true;const g={pin:kZ(d??''),mac:e===null?null:lc(e)};const h=lj(d,g,f);if(h!==null)return a.fail(h[0],h[1]);const i={...a,who:c.by};li(f?lk(i):i,b,g,c.origin);});const lm=['network','off','stock'];function ln(){const a=dx('button')[0]?.options??{};const b=filter(lm,c=>c===a.action)[0]??'network';return{present:ds(),action:b,network:b==='network'?(a.network??null):null};}
function lo(a){if(a.action!=='network')return a.action;return a.network===null?'opens the first network with WPS':`opens "${a.network}"`;}
const lp=eU({action:'',network:''},a=>{const b=eV(a,'network');const c=eV(a,'action')??(b===null?null:'network');const d=filter(lm,f=>f===c)[0]??null;const e=eW(a);if(e!==null)return a.fail('invalid_argument',e);if(c===null)return a.answer({button:ln()});if(d===null)return a.fail('invalid_argument','action');if(b!==null&&d!=='network')return a.fail('invalid_argument','network');if(!ds())return a.fail('button_absent');ka(a,f=>{const g=filter(f.networks,i=>i[0].ssid===b);if(b!==null&&length(g)===0)return a.fail('unknown_target');if(!dy('button','button',{action:d,network:b}))return a.fail('not_saved');const h=ln();dB(`the WPS button: ${lo(h)}, by ${a.who}`);dE({type:'button',button:h});a.answer({button:h});});});const lq=eU({},a=>{const b=ln();if(b.action!=='network')return a.answer({session:null});const c=(e,f)=>{dB(`the WPS button: nothing to open (${e})`);kW();a.fail(e,f);};const d={...a,who:'button',fail:c};ka({...a,fail:c},e=>{const f=jt(dh);if(f!==null)return kp({...a,who:'button'},f,null);const g=dn(ko(e,ki(e)),b.network);if(g===null)c('wps_disabled');else li(d,g,{pin:null,mac:null},'button');});});const lr=eT({pin:''},a=>{const b=eW(a);if(b!==null)return a.fail('invalid_argument',b);const c=kZ(a.args.pin??'');a.answer(c===null?{valid:false,code:'pin_invalid'}:{valid:true,pin:c});});const ls=32;const lt=63;const lu=/[[:cntrl:]]/;const lv=['own','shared','lost'];function lw(a){return match(a,lu)!==null;}
function lx(a){let b=0;for(let c=0;c<length(a);c++){const d=ord(a,c)??0;if(d<128||d>=192)b++;}
return b;}
function ly(a){return a!==''&&lx(a)<=ls&&!lw(a);}
function lz(a){return substr(replace(a??'',/[[:cntrl:]]/g,''),0,lt)||null;}
function lA(a){const b=filter(lv,d=>d===a.key)[0]??null;const c=int(a.joined??'');if(!a.mac||!a.network||b===null||!(c>0))return null;return{mac:lc(a.mac),network:a.network,section:a.section??null,joined:c,key:b,id:a.id??null,own_name:a.name??null,hostname:a.hostname??null};}
function lB(a){return{mac:a.mac,network:a.network,section:a.section,joined:`${a.joined}`,key:a.key,id:a.id,name:a.own_name,hostname:a.hostname};}
function lC(a){return`device_${replace(a.mac, /:/g, '')}_${a.section ?? ''}`;}
function lD(a,b){return a.mac===b.mac&&a.network===b.network;}
function lE(a){return sort([...a],(b,c)=>c.joined-b.joined);}
function lF(a,b,c){return{mac:a.mac,name:a.own_name??c?.name??a.hostname,own_name:a.own_name,network:a.network,section:b?.section??a.section,joined:a.joined,key:a.key,kept:a.key!=='lost',online:b!==null,ifname:b?.ifname??null,band:b?.band??null,signal:b?.client?.signal??null,ip:c?.ip??null};}
const lG=60000;const lH=2;function lI(){const a=[];for(let b in dx('device')){const c=lA(b.options);if(c!==null)push(a,{place:b.name,entry:c});}
return a;}
function lJ(){return lE([...gM.passing,...map(lI(),a=>a.entry)]);}
function lK(a){const b=map(filter(lI(),c=>lD(c.entry,a)),c=>c.place);return dy(b[0]??lC(a),'device',lB(a));}
function lL(a){gM.passing=filter(gM.passing,b=>!lD(b,a));gP();gS();}
function lM(a){const b=filter(lJ(),d=>lD(d,a))[0]??null;const c={...a,own_name:b?.own_name??null,hostname:a.hostname??b?.hostname??null};lL(a);if(a.key!=='lost'&&lK(c))return;gM.passing=[c,...gM.passing];gP();gS();}
function lN(a,b){for(let c in dH(a))
if(length(filter(c,d=>d.section===b))>0)return c;return[];}
function lO(a,b){const c=a.peer;if(c===null||a.open)return;const d=lz(c.name);if(a.state==='success'&&b?.state!=='success'){const e=lN(cS(null),a.section);const f=hU(e);const g=f===null?null:iq(f,c.mac);lM({mac:c.mac,network:a.network,section:a.section,joined:a.ended,key:g===null?iH(e):'own',id:g,own_name:null,hostname:d});}else if(d!==null&&d!==lz(b?.peer?.name??null)){const e=filter(lJ(),f=>lD(f,{mac:c.mac,network:a.network}))[0]??null;if(e!==null&&e.hostname!==d)lM({...e,hostname:d});}}
function lP(a,b,c){const d=filter(dH(cS(null)),f=>hU(f)===a)[0]??null;if(d===null)return;const e=filter(lJ(),f=>lD(f,{mac:c,network:d[0].ssid})&&f.id===null)[0]??null;lM({mac:c,network:d[0].ssid,section:e?.section??d[0].section,joined:e?.joined??af().epoch,key:'own',id:b,own_name:null,hostname:null});}
function lQ(a){return dz(map(a,b=>b.place));}
function lR(a){const b=gA(a)??'';const c={};for(let e in hF(b))c[e.id]=true;const d=filter(lI(),e=>e.entry.id!==null&&c[e.entry.id]===true);lQ(d);gM.passing=filter(gM.passing,e=>e.id===null||c[e.id]!==true);ix(a);return length(d);}
function lS(a){const b={};for(let c in a)if(c.entry.id!==null)b[c.entry.id]=true;return b;}
function lT(a){const b=hU(a);const c=b===null?null:gA(b);if(b===null||c===null)return;const d=filter(lI(),g=>g.entry.network===a[0].ssid&&g.entry.key==='own');const e=lS(d);const f={};for(let g in hF(c)){f[g.id]=true;if(g.mac!==null&&!e[g.id])lP(b,g.id,g.mac);}
lQ(filter(d,g=>!f[g.entry.id??'']));}
function lU(a){map(dH(a),lT);}
function lV(a,b){const c={};map(a,(d,e)=>{const f=eJ(b[e]);const g=f.kind==='answer'?(f.clients??{}):{};for(let h in keys(g)){const i=g[h];if(i===null||!i.authorized||i.wps)continue;c[h]={ifname:d.ifname??'',section:d.section,band:d.radio.band,client:i};}});return c;}
function lW(a,b,c){return length(filter(a,d=>d.ifname===b&&d.ssid===c))>0;}
function lX(a,b){const c=a.deadline;at([{object:'network.wireless',method:'status'}],c,d=>{if(index([ag,ai],d[0].code)<0)return a.fail('timeout');const e=filter(cS(d[0].data),g=>g.ifname!==null);const f=map(e,g=>eD(g.ifname??'','get_clients'));at(f,c,g=>{if(length(filter(g,j=>eJ(j).kind==='silent'))>0)
return a.fail('timeout');const h=lV(e,g);const i=iW();b(e,j=>{const k=h[j.mac]??null;const l=k!==null&&lW(e,k.ifname,j.network);return lF(j,l?k:null,i[j.mac]??null);});});});}
const lY=eT({},a=>lX(a,(b,c)=>a.answer({devices:map(lJ(),c)})));function lZ(a){const b=eV(a,'mac');const c=b===null?null:lc(b);const d=eV(a,'network');if(c===null||!eF(c))a.fail('invalid_argument','mac');else if(d==='')a.fail('invalid_argument','network');else{const e=filter(lJ(),f=>f.mac===c&&(d===null||f.network===d));if(length(e)>0)return e;a.fail('unknown_device');}
return null;}
function ma(a){lL(a);return lQ(filter(lI(),b=>lD(b.entry,a)));}
function mb(a,b){const c={addr:b.mac,reason:lH,deauth:true,ban_time:lG};const d=filter(a,e=>e.ssid===b.network);return map(d,e=>({...eD(e.ifname??'','del_client'),args:c}));}
function mc(a,b,c){const d=c?'for good':'for a minute: it knows the password';dB(`${b.name ?? b.mac} (${b.mac}) is taken out of "${b.network}" ${d}, by ${a.who}`);dE({type:'removed',device:b});a.answer({device:b,for_good:c});}
function md(a,b,c,d){if(!iv(c,b.mac))return a.fail('not_saved');hY(a.deadline,e=>{ma(b);mc(a,e?{...d,online:false,ifname:null,band:null,signal:null}:d,true);});}
const me=eU({mac:'',network:''},a=>{const b=lZ(a);if(b===null)return;if(length(b)>1)return a.fail('ambiguous_target');const c=b[0];lX(a,(d,e)=>{const f=hU(filter(cS(null),g=>g.ssid===c.network));if(f!==null&&iq(f,c.mac)!==null)
return md(a,c,f,e(c));at(mb(d,c),a.deadline,g=>{if(length(filter(g,h=>h.code!==ag))>0)return a.fail('timeout');if(!ma(c))return a.fail('not_saved');mc(a,e(c),false);});});});function mf(a){const b=filter(gM.passing,c=>lD(c,a));if(length(b)===0)return lK(a);gM.passing=map(gM.passing,c=>(lD(c,a)?a:c));gP();gS();return true;}
const mg=eU({mac:'',name:'',network:''},a=>{const b=eV(a,'name');if(b===null||(b!==''&&!ly(b)))return a.fail('invalid_argument','name');const c=lZ(a);if(c===null)return;const d=map(c,e=>({...e,own_name:b||null}));lX(a,(e,f)=>{if(length(filter(d,h=>!mf(h)))>0)return a.fail('not_saved');const g=f(d[0]);dB(`${g.mac} is called "${g.name ?? g.mac}", by ${a.who}`);dE({type:'renamed',device:g});a.answer({device:g});});});const mh=eT({limit:0},a=>{const b=a.args.limit??dP;if(b<0)a.fail('invalid_argument','limit');else a.answer({entries:jQ(af(),min(b,dP))});});function mi(){const a=fj();if(a===null)return null;return{connected:a.connected,name:a.name,routers:map(a.routers,b=>({name:b.name,there:b.there,networks:map(b.networks,c=>({ssid:c.ssid,ready:c.ready,open:c.open}))}))};}
const mj=eT({},a=>a.answer({house:fj()}));function mk(a,b,c,d){if(c!==null)return{kind:'uuid',uuid:c};if(length(a)<2)return{kind:'single'};if(length(filter(b,e=>e.wps&&!e.independent))===0)return{kind:'group'};return{kind:'uuid',uuid:a[0].uuid??d()};}
function ml(a){return length(a)>0?a:null;}
function mm(a,b){if(gi(b.psk_file,'psk'))a.wpa_psk_file=null;}
function mn(a){return!a.stations&&(a.psk_file===null||gi(a.psk_file,'psk'));}
function mo(a){const b=filter(a,c=>gi(c.psk_file,'psk'))[0]?.psk_file??null;return b??gg(a[0].section,'psk');}
function mp(a,b){const c={};for(let d in keys(a)){const e=a[d].wpa_psk_file??null;if(type(e)==='string'&&gi(`${e}`,'psk'))c[`${e}`]=true;}
for(let d in keys(b))delete c[`${b[d].wpa_psk_file ?? ''}`];return keys(c);}
function mq(a,b,c){const d={};for(let e in a){const f={wps_pushbutton:'1'};const g=gs(e.raw);for(let h in be)f[h]=null;f.wps_independent=c.kind==='group'?'0':null;if(c.kind==='uuid')push(g,gp(c.uuid));if(b==='own')f.wpa_psk_file=mo(a);else{mm(f,e);const h=go(e.raw)??gg(e.section,'cred');for(let i in gn(h))push(g,i);}
f.hostapd_bss_options=ml(g);d[e.section]=f;}
return d;}
function mr(a){const b={};for(let c in a){const d={wps_pushbutton:null,wps_label:null,wps_independent:null};mm(d,c);d.hostapd_bss_options=ml(gs(c.raw));b[c.section]=d;}
return b;}
function ms(a){return filter(keys(a),b=>index(bd,b)<0);}
const mt=30000;const mu=3000;const mv=1000;let mw=null;function mx(a){if(a.state==='reverted')return'reverted';if(a.state==='failed')return'job_failed';return a.kind==='enable'?'enabled':'disabled';}
function my(a,b,c){const d={...a.job,state:b,code:c,ended:af().epoch};a.job=d;gP();gS();const e=c===null?'':` (${c})`;dB(`${d.kind} WPS on "${d.network}": ${b}${e}`);dE({type:mx(d),job:d});}
const mz={object:'network',method:'reload'};function mA(a){return`${a.radio.name} ${a.section}`;}
function mB(a,b){return b.radio.up===true&&b.applied===true&&kd(a,b);}
function mC(a,b,c){return mB(a,b)&&(kg(a,b)||(c&&ke(b)));}
function mD(a){for(let b in a.bsses){const c=b.ifname??'';if(kc(a,b)&&fh(c)===false&&!ke(b))
au(eD(c,'update_beacon'));}}
function mE(a,b){const c=gG(a.former);iO(cS(null));au(mz);if(!c)return my(a,'failed',b);a.reverting=b;a.until=af().monotonic+mt;gP();gS();mw?.set?.(mv);}
function mF(a){for(let b in mp(a.former,a.changes)){const c=lR(b);if(c>0)dB(`${c} devices on "${a.job.network}" have no key of their own any more`);}
for(let b in keys(a.changes))ia(`${a.changes[b].wpa_psk_file ?? ''}`);my(a,'done',null);}
function mG(a){if(a.reverting!==null)my(a,'reverted',a.reverting);else mF(a);}
function mH(){const a=gX();if(a===null)return;jW(af().monotonic+mv,b=>{const c=a.until-af().monotonic;const d=filter(b?.bsses??[],f=>index(a.watched,mA(f))>=0);const e=b===null?null:length(filter(d,f=>!mC(b,f,c<=0)));if(b!==null)mD(b);if(e===0&&c<=mt-mu)mG(a);else if(c>0)mw?.set?.(mv);else if(a.reverting!==null)
mG(a);else mE(a,'not_back');});}
mw=ad.timer(-1,()=>aq(mH));function mI(a,b){const c=type(b.hostapd_bss_options)==='array'?b.hostapd_bss_options:[];const d=go(c);const e=type(b.wpa_psk_file)==='string'?`${b.wpa_psk_file}`:null;return((d===null||iI(d,a))&&(e===null||iJ(e)));}
function mJ(a){const b=filter(keys(a.changes),d=>!mI(d,a.changes[d]));const c=length(b)===0;if(!c||!gG(a.changes)){iO(cS(null));my(a,'failed',c?'configuration':'key_file');}else{au(mz);if(length(a.watched)===0)mF(a);else mw?.set?.(mv);}}
function mK(a,b){const c=ko(a,ki(a))[index(a.networks,b)];return eZ(filter(c.places,fa));}
function mL(a,b,c,d){if(gX()!==null||length(filter(b,g=>g.unsaved))>0)return'busy';if(jt(dh)!==null)return'already_open';if(c==='disable')return null;const e=ki(a);if(e.installed_has_wps===false||e.running_has_wps===false)return'wps_not_supported';if(e.installed_has_wps===null&&e.running_has_wps!==true)return'timeout';const f=mK(a,b);if(length(f)===0)return'unsuitable_network';return d==='own'&&length(filter(f,g=>!mn(g)))>0?'unsuitable_network':null;}
function mM(a){const b={};for(let c in keys(a))b[c]=gF(c,ms(a[c]));return b;}
function mN(a){let b=0;for(let c in mp(mM(a),a))b+=iw(c);return b;}
function mO(a){const b=a.radio;return(b.managed&&b.up===false&&!b.stopped&&!b.failed&&!b.disabled&&!a.disabled);}
function mP(a,b){const c=map(b,e=>e.radio.name);const d=filter(a.bsses,e=>{const f=kd(a,e)&&(kg(a,e)||!ke(e));return index(c,e.radio.name)>=0&&(f||mO(e));});return map(d,mA);}
function mQ(a,b,c,d){const e=af();const f={job:{id:gR(e.epoch),network:b[0].ssid,sections:dM(b),kind:c,state:'running',code:null,started:e.epoch,ended:null},changes:d,former:mM(d),reverting:null,watched:mP(a,b),until:e.monotonic+mt};const g=h=>length(filter(h.job.sections,i=>index(f.job.sections,i)>=0))===0;gM.tasks=[f,...filter(gM.tasks,g)];gP();gS();mJ(f);return f.job;}
function mR(a,b,c,d){const e=eY(a);if(e===null)return;if(e.network===null&&e.section===null)return a.fail('invalid_argument','network');ka(a,f=>{const g=filter(f.networks,l=>di(e,l));if(length(g)>1)return a.fail('ambiguous_target');if(length(g)===0)return a.fail('unknown_target');const h=g[0];const i=mL(f,h,b,c);if(i!==null)return a.fail(i);const j=d(h,f);const k=mN(j);if(k>0&&a.args.force!==true)return a.fail('devices_would_go',k);dB(`${b} WPS on "${h[0].ssid}", by ${a.who}`);a.answer({job:mQ(f,h,b,j)});});}
const mS=eU({network:'',section:'',keys:'',force:true},a=>{const b=eV(a,'keys')??'shared';if(index(['shared','own'],b)<0)return a.fail('invalid_argument','keys');const c=()=>mR(a,'enable',b,(d,e)=>{const f=filter(e.bsses,i=>index(d,i)<0);const g=mK(e,d);const h=mk(g,f,fk(),()=>gq(hK(11)));return mq(g,b,h);});if(b!=='own')return c();hZ(a.deadline,d=>(d?c():a.fail('unsuitable_network')));});const mT=eU({network:'',section:'',force:true},a=>mR(a,'disable',null,mr));function mU(a){for(let b in gM.tasks)
if(length(filter(b.job.sections,c=>index(a,c)>=0))>0)return b.job;return null;}
function mV(){const a=gX();if(a===null)return;a.until=af().monotonic+mt;if(a.reverting!==null)mE(a,a.reverting);else mJ(a);}
function mW(){const a=dx('guard')[0]??null;return a===null?null:{when:int(a.options.when??'0'),sections:a.lists.section??[]};}
function mX(a,b){const c=b.bss;const d=c.ifname;return{ifname:d,section:c.section,radio:c.radio.name,bssid:d===null?null:cM(d),band:c.radio.band,channel:fT(c.radio),enabled:c.wps,ready:b.ready,on_air:kg(a,c),problems:b.problems};}
function mY(a){const b=[];for(let c in a.opening){const d=c.radio.band;if(d!==null&&index(b,d)<0)push(b,d);}
return b;}
function mZ(a,b){const c=map(b.places,e=>e.bss);const d=dM(c);return{ssid:c[0].ssid,sections:d,bands:mY(b),enabled:b.enabled,ready:b.ready,keys:iH(c),problems:b.problems,session:jO(d,a.at),job:mU(d),access_points:map(b.places,e=>mX(a,e))};}
function na(a){const b=ki(a);return{supported:b.running_has_wps===true,daemon:b,networks:map(ko(a,b),c=>mZ(a,c)),button:ln(),light:kO(),guard:mW(),house:mi(),now:a.at.epoch};}
function nb(a){const b=map(a.bsses,c=>[fT(c.radio),ke(c),...(c.ifname===null?[]:[cM(c.ifname),kf(a,c.ifname)])]);return[b,fC(),ln(),kO(),mW(),mi(),gQ()];}
let nc=null;function nd(a){const b=sprintf('%J',nb(a));if(nc?.round!==a.round||nc?.text!==b)
nc={round:a.round,text:b,status:na(a)};return{...nc.status,now:a.at.epoch};}
const ne=eT({},a=>ka(a,b=>a.answer(nd(b))));jg(ip);jg(lO);jg(kV);ig(lP);gW();mV();jZ();ju();kY();iz(cS(null));lU(cS(null));aw('hostapd.',(a,b)=>{fR();if(!b)jx(a);jZ();});const nf={'luci.wps':{status:ne,start:ll,cancel:kr,enable:mS,disable:mT,button:lp,press:lq,devices:lY,remove:me,rename:mg,history:mh,house:mj,check_pin:lr}};return nf;
