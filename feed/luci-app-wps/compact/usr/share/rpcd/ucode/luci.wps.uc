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
function aL(a,b,c){if(b===null&&aK(a,c))return true;return aJ(b)===aJ(c);}
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
const cq='/etc/config/wireless';function cr(){const a=ac.cursor()??die('uci');a.load(cq);return a;}
function cs(){return cr().get_all('wireless')??{};}
function ct(){const a={};for(let b in aa.glob('/tmp/.uci/wireless','/var/run/rpcd/uci-*/wireless')){for(let c in split(aa.readfile(b)??'','\n')){const d=match(c,/[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/);if(d?.[0]===c)a[d[1]]=true;}}
return a;}
function cu(){const a=[];for(let b in aa.lsdir('/lib/netifd/wireless')??[]){const c=match(b,/(.+)\.sh/);if(c?.[0]===b)push(a,c[1]);}
return a;}
const cv='/usr/share/ucode/wifi/ap.uc';const cw='/lib/netifd/hostapd.sh';const cx='/lib/netifd/wireless.uc';function cy(a){const b=map(a,c=>{const d=aa.stat(c);return d===null?'':`${d.inode} ${d.size} ${d.mtime}`;});return join('/',b);}
function cz(){return cy([cv,cw,cx]);}
function cA(){return cy([cq]);}
function cB(){return{netifd_ucode:aa.access(cx)===true,ap_uc:aa.readfile(cv),hostapd_sh:aa.readfile(cw)};}
function cC(a){const b=match(a,/@wifi-iface\[-?[0-9]+\]/);return b?.[0]===a?(cr().get_all('wireless',a)?.['.name']??a):a;}
function cD(a){return trim(aa.readfile(`/sys/class/net/${a}/address`)??'')||null;}
let cE=null;let cF=null;function cG(){const a=cz();if(cE?.stamp!==a)cE={stamp:a,software:cp(cB())};return cE.software;}
function cH(){const a=cG();const b=`${cA()}/${cE.stamp}`;if(cF?.stamp!==b)cF={stamp:b,configuration:co(cs(),a)};return cF.configuration;}
function cI(a){return aP(cH(),a,ct(),cu());}
const cJ={fix:'package',refusal:'wps_not_supported'};const cK={fix:'wireless',refusal:'unsuitable_network'};const cL={fix:'wait',refusal:'not_on_air'};const cM={fix:'wireless',refusal:null};const cN={no_daemon:cJ,daemon_without_wps:cJ,daemon_restart_needed:{...cJ,fix:null},not_managed:{...cL,fix:null},radio_disabled:{...cL,fix:'wireless'},radio_stopped:{...cL,fix:'wireless'},radio_failed:{...cL,fix:'wireless'},multi_ap_backhaul:{...cK,fix:null},unknown_encryption:cK,open_network:cK,wep:cK,tkip_only:cK,enterprise:cK,wpa3_only:cK,bad_key:cK,ppsk:cK,mac_authentication:cK,hidden_ssid:cK,band_6ghz:{...cK,fix:null},wps_disabled:{fix:'enable',refusal:'wps_disabled'},unsaved_changes:{fix:'wireless',refusal:'busy'},radio_down:cL,radar_check:cL,not_on_air:cL,silent:{...cL,fix:'enable'},window_open:{fix:'wait',refusal:'already_open'},overlap:{fix:'wait',refusal:'overlap'},full:{fix:'wireless',refusal:'unsuitable_network'},mac_allow_list:cM,not_persistent:{...cM,fix:'enable'},bands_apart:{...cM,fix:'enable'},shared_flag:cM,pin_exposed:{...cM,fix:'enable'},fast_roaming:cM,pmf_required:cM,other_routers:{...cM,fix:null}};function cO(a,b){return length(filter(values(a.faults),c=>c===b))>0;}
function cP(a){const b=filter(keys(a.faults),c=>cN[c].refusal==='unsuitable_network');return length(b)===0&&a.radio.managed;}
const cQ=['fast_roaming','pmf_required'];function cR(a){const b={};for(let c in keys(a.faults))if(a.wps||index(cQ,c)<0)b[c]=a.faults[c];return b;}
function cS(a){const b=a.bss;const c=b.radio;const d=a.daemon;const e=c.refusal;const f=!b.disabled&&!c.disabled;const g=f&&(c.managed||a.answers);const h=e!==null&&e.section===b.section&&cO(b,e.option);const i=g&&!a.answers&&(c.failed||e!==null);const j=g&&!c.stopped&&!i&&a.radar_left===0;return{...cR(b),no_daemon:!a.daemon_installed,daemon_without_wps:a.daemon_installed&&d.installed_has_wps===false,daemon_restart_needed:d.installed_has_wps!==null&&d.running_has_wps===!d.installed_has_wps,not_managed:f&&!g&&'type',radio_disabled:!f&&'disabled',radio_stopped:g&&c.stopped,radio_failed:i&&!h&&!c.stopped&&(e?.option??true),unsaved_changes:b.unsaved||b.applied===false,radio_down:j&&c.up!==true,radar_check:f&&a.radar_left>0&&a.radar_left,not_on_air:j&&c.up===true&&!a.answers,silent:j&&a.answers&&a.beacons===false,full:a.full&&'maxassoc',window_open:a.open!==null&&(a.open.remaining??true),overlap:a.overlap_left>0&&a.overlap_left,not_persistent:b.wps&&cP(b)&&!a.persistent&&bf,shared_flag:b.wps&&(a.grouped?'wps_independent':a.flagged>1&&'wps_pushbutton'),other_routers:b.wps&&a.elsewhere};}
function cT(a,b,c){if(a==='silent'&&c.uplink_away)return'wait';if(a==='wps_disabled'&&b===bf)return'wireless';return cN[a].fix;}
function cU(a){const b=cS(a);const c=[];for(let d in keys(cN)){const e=b[d]??false;if(e===false)continue;const f=cN[d];push(c,{code:d,severity:f.refusal===null?'warning':'error',option:type(e)==='string'?`${e}`:null,fix:cT(d,e,a),seconds:type(e)==='int'?int(e):null,sections:[a.bss.section]});}
return c;}
function cV(a){return filter(a,b=>b.severity==='error')[0]??null;}
const cW={network:null,section:null,ifname:null};function cX(a,b){if(a.network!==null)return b[0].ssid===a.network;if(a.section!==null)return length(filter(b,c=>c.section===a.section))>0;if(a.ifname!==null)return length(filter(b,c=>c.ifname===a.ifname))>0;return true;}
function cY(a){return(a===null?null:cN[a.code].refusal)??'wps_disabled';}
function cZ(a,b){if(a.ifname!==null){const c=filter(b.places,d=>d.bss.ifname===a.ifname)[0];return c.ready?{error:null,whole:b,opening:[c.bss]}:{error:cY(cV(c.problems))};}
return b.ready?{error:null,whole:b,opening:b.opening}:{error:cY(b.obstacle)};}
function da(a){const b=filter(a,d=>d.enabled);const c=length(b)>0?b:a;return{error:length(c)===1?cY(c[0].obstacle):'wps_disabled'};}
function db(a,b){const c=b.network!==null||b.section!==null||b.ifname!==null;const d=filter(a,f=>cX(b,map(f.places,g=>g.bss)));if(c&&length(d)===0)return{error:'unknown_target'};if(length(d)===1&&(c||d[0].ready))return cZ(b,d[0]);const e=filter(d,f=>f.ready);if(length(e)===1)return cZ(b,e[0]);if(length(e)>1)return{error:'ambiguous_target'};return c?{error:cY(d[0].obstacle)}:da(d);}
function dc(a,b){if(b!==null)return{...cW,network:b};const c=filter(a,d=>d.enabled)[0]??null;return c===null?null:{...cW,section:c.places[0].bss.section};}
const dd='/etc/rc.button/wps';const de='/etc/rc.wps/';let df=null;function dg(){df??=index(aa.readfile(dd)??'',de)>=0;return df;}
const dh='/etc/config/wps';let di='';let dj={};function dk(){const a=ac.cursor()??die('uci');a.load(dh);return a;}
function dl(){const a={};dk().foreach('wps',null,b=>{const c={};const d={};for(let e in keys(b))
if(substr(e,0,1)==='.')continue;else if(type(b[e])==='array')d[e]=b[e];else c[e]=`${b[e]}`;a[b['.type']]??=[];push(a[b['.type']],{name:b['.name'],options:c,lists:d});});return a;}
function dm(a){const b=aa.stat(dh);const c=b===null?'':`${b.inode} ${b.size} ${b.mtime}`;if(c!==di||c===''){dj=b===null?{}:dl();di=c;}
return dj[a]??[];}
function dn(a,b,c){if(aa.access(dh)!==true&&aa.writefile(dh,'')===null)return false;const d=dk();d.set('wps',a,b);for(let e in keys(c)){const f=c[e];if(f!==null)d.set('wps',a,e,f);else if((d.get('wps',a,e)??null)!==null)d.delete('wps',a,e);}
di='';return d.commit()===true;}
function dp(a){if(length(a)===0)return true;const b=dk();for(let c in a)if((b.get('wps',c)??null)!==null)b.delete('wps',c);di='';return b.commit()===true;}
let dq=null;try{dq=require('log');}catch{dq=null;}
function dr(a){const b=replace(a,/[[:cntrl:]]/g,'?');if(dq)dq.syslog(dq.LOG_NOTICE,`luci.wps: ${b}`);else system(['logger','-p','daemon.notice','-t','luci.wps',b],500);}
function ds(a){return{object:'log',method:'read',args:{lines:a,stream:false}};}
function dt(a){return a?.data?.log??[];}
function du(a){av('luci.wps',a);}
const dv=['ok','wpa3_only','tkip_only'];function dw(a){return index(dv,a.protection)>=0?'personal':a.protection;}
function dx(a){const b=[];const c={};for(let d in a){const e=`${d.key_number} ${dw(d)} ${d.ssid}`;const f=c[e]??-1;if(f>=0)push(b[f],d);else{c[e]=length(b);push(b,[d]);}}
return b;}
function dy(a){return length(filter(a,b=>b.independent))===0;}
function dz(a){if(length(a)<2||dy(a))return true;const b=a[0].uuid;return b!==null&&length(filter(a,c=>c.uuid!==b))===0;}
function dA(a){if(dz(a))return a;return slice([...filter(a,b=>b.radio.band==='2g'),...a],0,1);}
function dB(a){const b=filter(a,c=>!c.independent);return[...slice(b,0,1),...filter(a,c=>c.independent)];}
function dC(a){const b=[];for(let c in a)if(index(b,c.section)<0)push(b,c.section);return b;}
const dD=120;const dE=30;const dF=50;const dG=120;const dH=(dD+5)*1000;const dI=(dD-2)*1000;function dJ(a){return map(a,b=>b.ifname);}
function dK(a,b){return{session:{id:a.id,network:a.network,ifnames:dJ(a.parts),ifname:null,section:null,method:a.method,origin:a.origin,by:a.by,state:'waiting',open:true,started:a.origin==='external'?null:b.epoch,ended:null,duration:dD,remaining:null,attempts_failed:0,reason:null,peer:null},parts:a.parts,homes:a.homes,exclusive:a.exclusive,since:b.monotonic,logged:null,cancelling:null,until:null};}
function dL(a){return a.session.open?filter(a.parts,b=>b.ending===null):[];}
function dM(a,b){return a.session.method==='pin'||!b.independent;}
function dN(a){const b=filter(dL(a),c=>dM(a,c)&&c.last.result!=='None');return length(b)>0;}
function dO(a){return a.session.open||a.until!==null;}
function dP(a,b){const c=a.session.state==='connecting'?'still_trying':null;return{...a,cancelling:['cancelled',b??c]};}
function dQ(a,b){return{...a,session:{...a.session,...b}};}
function dR(a,b,c){return dQ(a,{state:b[0],reason:b[1],open:false,ended:c.epoch,peer:null});}
function dS(a,b){return{mac:a,name:null,ip:null,signal:b?.signal??null,authorized:b!==null&&b.authorized&&!b.wps};}
function dT(a,b){const c=a.session;const d=b?.ifname??null;if(c.ifname===d)return a;return{...a,session:{...c,ifname:d,section:b?.section??null}};}
function dU(a,b,c,d){const e={...dT(a,b),until:d.monotonic+dE*1000};return dQ(e,{state:'success',reason:null,open:false,ended:d.epoch,peer:dS(c,null)});}
function dV(a){const b=a?.kind==='answer'?a.clients:null;return filter(keys(b??{}),c=>b?.[c]?.wps===true)[0]??null;}
function dW(a,b){const c=dL(a);const d=filter(c,g=>{const h=b[g.ifname]??null;return h?.kind==='answer'&&h.clients!==null;});const e=filter(d,g=>dV(b[g.ifname]??null)!==null)[0]??null;const f={state:'waiting',reason:null,open:true,ended:null,peer:null};if(e!==null){const g=b[e.ifname]??null;const h=dV(g)??'';const i=g?.kind==='answer'?(g.clients?.[h]??null):null;const j=a.session.peer?.mac===h&&a.session.peer?.signal===i?.signal;if(j&&a.session.ifname===e.ifname)return a;return dQ(dT(a,e),{...f,state:'connecting',peer:dS(h,i)});}
if(a.session.state==='waiting'||length(d)<length(c))return a;return dQ(dT(a,null),f);}
function dX(a,b,c,d){if(c)return['failed',b.reason??'authentication_failure'];if(a.cancelling!==null)return a.cancelling;return d>=dD*1000?['timeout',null]:null;}
function dY(a,b){if(a.cancelling!==null)return a.cancelling;if(b>=dI)return['timeout',null];return a.session.started===null?['timeout','start_not_seen']:['cancelled','elsewhere'];}
function dZ(a,b){if(!b.independent)return['lost','sibling'];if(a.session.attempts_failed>0)return['failed',b.last.reason??'unknown'];return['lost','daemon_restarted'];}
function ea(a,b){if(b<=dH)return null;if(a.cancelling!==null)return a.cancelling;return a.session.started===null?['lost','stale']:['timeout','elsewhere'];}
function eb(a,b,c,d,e){if(a.session.method==='pin')return dX(a,b.last,d,e);switch(c){case'Active':return ea(a,e);case'Overlap':return['overlap','several_devices'];case'Timed-out':return dY(a,e);default:return dZ(a,b);}}
function ec(a,b){const c=a.result==='Success'?`WPS-REG-SUCCESS ${a.peer} `:'WPS-FAIL ';return a.result!=='None'&&length(filter(b,d=>index(d,c)===0))>0;}
function ed(a){const b=filter(a,c=>index(c,'WPS-REG-SUCCESS ')===0)[0]??null;return b===null?null:(split(b,' ')[1]??null);}
function ee(a,b){return{part:b===null?a:{...a,ending:b},mac:null,failed:false};}
function ef(a,b,c,d){const e=d.monotonic-a.since;if(c.kind==='gone'){const n=ed(c.told);return{...ee(b,n===null?['lost','access_point_gone']:null),mac:n};}
if(c.kind==='no_wps')return ee(b,['lost','daemon_restarted']);if(c.kind==='answer'&&c.registrar===null)return ee(b,null);const f=c.kind==='answer'?c.registrar:null;if(c.kind==='silent'||f===null||f.pbc==='Unknown'||f.result==='Unknown'){if(a.cancelling!==null)return ee(b,a.cancelling);return ee(b,e>dH?['lost','no_answer']:null);}
const g=b.last;const h=f.result!==g.result||f.peer!==g.peer||f.reason!==g.reason;const i=h||ec(f,c.told);const j=i&&f.result==='Failed';const k=h?{...b,last:f}:b;if(i&&f.result==='None')return ee(k,['lost','daemon_restarted']);const l=f.pbc==='Disabled'&&a.session.method==='pbc'&&b.independent;if(f.result==='Success'&&f.peer!==null&&(i||l))
return{part:k,mac:f.peer,failed:false};const m=j?{...a,session:{...a.session,attempts_failed:1}}:a;return{...ee(k,eb(m,k,f.pbc,j,e)),failed:j};}
const eg=['overlap','failed','timeout','cancelled','lost'];function eh(a){for(let b in eg)for(let c in a)if(c.ending?.[0]===b)return c.ending;return['lost','no_answer'];}
function ei(a,b){return b?.[0]==='overlap'||(b?.[0]==='failed'&&a.session.method==='pin');}
function ej(a,b,c){return b===c?a:map(a,d=>(d===b?c:d));}
function ek(a,b,c){let d=a.parts;let e=a.session.attempts_failed;let f=a.logged;let g=null;for(let l in dL(a)){const m=b[l.ifname]??null;if(m===null)continue;const n=ef(a,l,m,c);d=ej(d,l,n.part);if(n.failed)e++;if(n.part.last!==l.last&&dM(a,l))f=null;if(n.mac!==null)g??=n;}
if(d===a.parts&&e===a.session.attempts_failed&&g===null)
return dW(a,b);const h=filter(d,l=>l.ending===null);const i=filter(d,l=>ei(a,l.ending))[0]??null;const j={...a,parts:d,logged:f,session:{...a.session,attempts_failed:e}};if(g!==null)return dU(j,g.part,g.mac??'',c);if(i!==null)return dR(j,eh([i]),c);if(length(h)>0){j.session.ifnames=dJ(h);return dW(j,b);}
const k=filter(d,l=>l.ending?.[1]==='sibling'&&l.last.result==='Success')[0]??null;if(a.exclusive&&k!==null)return dU(j,k,k.last.peer??'',c);return dR(j,eh(d),c);}
function el(a,b,c,d){const e=a.session;if(e.state!=='success')return a;const f=e.peer;const g={...a,until:null};let h=true;for(let i in a.homes){const j=c[i.ifname]??null;if(j===null||(j.kind==='answer'&&j.clients===null))h=false;if(j?.kind!=='answer')continue;const k=dS(f.mac,j.clients?.[f.mac]??null);if(k.authorized)
return dQ(dT(g,i),{state:'joined',open:false,ended:e.ended,reason:null,peer:{...f,authorized:true,signal:k.signal}});}
if(d.monotonic>=b+(h?0:dH-dD*1000))
return dQ(g,{state:'success',open:false,ended:e.ended,reason:'not_connected',peer:f});return a;}
function em(a,b,c){if(a.session.open)return ek(a,b,c);return a.until===null?a:el(a,a.until,b,c);}
function en(a,b){if(b.session.open||!a.session.open)return[];return filter(b.parts,c=>c.ending===null&&c.ifname!==b.session.ifname);}
function eo(a,b,c){const d=a.session;const e=d.peer;if(e===null||(e.name===b&&e.ip===c))return a;return dQ(a,{...d,peer:{...e,name:b,ip:c}});}
function ep(a,b){const c=a.session;const d=c.open?max(0,dD-int((b.monotonic-a.since)/1000)):0;return{...c,remaining:c.started===null?null:d};}
const eq=['Disabled','Active','Timed-out','Overlap'];const er=['None','Success','Failed'];const es={pbc:'Disabled',result:'None',reason:null,peer:null};function et(a,b){return{object:`hostapd.${a}`,method:b};}
const eu=/([0-9a-f]{2}:){5}[0-9a-f]{2}/;function ev(a){return match(a,eu)?.[0]===a;}
function ew(a){const b=a.last_wps_result;const c=a.reason==='Authentication Failure';const d=a.peer_address;return{pbc:index(eq,a.pbc_status)<0?'Unknown':a.pbc_status,result:index(er,b)<0?'Unknown':b,reason:c?'authentication_failure':a.reason?'unknown':null,peer:type(d)==='string'&&ev(d)?d:null};}
function ex(a){const b={};for(let c in keys(a?.clients??{})){const d=a.clients[c];b[lc(c)]={authorized:d.authorized===true,wps:d.wps===true,signal:type(d.signal)==='int'?d.signal:null};}
return b;}
function ey(a,b,c){if(a.code===ah)return{kind:'no_wps'};if(a.code===ai)return{kind:'gone',told:c};if(a.code!==ag||type(a.data)!=='object')return{kind:'silent'};return{kind:'answer',registrar:ew(a.data),clients:b?.code===ag?ex(b.data):null,told:c};}
function ez(a){if(a.code===ai)return{kind:'gone',told:[]};if(a.code!==ag)return{kind:'silent'};return{kind:'answer',registrar:null,clients:ex(a.data),told:[]};}
const eA=/hostapd(\[[0-9]+\])?: ([A-Za-z0-9._-]+): (.*)/;function eB(a){const b=match(a.msg,eA);return b?.[0]===a.msg?{ifname:b[2],text:b[3]}:null;}
function eC(a){const b=[];for(let c in a){const d=split(eB(c)?.text??'',' ');if(d[0]!=='AP-STA-CONNECTED'||length(d)<3||!ev(d[1]))continue;if(index(d[2],'keyid=')===0)
push(b,{mac:d[1],id:substr(d[2],length('keyid='))});}
return b;}
function eD(a,b,c){if(length(c)===0||c[0].id>b+1)return null;for(let d in c){const e=eB(d);if(d.id<=b||e===null||index(a,e.ifname)<0)continue;if(index(e.text,'CTRL-EVENT-EAP-STARTED ')===0)return true;}
return false;}
function eE(a,b,c){const d=[];for(let e in c){const f=eB(e);if(f?.ifname!==a||e.id<=(b??e.id))continue;if(index(f.text,'WPS-')===0)push(d,f.text);}
return d;}
const eF=ae('This is not a valid WPS PIN: check its digits.');const eG=ae('The access point software did not answer.');const eH=ae('WPS is off on this network.');const eI=ae('Several devices asked to join within two minutes: stop WPS on the others and wait.');const eJ={invalid_argument:{status:2,message:ae('The arguments are not valid.')},ambiguous_target:{status:2,message:ae('Several networks are ready: name one.')},pin_invalid:{status:2,message:eF},wps_not_supported:{status:3,message:ae('The running access point software has no WPS.')},unknown_target:{status:4,message:ae('There is no such network or access point.')},unknown_device:{status:4,message:ae('No such device has joined by WPS.')},not_on_air:{status:4,message:ae('The network is configured, but not on the air.')},already_open:{status:6,message:ae('WPS is active already.')},busy:{status:6,message:ae('Another change is still under way.')},timeout:{status:7,message:eG},wps_disabled:{status:8,message:eH},overlap:{status:8,message:eI},unsuitable_network:{status:8,message:ae('WPS cannot work with the settings of this network.')},devices_would_go:{status:8,message:ae('Devices with keys of their own would lose them.')},button_absent:{status:8,message:ae('This version of OpenWrt leaves no place for the WPS button.')},not_saved:{status:9,message:ae('The settings could not be written.')},pin_unavailable:{status:8,message:ae('Joining by PIN needs the package hostapd-utils.')}};const eK=900;function eL(a,b){return{args:a,call:c=>{let d=false;const e=(h,i)=>{if(!d)c.reply(h,i);d=true;};const f=af().monotonic+eK;const g={args:{...c.args},who:c.info?.acl?.user??'unknown',deadline:f,answer:h=>e(h,0),fail:(h,i)=>{const j={code:h,message:eJ[h].message};if(type(i)==='string')j.argument=`${i}`;if(type(i)==='int')j.devices=int(i??0);e({error:j},eJ[h].status);},isPending:()=>!d&&af().monotonic<f};aq(()=>b(g));return d?null:ap();}};}
function eM(a,b){return eL(a,c=>{const d=c.args.ubus_rpc_session??null;if(d===null||am)return b(c);const e={ubus_rpc_session:d,keys:['username']};at([{object:'session',method:'get',args:e}],c.deadline,f=>b({...c,who:f[0].data?.values?.username??c.who}));});}
function eN(a,b){return a.args[b]??null;}
function eO(a){for(let b in keys(a.args))
if(a.args[b]===''&&b!=='ubus_rpc_session')return b;return null;}
function eP(a){const b=eN(a,'origin')??'luci.wps';const c=eN(a,'by');const d=c===null||match(c,/[A-Za-z0-9_.-]{1,32}/)?.[0]===c;const e=b!=='house'&&b!=='luci.wps'?'origin':d?null:'by';if(e!==null){a.fail('invalid_argument',e);return null;}
return b==='house'?{origin:b,by:c??b}:{origin:'luci.wps',by:a.who};}
function eQ(a){const b=eN(a,'section');const c={network:eN(a,'network'),section:b===null?null:cC(b),ifname:eN(a,'ifname')};const d=filter(keys(c),f=>c[f]!==null);const e=eO(a)??(length(d)>1?d[1]:null);if(e===null)return c;a.fail('invalid_argument',e);return null;}
function eR(a){return map(a,b=>b.bss);}
function eS(a){const b=filter(a.problems,c=>cN[c.code].refusal==='unsuitable_network'&&c.code!=='full');return length(b)===0;}
function eT(a){const b={};for(let d in a){const e=b[d.code]??null;if(e===null)b[d.code]={...d,sections:[...d.sections]};else{for(let f in d.sections)
if(index(e.sections,f)<0)push(e.sections,f);if(e.seconds!==null)e.seconds=min(e.seconds,d.seconds??e.seconds);}}
const c=[];for(let d in keys(cN)){const e=b[d]??null;if(e!==null)push(c,e);}
return c;}
function eU(a){if(dz(a))return[];const b=cN.bands_apart;return[{code:'bands_apart',severity:'warning',option:'wps_independent',fix:b.fix,seconds:null,sections:dC(a)}];}
function eV(a){const b=cV(a.problems);return b===null?length(cN):index(keys(cN),b.code);}
function eW(a){const b=filter(a,f=>f.bss.wps&&!f.bss.disabled);const c=filter(a,f=>f.ready);const d=eU(eR(b));let e=a[0];for(let f in a){for(let g in f.problems)push(d,g);if(eV(f)>eV(e))e=f;}
return{places:a,enabled:length(b)>0,ready:length(c)>0,opening:dA(eR(c)),problems:eT(d),obstacle:length(c)>0?null:cV(e.problems)};}
const eX='wpad-mbedtls';function eY(a){if(a.installed_has_wps===null)return null;if(a.installed_has_wps)
return a.running_has_wps===false?['service wpad restart','wifi']:null;const b=a.package;const c=b===null?eX:replace(b,/-(basic|mini)/,'');if(c===b)return null;const d=b===null?'':` && opkg remove ${b}`;const e=b===null?'':` '!${b}' && apk del ${b}`;const f={opkg:`mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${c}${d} && opkg --cache /tmp/wpad install ${c} && reboot`,apk:`apk update && apk --cache-predownload add ${c}${e} && reboot`};return a.package_manager===null?null:[f[a.package_manager]];}
function eZ(a){const b=aa.readfile(`/sys/class/net/${a}/carrier`,1);return b==='1'?true:b==='0'?false:null;}
const fa='/var/run/luci-wps-house.json';function fb(){const a=aa.readfile(fa);if(a===null)return null;try{const b=json(a);return type(b?.routers)==='array'&&type(b.connected)==='bool'?b:null;}catch{return null;}}
function fc(){return dm('house')[0]?.options?.uuid??null;}
function fd(a,b){au({object:'luci.wps.house',method:'start',args:{network:a,session:b}});}
const fe='/usr/sbin/hostapd_cli';function ff(){return aa.access(fe,'x')===true;}
function fg(a,b,c,d){const e=[fe,'-i',a,'wps_pin','any',b,`${dD}`];if(c!==null)push(e,c);return system(e,max(1,d-af().monotonic))===0;}
function fh(a){system([fe,'-i',a,'wps_cancel'],50);}
const fi='/usr/sbin/hostapd';const fj=500;const fk=10000;let fl='';let fm=false;let fn=0;function fo(){const a=aa.stat(fi);if(a===null)return false;const b=`${a.inode} ${a.size} ${a.mtime}`;if(b===fl)return fm;if(af().monotonic<fn)return null;const c=system([fi,'-vwps'],fj);if(c<0||c>125){fn=af().monotonic+fk;return null;}
fl=b;fm=c===0;return fm;}
function fp(){if(aa.access('/lib/apk/db/installed'))return'apk';return aa.access('/usr/lib/opkg/status')?'opkg':null;}
function fq(){const a=/\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;for(let b in aa.glob('/lib/apk/packages/[hw]*.list','/usr/lib/opkg/info/[hw]*.control')){const c=match(b,a);if(c)return c[1];}
return null;}
function fr(){return aa.access(fi)===true;}
function fs(){return{package:fq(),installed_has_wps:fo(),pin_available:ff(),package_manager:fp()};}
const ft={};const fu={};function fv(a){const b=a??52;return b<52||b>144?0:b>=120&&b<=128?600000:60000;}
function fw(a,b,c){if(b.kind==='answer'||a.band!=='5g'||a.up!==true)delete fu[a.name];else if(b.kind==='gone')fu[a.name]??=c+fv(a.channel);}
function fx(a,b){return max(0,int(((fu[a.name]??0)-b)/1000));}
function fy(a){const b=filter(a,e=>!exists(ft,e.radio.name));const c=length(b)>0?b:a;const d=af().epoch%max(1,length(c));return slice(c,d,d+1);}
function fz(a,b){if(type(b.data?.channel)==='int')ft[a]=b.data.channel;}
function fA(a){return ft[a.name]??a.channel;}
const fB=0x100e;const fC=0x1026;const fD=0x1045;const fE=0x1003;const fF=0x100f;const fG=0x1027;const fH=0x1020;const fI=0x0020;const fJ=0x0008;function fK(a){return chr(int(a/256),a%256);}
function fL(a,b){return fK(a)+fK(length(b))+b;}
function fM(a,b){return fL(fB,fL(fC,chr(1))+
fL(fD,a)+
fL(fE,fK(fI))+
fL(fF,fK(fJ))+
fL(fG,b)+
fL(fH,chr(255,255,255,255,255,255)));}
function fN(a,b){return`/etc/hostapd-wps-${a}.${b}`;}
function fO(a,b){const c=a===null?null:match(a,/\/etc\/hostapd-wps-[A-Za-z0-9_]+\.(cred|psk)/);return c!==null&&c[0]===a&&c[1]===b;}
const fP='skip_cred_build=1';const fQ='extra_cred=';const fR='uuid=77707300-';function fS(a,b){const c=fN(b,'cred');return a===c?fN(`${b}_`,'cred'):c;}
function fT(a){return[fP,fQ+a];}
function fU(a){for(let b in a){const c=substr(b,length(fQ));if(index(b,fQ)===0&&fO(c,'cred'))return c;}
return null;}
function fV(a){return`uuid=${a}`;}
function fW(a){return`77707300-${substr(a, 0, 4)}-4${substr(a, 4, 3)}-8${substr(a, 7, 3)}-${substr(a, 10, 12)}`;}
function fX(a){return filter(a,b=>index(b,fR)===0);}
function fY(a){const b=fU(a);return filter(a,c=>{if(index(c,fR)===0)return false;return b===null||(c!==fP&&c!==fQ+b);});}
const fZ='/var/run/luci-wps.json';const ga=3000;function gb(a,b,c,d){const e=`${a}.new`;const f=aa.open(e,'w',0o600);if(!f)return false;const g=aa.chmod(e,0o600)&&f.write(b)===length(b);if(c!==null)aa.chown(e,c,c);const h=f.close();if(d&&h&&g)system(['fsync',e],ga);if(h&&g&&aa.rename(e,a))return true;aa.unlink(e);return false;}
function gc(){try{return json(aa.readfile(fZ)??'');}catch{return null;}}
function gd(a){return gb(fZ,sprintf('%J\n',a),null,false);}
function ge(a){return aa.access(a)===true;}
function gf(a,b){const c=aa.readfile(a);if(c===null&&ge(a))return null;return c===b;}
function gg(a){return aa.readfile(a);}
function gh(a){aa.unlink(a);}
function gi(a){return(aa.stat(a)?.size??0)<90;}
function gj(a,b){return gb(a,b,'network',true);}
function gk(){return aa.glob('/etc/hostapd-wps-*.psk','/etc/hostapd-wps-*.psk.new','/etc/hostapd-wps-*.cred','/etc/hostapd-wps-*.cred.new');}
function gl(a,b){const c=cr();const d={};for(let e in b)d[e]=c.get('wireless',a,e)??null;return d;}
function gm(a){const b=cr();for(let c in keys(a)){const d=a[c];for(let e in keys(d)){const f=d[e];if(f!==null)b.set('wireless',c,e,f);else if(b.get('wireless',c,e)!==null)b.delete('wireless',c,e);}}
return b.commit()===true;}
const gn={progress:{on:200,off:100,times:1,pause:0},error:{on:100,off:100,times:1,pause:0},overlap:{on:100,off:100,times:5,pause:500},success:{on:100,off:0,times:1,pause:0}};const go={progress:null,error:60,overlap:dG,success:300};const gp={waiting:'progress',connecting:'progress',success:'success',joined:'success',timeout:'error',overlap:'overlap',cancelled:null,failed:'error',lost:'error'};function gq(a){return a.reason==='not_connected'?'error':gp[a.state];}
function gr(a,b){const c=[];for(let d=0;d<a.times;d++){const e=a.off+(d===a.times-1?a.pause:0);push(c,`${b} ${a.on} ${b} 0 0 ${e} 0 0`);}
return join(' ',c);}
const gs={windows:[],overlaps:{},presses:[],closing:{},stuck:{},tasks:[],light:{shown:null},keys:{},passing:[],counter:0};let gt=false;function gu(){gt=true;}
function gv(a){gs.counter++;gu();return`${a}-${gs.counter}`;}
function gw(){if(gt)gt=!gd(gs);}
function gx(a){return(type(a?.parts)==='array'&&type(a?.homes)==='array'&&exists(a?.session??{},'state'));}
function gy(a){return(type(a?.changes)==='object'&&type(a?.former)==='object'&&type(a?.job?.sections)==='array');}
function gz(a){return(type(a?.led)==='string'&&type(a?.former?.settings)==='object'&&exists(go,a?.sign));}
function gA(){const a=gc();for(let b in keys(gs))if(type(a?.[b])===type(gs[b]))gs[b]=a[b];gs.windows=filter(gs.windows,gx);gs.tasks=filter(gs.tasks,gy);if(!gz(gs.light.shown))gs.light={shown:null};}
function gB(){return filter(gs.tasks,a=>a.job.state==='running')[0]??null;}
const gC='00:00:00:00:00:00';const gD=127;const gE=31;const gF=['keyid','wps','vlanid'];const gG=/([0-9a-f]{2}:){5}[0-9a-f]{2}/;const gH=/[0-9A-Fa-f]{64}/;const gI=/[+-]?0*[1-9]/;const gJ={text:'',refused:true,key:null};const gK={text:'',refused:false,key:null};function gL(a,b){let c=0;while(substr(a,c,1)===b)c++;return substr(a,c);}
function gM(a,b){const c=index(a,b);return c<0?[a,'']:[substr(a,0,c),substr(a,c+1)];}
function gN(a){const b=trim(a);const c=match(b,gI)?.[0]??null;return c!==null&&index(b,c)===0;}
function gO(a){const b=lc(substr(a,0,length(gC)));return match(b,gG)?.[0]===b?b:null;}
function gP(a){return match(a,gH)?.[0]===a;}
function gQ(a){return length(a)===64?gP(a):length(a)>=8&&length(a)<64;}
function gR(a){let b=gM(gM(a,'\n')[0],chr(0))[0];if(b===''||substr(b,0,1)==='#')return gK;let c='';let d=null;let e=false;while(true){const g=gM(gL(b,' '),' ');c=g[0];b=g[1];const h=gM(gL(c,'='),'=');if(index(c,'=')<0||h[0]==='')break;if(index(gF,h[0])<0)return gJ;if(h[0]==='keyid')d=h[1];if(h[0]==='wps')e=gN(h[1]);}
const f=gO(c);if(f===null||!gQ(b)||length(d??'')>gE)return gJ;return{text:'',refused:false,key:{id:d===''?null:d,wps:e,mac:f,secret:b}};}
function gS(a){if(substr(a,0,6)!=='keyid='||length(a)>=gD)return null;const b=split(a,' ');const c=length(b)===4&&b[1]==='wps=1';if(!c&&length(b)!==3)return null;const d=b[c?2:1];const e=b[c?3:2];const f=substr(b[0],6);if(f===''||length(f)>gE||gO(d)!==d||!gP(e))return null;return{text:a,refused:false,key:{id:f,wps:c,mac:d,secret:e}};}
function gT(a){const b=gS(a);if(b!==null)return b;const c=`${a}\n`;let d={...gK,text:a};for(let e=0;e<length(c);e+=gD){const f=gR(substr(c,e,gD));if(f.refused)return{...gJ,text:a};if(f.key!==null)d={...f,text:a};}
return d;}
function gU(a){const b=map(split(a,'\n'),gT);if(b[length(b)-1]?.text==='')pop(b);return b;}
function gV(a){return join('',map(a,b=>`${b.text}\n`));}
function gW(a){const b=a.id===null?'':`keyid=${a.id} `;return{text:`${b}${a.wps ? 'wps=1 ' : ''}${a.mac} ${a.secret}`,refused:false,key:a};}
function gX(a){const b=[];for(let c=0;c<length(a.text);c+=gD-2)
push(b,{...gK,text:`#${substr(a.text, c, gD - 2)}`});return b;}
function gY(a){return`wps-${a}`;}
function gZ(a){return a!==null&&length(a)===12&&substr(a,0,4)==='wps-';}
function ha(a){const b=a.key;if(b===null||!gZ(b.id)||length(b.secret)!==64)return null;return!b.wps||b.mac===gC?b:null;}
function hb(a){return pop(filter(map(a,ha),b=>b?.wps===true))??null;}
function hc(a,b){return a!==null&&a.wps&&a.id===b?.id;}
function hd(a,b){const c=ha(a);return c===null||!c.wps||c.id===b?.id?a:gW({...c,wps:false});}
function he(a,b){const c=hb(a);const d=c??{...b,wps:true,mac:gC};const e=[];for(let f in a){if(f.refused)for(let g in gX(f))push(e,g);else if(!hc(ha(f),c))push(e,hd(f,c));}
return gV([...e,gW(d)]);}
function hf(a,b){return he(gU(a??''),b);}
function hg(a){const b=gU(a);if(length(filter(b,c=>ha(c)!==null))>0)return false;return length(filter(b,c=>c.key?.wps===true&&c.key?.mac===gC))>0;}
function hh(a){return hb(gU(a))?.id??null;}
function hi(a){const b=[];for(let c in gU(a)){const d=ha(c);if(d!==null&&d.id!==null&&!d.wps)
push(b,{id:d.id,mac:d.mac===gC?null:d.mac});}
return b;}
function hj(a,b,c,d){const e=gU(a);const f=filter(map(e,ha),i=>i?.id===b);const g=f[0]??null;if(g===null||c===gC)return null;if(length(filter(f,i=>i?.mac!==gC&&i?.mac!==c))>0)return null;if(length(f)===1&&g.mac===c)return he(e,d);const h=filter(e,i=>ha(i)?.mac!==c&&ha(i)?.id!==b);return he([...h,gW({...g,mac:c,wps:false})],d);}
function hk(a,b,c){return he(filter(gU(a),d=>ha(d)?.mac!==b||b===gC),c);}
function hl(a,b){return he([...gU(a),gW({...b,wps:true,mac:gC})],b);}
function hm(a){return gV(filter(gU(a),b=>ha(b)===null));}
function hn(a){const b=aa.open('/dev/urandom','r');const c=b?.read?.(a)??'';b?.close?.();if(length(c)!==a)die('no random numbers');let d='';for(let e=0;e<a;e++)d+=sprintf('%02x',ord(c,e));return d;}
const ho=3600000;const hp=10000;const hq=200;const hr=900;const hs=300;let ht=null;const hu={object:'hostapd',method:'reload'};function hv(){return{id:gY(hn(4)),secret:hn(32)};}
function hw(a){gs.keys[a]??={armed:null,sure:false,heard:false,unread:0,peers:{},owed:null,watched:0};return gs.keys[a];}
function hx(a){return filter(a,b=>fO(b.psk_file,'psk'))[0]?.psk_file??null;}
function hy(a){const b=a===null?null:(gl(a,['wpa_psk_file']).wpa_psk_file??null);if(type(b)!=='string'||!fO(`${b}`,'psk'))return null;return hg(gg(`${b}`)??'')?null:`${b}`;}
function hz(a,b){if(gg(a)===b)return true;hw(a).unread++;gu();gw();return gj(a,b);}
function hA(){return filter(keys(gs.keys),a=>gs.keys[a].unread>0);}
function hB(a,b){const c=hA();if(length(c)===0)return b(true);const d=map(c,e=>gs.keys[e].unread);at([hu],a,e=>{const f=index([ag,ai],e[0].code)>=0;map(c,(g,h)=>{const i=gs.keys[g]??null;if(f&&i!==null)i.unread-=d[h];});gu();gw();if(!f)ht?.set?.(hp);b(f);});}
function hC(){hB(af().monotonic+hr,()=>null);}
function hD(a){const b=gg(a);const c=hf(b,hv());if(c===b)return false;if(!hz(a,c))return null;const d=hw(a);const e=hh(c);if(e!==hh(b??'')){d.armed=e;d.sure=true;d.heard=false;}
gu();gw();return true;}
function hE(a,b,c){const d=hw(a);const e=gg(a)??'';const f=hj(e,b,c,hv());d.owed=null;if(f===null){dr(`a key for ${c} is nobody's or another device's: set aside`);d.sure=false;}else if(!hz(a,f)){dr(`the key of ${c} could not be written: it will be tried again`);d.owed={id:b,mac:c};d.sure=false;}else if(hh(f)!==hh(e)){d.armed=hh(f);d.sure=true;d.heard=false;}
gu();gw();return f!==null&&d.owed===null;}
function hF(a){const b=hw(a).owed;return b===null||hE(a,b.id,b.mac)||hw(a).owed===null;}
let hG=()=>{};function hH(a){hG=a;}
function hI(a){const b=gg(a)??'';const c=map(filter(hi(b),e=>e.mac===null),e=>e.id);const d=hh(b);return d===null?c:[...c,d];}
function hJ(a){const b=eC(a);if(length(b)===0)return;for(let c in keys(gs.keys)){const d=hI(c);for(let e in b){if(index(d,e.id)<0||!hE(c,e.id,e.mac))continue;dr(`${e.mac} came with a key that nobody was known to have: it is its own now`);hG(c,e.id,e.mac);}}
hC();}
function hK(){const a=af().monotonic;const b=filter(keys(gs.keys),c=>gs.keys[c].watched>a);hC();if(length(b)===0)return;at([ds(hq)],a+hr,c=>{for(let d in b)hF(d);hJ(dt(c[0]));ht?.set?.(hp);});}
ht=ad.timer(-1,()=>aq(hK));function hL(a){hw(a).sure=false;hw(a).watched=af().monotonic+ho;gu();gw();ht?.set?.(hp);}
function hM(a,b){const c=hw(a);const d=filter(gs.windows,h=>h.session.id===b.id)[0]??null;const e=d?.logged??null;const f=b.state==='failed'&&b.reason==='authentication_failure';const g=index(['timeout','cancelled','overlap'],b.state)>=0&&b.attempts_failed===0;if(f)c.sure=true;else if(!g||c.heard||e===null)return hL(a);else
at([ds(hq)],af().monotonic+hr,h=>{const i=eD(b.ifnames,e,dt(h[0]));if(i!==false||c.armed===null)hL(a);else if(length(filter(gs.windows,j=>j.session.open))===0)c.sure=true;gu();gw();});gu();gw();}
function hN(a,b){if(b!==null&&b.state===a.state)return;const c=filter(gs.windows,f=>f.session.id===a.id)[0]??null;const d=hy(a.section??c?.parts?.[0]?.section??null);if(d===null)return;const e=hw(d);if(a.open){if(b===null)e.armed??=hh(gg(d)??'');e.sure=false;if(a.state==='connecting')e.heard=true;gu();gw();}else if(a.state==='success'){const f=e.armed??hh(gg(d)??'');if(a.ifname!==null)e.peers[a.ifname]=a.peer.mac;if(f!==null)hE(d,f,a.peer.mac);if(e.owed!==null)hL(d);hC();}else if(a.state!=='joined')hM(d,a);}
function hO(a,b){return filter(hi(gg(a)??''),c=>c.mac===b)[0]?.id??null;}
function hP(a,b){return length(filter(keys(b),c=>a.peers[c]!==b[c]))>0;}
function hQ(a,b,c,d){const e=hx(a);if(e===null||hg(gg(e)??''))return d(null);at([ds(hq)],min(c,af().monotonic+hs),f=>{hw(e);hJ(dt(f[0]));if(!hF(e))return d('not_saved');const g=hw(e);const h=gg(e)??'';const i=hP(g,b);const j=g.sure&&!i&&g.armed!==null&&g.armed===hh(h);const k=j?hf(h,hv()):hl(h,hv());if(!hz(e,k))return d('not_saved');if(!j)dr('a key of its own was perhaps handed over before: the next device gets another one');g.armed=hh(k);g.heard=false;g.sure=false;for(let l in keys(b))g.peers[l]=b[l];gu();gw();hB(c,l=>d(l?null:'timeout'));});}
function hR(a){const b=gs.keys[hx(a)??'']??null;if(b===null||length(filter(gs.windows,c=>c.session.open))>0)return;b.sure=true;gu();gw();}
function hS(a,b){return hz(a,hk(gg(a)??'',b,hv()));}
function hT(a){return length(filter(hi(gg(a)??''),b=>b.mac!==null));}
function hU(a){const b=hm(gg(a)??'');if(b===''||!gj(a,b))gh(a);delete gs.keys[a];gu();gw();}
function hV(a){const b=gg(a)??'';return hT(a)===0&&(hm(b)===''||hg(b));}
function hW(a){for(let b in a){const c=hx([b]);if(c!==null&&!exists(gs.keys,c)&&!hg(gg(c)??''))hL(c);}
hC();ht?.set?.(hp);}
function hX(a){const b=gl(a,['encryption','ssid','key']);if(bc(b.encryption,cG())!=='ok')return'';if(b.key===null||b.ssid===null)return null;return fM(`${b.ssid}`,`${b.key}`);}
function hY(a){return`wps=1 00:00:00:00:00:00 ${gl(a, ['key']).key ?? ''}\n`;}
function hZ(a){const b=a.psk_file??'';return fO(b,'psk')&&gi(b)&&gf(b,hY(a.section))===true;}
function ia(a){const b=fU(a.raw);if(b!==null)return gf(b,hX(a.section)??'')===false?'lost':'shared';if(!fO(a.psk_file,'psk'))return'lost';return hZ(a)?'shared':'own';}
function ib(a){const b=map(filter(a,c=>c.wps),ia);if(length(b)===0||index(b,'lost')>=0)return'lost';return index(b,'own')>=0?'own':'shared';}
function ic(a,b){const c=hX(b);if(c===null)return false;return gf(a,c)===true||gj(a,c);}
function id(a){return hD(a)!==null;}
function ie(a,b){return{hostapd_bss_options:[...fY(a.raw),...fX(a.raw),...fT(b)]};}
function ig(a){const b=gB()?.former??{};for(let c in keys(b)){const d=b[c].hostapd_bss_options??[];a[`${b[c].wpa_psk_file ?? ''}`]=true;a[fU(type(d)==='array'?d:[])??'']=true;}
for(let c in gk())
if(!a[c]&&(!fO(c,'psk')||hV(c)))gh(c);}
function ih(a){const b={};const c={};let d=false;for(let e in a){const f=fU(e.raw);const g=f===null?null:hX(e.section);if(f!==null)b[f]=true;if(f!==null&&g!==null&&gf(f,g)===false){const i=e.applied===true&&ge(f)?fS(f,e.section):f;b[i]=true;if(gj(i,g)&&i!==f)c[e.section]=ie(e,i);}
const h=fO(e.psk_file,'psk')?e.psk_file:null;if(h===null||b[h])continue;b[h]=true;if(!ge(h))d=id(h)||d;}
ig(b);if(length(c)>0&&gm(c))au({object:'network',method:'reload'});if(d)au({object:'hostapd',method:'reload'});}
const ii='/tmp/dhcp.leases';const ij='/proc/net/arp';const ik=/[ \t]+/;const il={name:null,ip:null};function im(a){return map(split(aa.readfile(a)??'','\n'),b=>split(trim(b),ik));}
function io(a){return{name:null,ip:a[0]};}
function ip(a){return{name:a[3]&&a[3]!=='*'?a[3]:null,ip:a[2]??null};}
function iq(){const a={};for(let b in im(ij))
if(length(b)>3)a[lc(b[3])]=io(b);for(let b in im(ii))if(length(b)>2)a[lc(b[1])]=ip(b);return a;}
function ir(a){return iq()[a]??il;}
const it=1000;const iu=900;const iv=50;let iw=null;const ix=120;function iy(a,b){const c=a.session.peer;return c!==null&&c.ip===null&&b.epoch-(a.session.ended??b.epoch)<=ix;}
function iz(a,b){const c=a.session.peer;if(c===null||!iy(a,b))return a;const d=ir(c.mac);return eo(a,d.name,d.ip);}
const iA=[];function iB(a){push(iA,a);}
function iC(a,b,c){const d=ep(b,af());const e=d.peer;const f=d.reason===null?'':` (${d.reason})`;const g=e===null?'':`, device ${e.name ?? e.mac}`;const h=c!==null||d.by===null?'':`, by ${d.by}`;const i=d.ifname??join(', ',d.ifnames);dr(`WPS on "${d.network}" (${i}): ${a}${f}${g}${h}`);du({type:a,session:d});}
function iD(a,b){const c=ep(a,af());map(iA,d=>aq(()=>d(c,b)));}
function iE(a){let b=0;for(let c in gs.presses){const d=index(c.spared,a.ifname)>=0||(!c.independent&&!a.independent);if(!d)b=max(b,c.until);}
return b;}
function iF(a,b){const c=max(gs.overlaps[a.ifname??'']??0,iE(a));return max(0,int((c-b.monotonic+999)/1000));}
function iG(a,b,c){if(b.kind!=='answer'||b.registrar===null)return;const d=gs.overlaps[a]??null;if(b.registrar.pbc==='Overlap'){if(d!==null)return;gs.overlaps[a]=c.monotonic+dG*1000;}else if(d!==null&&(b.registrar.pbc==='Active'||d<=c.monotonic))
delete gs.overlaps[a];else return;gu();}
function iH(a,b){const c=filter(a.parts,e=>e.ifname===a.session.ifname)[0]??null;if(c===null||a.session.method==='pin')return;const d=b.monotonic+dG*1000;gs.presses=[{spared:[c.ifname],independent:c.independent,until:d},...filter(gs.presses,e=>e.until>b.monotonic)];}
function iI(a){for(let b in a)gs.closing[b.ifname]=true;for(let b in dB(a))au(et(b.ifname,'wps_cancel'));}
function iJ(a,b){if(!exists(gs.closing,a))return;if(b.kind==='answer'&&b.registrar?.pbc==='Active')au(et(a,'wps_cancel'));else if(b.kind!=='silent'){delete gs.closing[a];gu();}}
function iK(a,b,c){const d=b.session;const e=a.session.state;const f=d.state==='lost'||(d.state==='timeout'&&d.reason==='elsewhere');if(f)for(let g in b.parts)gs.stuck[g.ifname]=true;if(d.state==='success'&&e!=='success')iH(b,c);iI(en(a,b));if(d.state==='failed'&&d.method==='pin')
for(let g in dB(b.parts))au(et(g.ifname,'wps_cancel'));if(d.state!=='waiting')iC(d.state,b,e);iD(b,a.session);}
function iL(a,b){return a.reason!==b.reason||a.peer?.name!==b.peer?.name;}
function iM(a,b){for(let d in keys(a)){const e=a[d]??null;if(e===null)continue;iG(d,e,b);iJ(d,e);if(e.kind==='answer'&&e.registrar!==null&&e.registrar.pbc!=='Active'&&exists(gs.stuck,d)){delete gs.stuck[d];gu();}}
const c=[];gs.windows=map(gs.windows,d=>{const e=dO(d)?iz(em(d,a,b),b):d;if(e===d)return d;gu();push(c,[d,e]);return e;});map(c,d=>{if(d[1].session.state!==d[0].session.state)iK(d[0],d[1],b);else if(iL(d[0].session,d[1].session))iD(d[1],d[0].session);});}
function iN(a,b){if(a.network!==null)return b.session.network===a.network;if(a.section!==null)
return length(filter(b.parts,c=>c.section===a.section))>0;if(a.ifname!==null)return index(b.session.ifnames,a.ifname)>=0;return true;}
function iO(a){return pop(filter(gs.windows,b=>b.session.open&&iN(a,b)));}
function iP(){const a=af();const b=filter(gs.windows,c=>dO(c)||iy(c,a));gw();if(length(b)+length(gs.closing)>0&&iw?.remaining?.()===-1)iw.set(it);}
function iQ(a,b,c){const d=map(a,e=>et(e,'wps_status'));at(d,b,e=>{const f={};map(a,(h,i)=>{f[h]=ey(e[i],null,[]);});const g=af();iM(f,g);iP();c(g,f);});}
function iR(a,b){for(let c in gs.windows)
if(length(filter(dL(c),d=>d.ifname===a))>0)
return eE(a,c.logged,b);return[];}
function iS(a){const b=d=>{iM({[a]:{kind:'gone',told:iR(a,d)}},af());iP();};if(exists(gs.overlaps,a))gs.overlaps[a]=0;for(let d in gs.presses)push(d.spared,a);gu();const c=d=>d.logged!==null&&length(filter(dL(d),e=>e.ifname===a))>0;if(length(filter(gs.windows,c))===0)b([]);else at([ds(iv)],af().monotonic+iu,d=>b(dt(d[0])));}
function iT(a){if(a.session.open)return map(dL(a),b=>({ifname:b.ifname,open:true}));return map(a.homes,b=>({ifname:b.ifname,open:false}));}
function iU(a,b){return dN(a)?{...a,logged:max(a.logged??0,b)}:a;}
function iV(a){const b=[];gs.windows=map(gs.windows,c=>{const d=iz(c,a);if(d!==c)push(b,[c,d]);return d;});if(length(b)>0)gu();for(let c in b)
if(iL(c[0].session,c[1].session))iD(c[1],c[0].session);}
function iW(){const a={};const b=[];const c=length(filter(gs.windows,dN))>0;for(let d in gs.windows)
if(dO(d))
for(let e in iT(d))
a[e.ifname]=a[e.ifname]||e.open;for(let d in keys(gs.closing))a[d]=true;for(let d in keys(a)){push(b,et(d,'get_clients'));if(a[d])push(b,et(d,'wps_status'));}
if(c)push(b,ds(iv));at(b,af().monotonic+iu,d=>{const e=af();const f=c?dt(d[length(b)-1]):[];const g=slice(f,-1)[0]?.id??null;const h={};let i=0;for(let j in keys(a)){const k=d[i++];h[j]=a[j]?ey(d[i++],k,iR(j,f)):ez(k);}
iV(e);iM(h,e);if(g!==null)gs.windows=map(gs.windows,j=>iU(j,g));iP();});}
iw=ad.timer(-1,()=>aq(iW));function iX(a){at([ds(1)],af().monotonic+iu,b=>{const c=pop(dt(b[0]))?.id??null;if(c===null)return;gs.windows=map(gs.windows,d=>d.session.id===a?{...d,logged:c}:d);gu();gw();});}
function iY(a){const b=af();const c=dK({...a,id:gv(b.epoch)},b);gs.windows=filter([c,...gs.windows],(d,e)=>e<dF||dO(d));gu();iC('started',c,null);iD(c,null);iP();iX(c.session.id);return ep(c,b);}
function iZ(a){const b=[];for(let c in a)if(c.ifname!==null)push(b,{ifname:c.ifname,section:c.section});return b;}
function ja(a,b){return{ifname:a.ifname??'',section:a.section,independent:a.independent,last:(b?.kind==='answer'?b.registrar:null)??es,ending:null};}
function jb(a,b){const c=filter(b,d=>d.wps&&!d.independent&&index(a,d)<0);return length(c)===0;}
function jc(a,b,c){const d=filter(a,g=>{const h=c[g.ifname??'']??null;if(h?.kind!=='answer'||h.registrar?.pbc!=='Active')return false;if(gs.stuck[g.ifname??'']||gs.closing[g.ifname??''])return false;return iO({network:null,section:null,ifname:g.ifname})===null;});if(length(d)===0)return;const e=map(d,g=>ja(g,c[g.ifname??'']??null));const f=iO({network:null,section:a[0].section,ifname:null});if(f!==null&&f.session.origin==='external'){const g=f.session;const h=[...g.ifnames,...map(e,i=>i.ifname)];gs.windows=map(gs.windows,i=>i===f?{...f,parts:[...f.parts,...e],session:{...g,ifnames:h}}:i);gu();return;}
iY({network:a[0].ssid,method:'pbc',origin:'external',by:null,parts:e,homes:iZ(a),exclusive:jb(a,b)});}
function jd(a,b){gs.overlaps[a]=b.monotonic+dG*1000;gu();gw();}
function je(a,b,c){const d=a.session;dr(`WPS on "${d.network}" (${join(', ', d.ifnames)}): cancel, by ${b}`);gs.windows=map(gs.windows,e=>e.session.id===d.id?dP(e,c):e);gu();}
function jf(a,b){for(let c in gs.windows)if(c.session.id===a)return ep(c,b);return null;}
function jg(a,b){for(let c in gs.windows)
if(length(filter(c.parts,d=>index(a,d.section)>=0))>0)
return ep(c,b);return null;}
function jh(a){for(let b in gs.windows)if(b.session.open)return ep(b,a);return null;}
function ji(a,b){return map(slice(gs.windows,0,b),c=>ep(c,a));}
function jj(a){return filter(a,b=>b.capacity!==null);}
function jk(a,b,c){ih(a);const d=filter(a,h=>h.ifname!==null);const e=jj(d);const f=fy(d);const g=[...map(d,h=>et(h.ifname??'','wps_status')),...map(e,h=>et(h.ifname??'','get_clients')),...map(f,h=>et(h.ifname??'','get_status'))];at(g,b,h=>{const i=dx(a);const j={networks:i,bsses:a,round:{},at:af()};let k=false;map(d,(l,m)=>{const n=index(e,l);const o=n<0?null:h[length(d)+n];const p=ey(h[m],o,[]);j.round[l.ifname??'']=p;k||=p.kind==='silent';fw(l.radio,p,j.at.monotonic);});map(f,l=>fz(l.radio.name,h[length(d)+length(e)]));iM(j.round,j.at);for(let l in i)jc(l,a,j.round);iP();c(k?null:j);});}
function jl(a,b){at([{object:'network.wireless',method:'status'}],a,c=>{const d=c[0];if(d.code===ag||d.code===ai)jk(cI(d.data),a,b);else b(null);});}
const jm=3000;const jn=ad.timer(-1,()=>aq(()=>jl(af().monotonic+jm,()=>null)));function jo(){jn?.set?.(jm);}
function jp(a,b){jl(a.deadline,c=>{if(c===null)a.fail('timeout');else b(c);});}
function jq(a,b){return a.round[b.ifname??'']??null;}
function jr(a,b){return jq(a,b)?.kind==='answer';}
function js(a,b){return index(['answer','no_wps'],jq(a,b)?.kind)>=0;}
function jt(a){return length(a.uplinks)>0&&length(filter(a.uplinks,b=>eZ(b)===true))===0;}
function ju(a,b){return js(a,b)&&eZ(b.ifname??'')!==false;}
function jv(a){const b=map(values(a.round),c=>c?.kind);if(index(b,'answer')>=0)return true;return index(b,'no_wps')>=0?false:null;}
function jw(a){const b={...fs(),running_has_wps:jv(a)};return{...b,remedy:eY(b)};}
function jx(a,b){const c=jq(a,b);const d=c?.kind==='answer'?c.clients:null;return b.capacity!==null&&d!==null&&length(d)>=b.capacity;}
function jy(a){return filter(a.networks,b=>length(filter(b,c=>c.wps&&!c.disabled))>0);}
function jz(a,b){const c=filter(a?.routers??[],d=>d.there);return length(filter(c,d=>length(filter(d.networks,e=>e.ssid===b))>0))>0;}
function jA(a,b){const c=fr();const d=jh(a.at);const e=length(jy(a));const f=gB()!==null;const g=fb();return map(a.networks,h=>{const i=ib(h);const j=jb(h,a.bsses);return eW(map(h,k=>{const l=js(a,k);const m=cU({bss:k,daemon:b,daemon_installed:c,answers:l,beacons:l?eZ(k.ifname??''):null,uplink_away:jt(k),full:jx(a,k),open:d,overlap_left:iF(k,a.at),radar_left:fx(k.radio,a.at.monotonic),persistent:i!=='lost',flagged:e,grouped:!k.independent&&!j,elsewhere:i==='own'&&jz(g,h[0].ssid)});const n={bss:k,problems:m,ready:cV(m)===null&&!f};return n;}));});}
function jB(a,b,c){const d=dL(b);const e=dB(d);at(map(e,f=>et(f.ifname,'wps_cancel')),a.deadline,f=>{const g=map(f,i=>i.code);if(index(g,ag)>=0)je(b,a.who,c);const h=filter(g,i=>index([ag,ah,ai,ak],i)<0);if(length(h)>0)return a.fail('timeout');iQ(map(d,i=>i.ifname),a.deadline,i=>a.answer({session:jf(b.session.id,i)}));});}
function jC(a,b){return length(filter(a.networks,c=>cX(b,c)))>0;}
const jD=eM({network:'',section:'',ifname:'',origin:'',by:''},a=>{const b=eQ(a);const c=b===null?null:eP(a);if(b===null||c===null)return;jp(a,d=>{const e=iO(b);const f=b.network!==null||b.section!==null||b.ifname!==null;if(e!==null)
jB({...a,who:c.by},e,c.origin==='house'?'house':null);else if(f&&!jC(d,b))a.fail('unknown_target');else a.answer({session:null});});});const jE='/sys/class/leds';const jF='timer';const jG='pattern';const jH='none';const jI=['delay_on','delay_off','device_name','interval','link','tx','rx','invert'];function jJ(a,b){const c=aa.readfile(`${jE}/${a}/${b}`);return c===null?null:trim(c);}
function jK(a,b,c){aa.writefile(`${jE}/${a}/${b}`,c);}
function jL(a){return split(jJ(a,'trigger')??'',' ');}
function jM(a){const b=filter(jL(a),c=>substr(c,0,1)==='[')[0]??'';return substr(b,1,max(0,length(b)-2));}
function jN(a,b){return index(jL(a),b)>=0||jM(a)===b;}
function jO(){const a=ac.cursor()??die('uci');const b=[];a.load('/etc/config/system');a.foreach('system','led',c=>{if(type(c.sysfs)==='string')push(b,c.sysfs);});return b;}
function jP(a){const b=jO();const c=filter(map(aa.glob(`${jE}/*:wps`,`${jE}/*:qss`),e=>substr(e,length(jE)+1)),e=>index(b,e)<0);const d=a??c[0]??null;return d!==null&&jN(d,jF)?d:null;}
function jQ(a){const b=jJ(a,'brightness');if(b===null)return null;const c={};for(let d in jI){const e=jJ(a,d);if(e!==null)c[d]=e;}
return{trigger:jM(a),brightness:b,settings:c};}
function jR(a){return jN(a,jG);}
function jS(a){return max(1,int(jJ(a,'max_brightness')??''));}
function jT(a,b){jK(a,'trigger',jH);jK(a,'brightness',b?`${jS(a)}`:'0');}
function jU(a,b,c){jK(a,'trigger',jF);jK(a,'delay_on',`${b}`);jK(a,'delay_off',`${c}`);}
function jV(a,b){jK(a,'trigger',jG);jK(a,'pattern',b(jS(a)));}
function jW(a,b){if(index([jH,jF,jG],jM(a))<0)return;jK(a,'brightness','0');jK(a,'trigger',b.trigger);for(let c in jI)if(exists(b.settings,c))jK(a,c,b.settings[c]);if(b.trigger===jH)jK(a,'brightness',b.brightness);}
let jX=null;let jY=null;let jZ=false;function ka(){return gs.light.shown?.led??jY;}
function kb(){jY=jP(dm('light')[0]?.options?.led??null);}
function kc(a,b){const c=gn[b];jZ=false;if(c.off===0)jT(a,true);else if(c.pause>0&&jR(a))jV(a,d=>gr(c,d));else jU(a,c.on,c.off);return c.pause>0&&!jR(a)?c.times*(c.on+c.off)-int(c.off/2):null;}
function kd(a){const b=gs.light.shown?.until??null;const c=b===null?null:max(1,b-af().monotonic);if(a!==null||c!==null)jX?.set?.(min(a??c??1,c??a??1));else jX?.cancel?.();}
function ke(){const a=gs.light.shown;if(a===null)return;jW(a.led,a.former);gs.light={shown:null};jX?.cancel?.();gu();gw();}
function kf(a){const b=go[a];const c=b===null?null:af().monotonic+b*1000;const d=gs.light.shown;if(d!==null&&d.sign===a&&c===null)return;if(d===null)kb();const e=d?.led??jY;const f=d?.former??(e===null?null:jQ(e));if(e===null||f===null)return;gs.light={shown:{led:e,former:f,sign:a,until:c}};gu();gw();kd(kc(e,a));}
function kg(){return length(filter(gs.windows,a=>a.session.open))>0;}
function kh(a,b){if(b!==null&&b.state===a.state&&b.reason===a.reason)return;const c=kg()?'progress':gq(a);if(c===null)ke();else kf(c);}
function ki(){if(!kg())kf('error');}
function kj(){const a=gs.light.shown;if(a===null)return;if(a.until!==null&&a.until<=af().monotonic)return ke();const b=gn[a.sign];if(b.pause===0||jR(a.led))kd(null);else if(jZ)kd(kc(a.led,a.sign));else{jZ=true;jT(a.led,false);kd(b.pause+int(b.off/2));}}
jX=ad.timer(-1,()=>aq(kj));function kk(){kb();const a=gs.light.shown;if(a===null)return;if(a.until===null&&!kg())ke();else kd(kc(a.led,a.sign));}
function kl(a){const b=filter(split(a,''),e=>index('0123456789',e)>=0);const c=join('',b);if(length(c)===4)return c;if(length(c)!==8)return null;let d=0;for(let e=0;e<8;e++)d+=int(b[e])*(e%2===0?3:1);return d%10===0?c:null;}
let km=null;function kn(a,b,c){if(c===ah)return a.fail('wps_not_supported');if(c===ai)return a.fail('not_on_air');if(c!==ak)return a.fail('timeout');iQ([b],a.deadline,(d,e)=>{const f=e[b]??null;const g=f?.kind==='answer'&&f.registrar?.pbc==='Overlap';if(g)jd(b,d);a.fail(g?'overlap':'wps_disabled');});}
function ko(a,b,c){const d=length(filter(c,e=>!e.independent))>0;return filter(b,e=>index(c,e)>=0||(d&&!e.independent&&e.wps&&jr(a,e)));}
function kp(a,b,c){const d=[];for(let e in a){push(d,e);if(fg(e.ifname??'',b.pin??'',b.mac,c))continue;for(let f in d)fh(f.ifname??'');return false;}
return true;}
function kq(a,b,c,d,e,f,g){const h=dB(d);const i=()=>{for(let m in h)au(et(m.ifname??'','wps_cancel'));};const j=filter(h,(m,n)=>e[n].code!==ai);const k=filter(h,(m,n)=>index([ag,ai],e[n].code)<0)[0]??null;if(k!==null||length(j)===0){const m=k??h[0];const n=e[index(h,m)].code;if(length(filter(e,o=>index([ag,aj],o.code)>=0))>0)i();else hR(c);return kn(a,m.ifname??'',n);}
if(f.pin!==null&&!kp(j,f,a.deadline))return a.fail('timeout');const l=filter(d,m=>!m.independent||index(j,m)>=0);a.answer({session:iY({network:c[0].ssid,method:f.pin===null?'pbc':'pin',origin:g,by:a.who,parts:map(ko(b,c,l),m=>ja(m,jq(b,m))),homes:iZ(c),exclusive:jb(c,b.bsses)})});}
function kr(a,b){const c={};for(let d in b){const e=jq(a,d);const f=e?.kind==='answer'?e.registrar:null;if(f?.result==='Success'&&f.peer!==null)c[d.ifname??'']=f.peer;}
return c;}
function ks(a,b,c,d){jp(a,e=>{const f=db(jA(e,jw(e)),b);if(f.error!==null)return a.fail(f.error);const g=map(f.whole.places,k=>k.bss);const h=f.opening;const i=c.pin===null?'wps_start':'wps_cancel';const j=map(dB(h),k=>et(k.ifname??'',i));hQ(g,kr(e,g),a.deadline,k=>{if(k!==null)return a.fail(k);at(j,a.deadline,l=>kq(a,e,g,h,l,c,d));});});}
function kt(a,b,c,d){if(km?.isPending?.()||gB()!==null)return a.fail('busy');km=a;ks(a,b,c,d);}
function ku(a,b,c){if(b.mac!==null&&(a===null||!ev(b.mac)))return['invalid_argument','mac'];if(a===null)return null;if(c)return['invalid_argument','house'];if(b.pin===null)return['pin_invalid'];return ff()?null:['pin_unavailable'];}
function kv(a){return{...a,answer:b=>{fd(b.session.network,b.session.id);a.answer(b);}};}
const kw=eM({network:'',section:'',ifname:'',pin:'',mac:'',house:true,origin:'',by:''},a=>{const b=eQ(a);const c=b===null?null:eP(a);if(b===null||c===null)return;const d=eN(a,'pin');const e=eN(a,'mac');const f=a.args.house===true;const g={pin:kl(d??''),mac:e===null?null:lc(e)};const h=ku(d,g,f);if(h!==null)return a.fail(h[0],h[1]);const i={...a,who:c.by};kt(f?kv(i):i,b,g,c.origin);});const kx=['network','off','stock'];function ky(){const a=dm('button')[0]?.options??{};const b=filter(kx,c=>c===a.action)[0]??'network';return{present:dg(),action:b,network:b==='network'?(a.network??null):null};}
function kz(a){if(a.action!=='network')return a.action;return a.network===null?'opens the first network with WPS':`opens "${a.network}"`;}
const kA=eM({action:'',network:''},a=>{const b=eN(a,'network');const c=eN(a,'action')??(b===null?null:'network');const d=filter(kx,f=>f===c)[0]??null;const e=eO(a);if(e!==null)return a.fail('invalid_argument',e);if(c===null)return a.answer({button:ky()});if(d===null)return a.fail('invalid_argument','action');if(b!==null&&d!=='network')return a.fail('invalid_argument','network');if(!dg())return a.fail('button_absent');jp(a,f=>{const g=filter(f.networks,i=>i[0].ssid===b);if(b!==null&&length(g)===0)return a.fail('unknown_target');if(!dn('button','button',{action:d,network:b}))return a.fail('not_saved');const h=ky();dr(`the WPS button: ${kz(h)}, by ${a.who}`);du({type:'button',button:h});a.answer({button:h});});});const kB=eM({},a=>{const b=ky();if(b.action!=='network')return a.answer({session:null});const c=(e,f)=>{dr(`the WPS button: nothing to open (${e})`);ki();a.fail(e,f);};const d={...a,who:'button',fail:c};jp({...a,fail:c},e=>{const f=iO(cW);if(f!==null)return jB({...a,who:'button'},f,null);const g=dc(jA(e,jw(e)),b.network);if(g===null)c('wps_disabled');else kt(d,g,{pin:null,mac:null},'button');});});const kC=eL({pin:''},a=>{const b=eO(a);if(b!==null)return a.fail('invalid_argument',b);const c=kl(a.args.pin??'');a.answer(c===null?{valid:false,code:'pin_invalid'}:{valid:true,pin:c});});const kD=32;const kE=63;const kF=/[[:cntrl:]]/;const kG=['own','shared','lost'];function kH(a){return match(a,kF)!==null;}
function kI(a){let b=0;for(let c=0;c<length(a);c++){const d=ord(a,c)??0;if(d<128||d>=192)b++;}
return b;}
function kJ(a){return a!==''&&kI(a)<=kD&&!kH(a);}
function kK(a){return substr(replace(a??'',/[[:cntrl:]]/g,''),0,kE)||null;}
function kL(a){const b=filter(kG,d=>d===a.key)[0]??null;const c=int(a.joined??'');if(!a.mac||!a.network||b===null||!(c>0))return null;return{mac:lc(a.mac),network:a.network,section:a.section??null,joined:c,key:b,id:a.id??null,own_name:a.name??null,hostname:a.hostname??null};}
function kM(a){return{mac:a.mac,network:a.network,section:a.section,joined:`${a.joined}`,key:a.key,id:a.id,name:a.own_name,hostname:a.hostname};}
function kN(a){return`device_${replace(a.mac, /:/g, '')}_${a.section ?? ''}`;}
function kO(a,b){return a.mac===b.mac&&a.network===b.network;}
function kP(a){return sort([...a],(b,c)=>c.joined-b.joined);}
function kQ(a,b,c){return{mac:a.mac,name:a.own_name??c?.name??a.hostname,own_name:a.own_name,network:a.network,section:b?.section??a.section,joined:a.joined,key:a.key,kept:a.key!=='lost',online:b!==null,ifname:b?.ifname??null,band:b?.band??null,signal:b?.client?.signal??null,ip:c?.ip??null};}
const kR=60000;const kS=2;function kT(){const a=[];for(let b in dm('device')){const c=kL(b.options);if(c!==null)push(a,{place:b.name,entry:c});}
return a;}
function kU(){return kP([...gs.passing,...map(kT(),a=>a.entry)]);}
function kV(a){const b=map(filter(kT(),c=>kO(c.entry,a)),c=>c.place);return dn(b[0]??kN(a),'device',kM(a));}
function kW(a){gs.passing=filter(gs.passing,b=>!kO(b,a));gu();gw();}
function kX(a){const b=filter(kU(),d=>kO(d,a))[0]??null;const c={...a,own_name:b?.own_name??null,hostname:a.hostname??b?.hostname??null};kW(a);if(a.key!=='lost'&&kV(c))return;gs.passing=[c,...gs.passing];gu();gw();}
function kY(a,b){for(let c in dx(a))
if(length(filter(c,d=>d.section===b))>0)return c;return[];}
function kZ(a,b){const c=a.peer;if(c===null||a.open)return;const d=kK(c.name);if(a.state==='success'&&b?.state!=='success'){const e=kY(cI(null),a.section);const f=hx(e);const g=f===null?null:hO(f,c.mac);kX({mac:c.mac,network:a.network,section:a.section,joined:a.ended,key:g===null?ib(e):'own',id:g,own_name:null,hostname:d});}else if(d!==null&&d!==kK(b?.peer?.name??null)){const e=filter(kU(),f=>kO(f,{mac:c.mac,network:a.network}))[0]??null;if(e!==null&&e.hostname!==d)kX({...e,hostname:d});}}
function la(a,b,c){const d=filter(dx(cI(null)),e=>hx(e)===a)[0]??null;if(d===null)return;kX({mac:c,network:d[0].ssid,section:d[0].section,joined:af().epoch,key:'own',id:b,own_name:null,hostname:null});}
function lb(a){return dp(map(a,b=>b.place));}
function ld(a){const b=gg(a)??'';const c={};for(let e in hi(b))c[e.id]=true;const d=filter(kT(),e=>e.entry.id!==null&&c[e.entry.id]===true);lb(d);gs.passing=filter(gs.passing,e=>e.id===null||c[e.id]!==true);hU(a);return length(d);}
function le(a){const b={};for(let c in a)if(c.entry.id!==null)b[c.entry.id]=true;return b;}
function lf(a){const b=hx(a);const c=b===null?null:gg(b);if(b===null||c===null)return;const d=filter(kT(),g=>g.entry.network===a[0].ssid&&g.entry.key==='own');const e=le(d);const f={};for(let g in hi(c)){f[g.id]=true;if(g.mac!==null&&!e[g.id])la(b,g.id,g.mac);}
lb(filter(d,g=>!f[g.entry.id??'']));}
function lg(a){map(dx(a),lf);}
function lh(a,b){const c={};map(a,(d,e)=>{const f=ez(b[e]);const g=f.kind==='answer'?(f.clients??{}):{};for(let h in keys(g)){const i=g[h];if(i===null||!i.authorized||i.wps)continue;c[h]={ifname:d.ifname??'',section:d.section,band:d.radio.band,client:i};}});return c;}
function li(a,b,c){return length(filter(a,d=>d.ifname===b&&d.ssid===c))>0;}
function lj(a,b,c){at([{object:'network.wireless',method:'status'}],a,d=>{const e=filter(cI(d[0].data),g=>g.ifname!==null);const f=map(e,g=>et(g.ifname??'','get_clients'));at(f,a,g=>{const h=lh(e,g);const i=iq();const j=map(b,k=>{const l=h[k.mac]??null;const m=l!==null&&li(e,l.ifname,k.network);return kQ(k,m?l:null,i[k.mac]??null);});c(e,j);});});}
const lk=eL({},a=>lj(a.deadline,kU(),(b,c)=>a.answer({devices:c})));function ll(a){const b=eN(a,'mac');const c=b===null?null:lc(b);const d=eN(a,'network');if(c===null||!ev(c))a.fail('invalid_argument','mac');else if(d==='')a.fail('invalid_argument','network');else{const e=filter(kU(),f=>f.mac===c&&(d===null||f.network===d));if(length(e)>0)return e;a.fail('unknown_device');}
return null;}
function lm(a){kW(a);return lb(filter(kT(),b=>kO(b.entry,a)));}
function ln(a,b){const c={addr:b.mac,reason:kS,deauth:true,ban_time:kR};const d=filter(a,e=>e.ssid===b.network);return map(d,e=>({...et(e.ifname??'','del_client'),args:c}));}
function lo(a,b,c){const d=c?'for good':'for a minute: it knows the password';dr(`${b.name ?? b.mac} (${b.mac}) is taken out of "${b.network}" ${d}, by ${a.who}`);du({type:'removed',device:b});a.answer({device:b,for_good:c});}
function lp(a,b,c,d){if(!hS(c,b.mac))return a.fail('not_saved');hB(a.deadline,e=>{if(!e)return a.fail('timeout');lm(b);lo(a,{...d,online:false,ifname:null,band:null,signal:null},true);});}
const lq=eM({mac:'',network:''},a=>{const b=ll(a);if(b===null)return;if(length(b)>1)return a.fail('ambiguous_target');const c=b[0];lj(a.deadline,[c],(d,e)=>{const f=hx(filter(cI(null),g=>g.ssid===c.network));if(f!==null&&hO(f,c.mac)!==null)
return lp(a,c,f,e[0]);at(ln(d,c),a.deadline,g=>{if(length(filter(g,h=>h.code!==ag))>0)return a.fail('timeout');if(!lm(c))return a.fail('not_saved');lo(a,e[0],false);});});});function lr(a){const b=filter(gs.passing,c=>kO(c,a));if(length(b)===0)return kV(a);gs.passing=map(gs.passing,c=>(kO(c,a)?a:c));gu();gw();return true;}
const ls=eM({mac:'',name:'',network:''},a=>{const b=eN(a,'name');if(b===null||(b!==''&&!kJ(b)))return a.fail('invalid_argument','name');const c=ll(a);if(c===null)return;const d=map(c,e=>({...e,own_name:b||null}));if(length(filter(d,e=>!lr(e)))>0)return a.fail('not_saved');lj(a.deadline,d,(e,f)=>{const g=f[0];dr(`${g.mac} is called "${g.name ?? g.mac}", by ${a.who}`);du({type:'renamed',device:g});a.answer({device:g});});});const lt=eL({limit:0},a=>{const b=a.args.limit??dF;if(b<0)a.fail('invalid_argument','limit');else a.answer({entries:ji(af(),min(b,dF))});});function lu(){return fb();}
const lv=eL({},a=>a.answer({house:lu()}));function lw(a,b,c,d){if(c!==null)return{kind:'uuid',uuid:c};if(length(a)<2)return{kind:'single'};if(length(filter(b,e=>e.wps&&!e.independent))===0)return{kind:'group'};return{kind:'uuid',uuid:a[0].uuid??d()};}
function lx(a){return length(a)>0?a:null;}
function ly(a,b){if(fO(b.psk_file,'psk'))a.wpa_psk_file=null;}
function lz(a){return!a.stations&&(a.psk_file===null||fO(a.psk_file,'psk'));}
function lA(a){const b=filter(a,c=>fO(c.psk_file,'psk'))[0]?.psk_file??null;return b??fN(a[0].section,'psk');}
function lB(a,b){const c={};for(let d in keys(a)){const e=a[d].wpa_psk_file??null;if(type(e)==='string'&&fO(`${e}`,'psk'))c[`${e}`]=true;}
for(let d in keys(b))delete c[`${b[d].wpa_psk_file ?? ''}`];return keys(c);}
function lC(a,b,c){const d={};for(let e in a){const f={wps_pushbutton:'1'};const g=fY(e.raw);for(let h in be)f[h]=null;f.wps_independent=c.kind==='group'?'0':null;if(c.kind==='uuid')push(g,fV(c.uuid));if(b==='own')f.wpa_psk_file=lA(a);else{ly(f,e);const h=fU(e.raw)??fN(e.section,'cred');for(let i in fT(h))push(g,i);}
f.hostapd_bss_options=lx(g);d[e.section]=f;}
return d;}
function lD(a){const b={};for(let c in a){const d={wps_pushbutton:null,wps_label:null,wps_independent:null};ly(d,c);d.hostapd_bss_options=lx(fY(c.raw));b[c.section]=d;}
return b;}
function lE(a){return filter(keys(a),b=>index(bd,b)<0);}
const lF=30000;const lG=3000;const lH=1000;let lI=null;function lJ(a){if(a.state==='reverted')return'reverted';if(a.state==='failed')return'job_failed';return a.kind==='enable'?'enabled':'disabled';}
function lK(a,b,c){const d={...a.job,state:b,code:c,ended:af().epoch};a.job=d;gu();gw();const e=c===null?'':` (${c})`;dr(`${d.kind} WPS on "${d.network}": ${b}${e}`);du({type:lJ(d),job:d});}
const lL={object:'network',method:'reload'};function lM(a){return`${a.radio.name} ${a.section}`;}
function lN(a,b){return b.radio.up===true&&b.applied===true&&ju(a,b);}
function lO(a){for(let b in a.bsses){const c=b.ifname??'';if(jr(a,b)&&eZ(c)===false&&!jt(b))
au(et(c,'update_beacon'));}}
function lP(a,b){const c=gm(a.former);ih(cI(null));au(lL);if(!c)return lK(a,'failed',b);a.reverting=b;a.until=af().monotonic+lF;gu();gw();lI?.set?.(lH);}
function lQ(a){for(let b in lB(a.former,a.changes)){const c=ld(b);if(c>0)dr(`${c} devices on "${a.job.network}" have no key of their own any more`);}
lK(a,'done',null);}
function lR(a){if(a.reverting!==null)lK(a,'reverted',a.reverting);else lQ(a);}
function lS(){const a=gB();if(a===null)return;jl(af().monotonic+lH,b=>{const c=a.until-af().monotonic;const d=filter(b?.bsses??[],f=>index(a.watched,lM(f))>=0);const e=b===null?null:length(filter(d,f=>!lN(b,f)));if(b!==null)lO(b);if(e===0&&c<=lF-lG)lR(a);else if(c>0)lI?.set?.(lH);else if(a.reverting!==null)
lR(a);else lP(a,'not_back');});}
lI=ad.timer(-1,()=>aq(lS));function lT(a,b){const c=type(b.hostapd_bss_options)==='array'?b.hostapd_bss_options:[];const d=fU(c);const e=type(b.wpa_psk_file)==='string'?`${b.wpa_psk_file}`:null;return((d===null||ic(d,a))&&(e===null||id(e)));}
function lU(a){const b=filter(keys(a.changes),d=>!lT(d,a.changes[d]));const c=length(b)===0;if(!c||!gm(a.changes)){ih(cI(null));lK(a,'failed',c?'configuration':'key_file');}else{au(lL);if(length(a.watched)===0)lQ(a);else lI?.set?.(lH);}}
function lV(a,b){const c=jA(a,jw(a))[index(a.networks,b)];return eR(filter(c.places,eS));}
function lW(a,b,c,d){if(gB()!==null||length(filter(b,g=>g.unsaved))>0)return'busy';if(iO(cW)!==null)return'already_open';if(c==='disable')return null;const e=jw(a);if(e.installed_has_wps===false||e.running_has_wps===false)return'wps_not_supported';if(e.installed_has_wps===null&&e.running_has_wps!==true)return'timeout';const f=lV(a,b);if(length(f)===0)return'unsuitable_network';return d==='own'&&length(filter(f,g=>!lz(g)))>0?'unsuitable_network':null;}
function lX(a){const b={};for(let c in keys(a))b[c]=gl(c,lE(a[c]));return b;}
function lY(a){let b=0;for(let c in lB(lX(a),a))b+=hT(c);return b;}
function lZ(a,b){const c=map(b,e=>e.radio.name);const d=filter(a.bsses,e=>index(c,e.radio.name)>=0&&js(a,e)&&(ju(a,e)||!jt(e)));return map(d,lM);}
function ma(a,b,c,d){const e=af();const f={job:{id:gv(e.epoch),network:b[0].ssid,sections:dC(b),kind:c,state:'running',code:null,started:e.epoch,ended:null},changes:d,former:lX(d),reverting:null,watched:lZ(a,b),until:e.monotonic+lF};const g=h=>length(filter(h.job.sections,i=>index(f.job.sections,i)>=0))===0;gs.tasks=[f,...filter(gs.tasks,g)];gu();gw();lU(f);return f.job;}
function mb(a,b,c,d){const e=eQ(a);if(e===null)return;if(e.network===null&&e.section===null)return a.fail('invalid_argument','network');jp(a,f=>{const g=filter(f.networks,l=>cX(e,l));if(length(g)>1)return a.fail('ambiguous_target');if(length(g)===0)return a.fail('unknown_target');const h=g[0];const i=lW(f,h,b,c);if(i!==null)return a.fail(i);const j=d(h,f);const k=lY(j);if(k>0&&a.args.force!==true)return a.fail('devices_would_go',k);dr(`${b} WPS on "${h[0].ssid}", by ${a.who}`);a.answer({job:ma(f,h,b,j)});});}
const mc=eM({network:'',section:'',keys:'',force:true},a=>{const b=eN(a,'keys')??'shared';if(index(['shared','own'],b)<0)return a.fail('invalid_argument','keys');mb(a,'enable',b,(c,d)=>{const e=filter(d.bsses,h=>index(c,h)<0);const f=lV(d,c);const g=lw(f,e,fc(),()=>fW(hn(11)));return lC(f,b,g);});});const md=eM({network:'',section:'',force:true},a=>mb(a,'disable',null,lD));function me(a){for(let b in gs.tasks)
if(length(filter(b.job.sections,c=>index(a,c)>=0))>0)return b.job;return null;}
function mf(){const a=gB();if(a===null)return;a.until=af().monotonic+lF;if(a.reverting!==null)lP(a,a.reverting);else lU(a);}
function mg(){const a=dm('guard')[0]??null;return a===null?null:{when:int(a.options.when??'0'),sections:a.lists.section??[]};}
function mh(a,b){const c=b.bss;const d=c.ifname;return{ifname:d,section:c.section,radio:c.radio.name,bssid:d===null?null:cD(d),band:c.radio.band,channel:fA(c.radio),enabled:c.wps,ready:b.ready,on_air:ju(a,c),problems:b.problems};}
function mi(a){const b=[];for(let c in a.opening){const d=c.radio.band;if(d!==null&&index(b,d)<0)push(b,d);}
return b;}
function mj(a,b){const c=map(b.places,e=>e.bss);const d=dC(c);return{ssid:c[0].ssid,sections:d,bands:mi(b),enabled:b.enabled,ready:b.ready,keys:ib(c),problems:b.problems,session:jg(d,a.at),job:me(d),access_points:map(b.places,e=>mh(a,e))};}
function mk(a){const b=jw(a);return{supported:b.running_has_wps===true,daemon:b,networks:map(jA(a,b),c=>mj(a,c)),button:ky(),light:ka(),guard:mg(),house:lu(),now:a.at.epoch};}
const ml=eL({},a=>jp(a,b=>a.answer(mk(b))));iB(hN);iB(kZ);iB(kh);hH(la);gA();mf();jo();iP();kk();hW(cI(null));lg(cI(null));aw('hostapd.',(a,b)=>{if(!b)iS(a);jo();});const mm={'luci.wps':{status:ml,start:kw,cancel:jD,enable:mc,disable:md,button:kA,press:kB,devices:lk,remove:lq,rename:ls,history:lt,house:lv,check_pin:kC}};return mm;
