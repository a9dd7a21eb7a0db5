"""Good small nets of S^2 .. S^6, found by long searches: a group and one point of each orbit.

A row reads: number of points, covering radius (float, radians, as the search saw it), group (`constructions.groups`),
then the coordinates of the points times 2^30, as little-endian 32-bit integers in base 85.  `constructions.net_search`
made the rows; `constructions.nets` certifies every net anew when it is used.
"""

from __future__ import annotations

from base64 import b85decode
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["SCALE", "Row", "read", "rows"]

Floats = NDArray[np.float64]

SCALE = 2.0**30
"""Stored coordinates are integers over this scale."""


class Row(NamedTuple):
    """One net: its size, covering radius (float, radians), group name, and one point of each orbit, float64 [n, d]."""

    size: int
    radius: float
    group: str
    free: Floats


def read(text: str, d: int) -> tuple[Row, ...]:
    """The rows of a table of nets in R^d, in the format of the module docstring, separated by empty lines."""
    result = []
    for paragraph in text.strip().split("\n\n"):
        if words := paragraph.split():
            integers = np.frombuffer(b85decode("".join(words[3:])), dtype="<i4")
            result.append(Row(int(words[0]), float(words[1]), words[2], integers.reshape(-1, d) / SCALE))
    return tuple(result)


@lru_cache(maxsize=16)
def rows(m: int) -> tuple[Row, ...]:
    """The nets of S^m by increasing size and decreasing radius; empty where there is no table.

    >>> [(row.size, row.group, row.free.shape) for row in rows(3) if row.size == 120]
    [(120, '2I', (1, 4))]
    """
    return read(_TABLES.get(m, ""), m + 1)


_TABLES: dict[int, str] = {
    2: """
5 1.1071489 1
h1wJ3UmnWY<+2qk5oU!Q=**lSsOl>(=9YQlMCoGS^XSyj&TS;)-{d1U5cbCHvG>O~+zt}()FLD2

6 0.9553166 -
cjA-k(uU!~@BPIDhprzi8adSS<Z8PtwqoPfdy7L7#iE5R

8 0.8402266 C2:1
IkDjDPuxDlc`5n|vLnGeKC$5Ih}H%5y#j3|znEq7mIYlhC1;up!UAn2XZoVe

9 0.8007677 C3:1
qL)P$tgkL8Orwr0U$aFPO`t9)wOn!2R)76Jz*-&w)gAx<

10 0.7384750 C2:1
^~B%fOX&SHJ_EMt1w$w1ATRCc`Gqjbq3{^z9a3w_^ZZE`w|3FwZwq`C*m=)2<XH#6??Dy*VgLXC

12 0.6523581 -
)KH$mM8S~=Y{rcAs)>gYPkK7WmYF>j{#h>I=sz_jh-x?~^6}vx$eAHBAzREBVsTH`sW^q=Ho>DOm1A!1BL2z)o?Vl|

14 0.6339054 -
^bknm)z081tS>()hVp~uv8#B`?-Rn`KN15svI~O}Nr?&Nl4^JclEFMY(zRae2tAX~%lEw~Z;ey(^hk33jLdQjP&Y=wGd0@Dazae{sis`s

15 0.5946796 C3:1
0vi?K&K?ZzO26vLVl06-LL4LDQ2+n`V?*ixmvF!%ra%=nbvnk({0C?qPcNhx-Z{q1q6lamvC>=T

18 0.5566716 -
F{rxbD}WN`0+hrwkW)}GS_?k+F~`>@5zlE6up}fqI;t%Z?NbZq@Rxt|mIE`!>(&MUOwREyZ0?%XfaSx`;m-
Zk5bYcMApu&#^DW;4e__86UF!De*F^^*L5IFEkdL9;`+9{mz5XWr

19 0.5416584 1
070PR<}Z~vM81snl9q(}`=rv?%%iZ)q3w>!y#Xuev|{WTtqN@q@B$>p*EN?G>?dgZ)!ynE-aA%0Ek24j-
pIff%VWstMJf~X)xu!G6^lmw{dhypVwNW13YQw@wj8S4Wk6RW<lqt~rH)q+GrpKSEP{s&E`yKZnX~BQqUgym_3Ium=_vsneJQ0LXiG&X(It4;TddCEc?PH
sC4l8Ij$X3b0b;Mhau1aebWFwiChch&`9`$>tC6+E8{ur?f4?OVOR$#7%OmPL7?Pyxd?l3$qDmea!V?tk4+Ii8

24 0.4805345 T
2<3F?Y=G1_X|3!MSA^5!N&X`cAtc$z

30 0.4561937 -
yS)$RClC+Ckoe{Qr7JMN4IOg?V#f~xWDJ8akfYKb{P`vvs75R=0hx8xr-{!8lhyeRZ4$f2-Tf5jASbvhJS8pm0w%I8)V(JZjo+0s=Fbu!-6M?*d0-
na3(JVshCxp$2rAd*ExNSU?9_7?IK#^8=(7VjTH#JQXO;;SP*)T1idZl&*i)Vu#*%g1GKm-HY{k?!IgruoI}T&@l$<}{q+WE%#2<F=1tiq|x~R}S

32 0.4219749 1
L2qQ^?Fl+Ll?hw^q(XS^5PcL5b(!ls$R?&dlO}Hi*P$g8GZsw=#+G!!Lk}MI25({%+rU}=Hw0V5+VD=oX5aemu(+)NluH3SICxL$YhD2KbCGo4dwFOj$-
;=&D#+c?3*NjTyY(R(j%F$I&Alqw<u%66H%9*<S|hIOda^|_6-
Yob`Fi>zAQxcon#f59lDGIY7iTLY#<~~V!;vu6{n7*;1K~!|DsOB1Ak%=<E#M^69$M(uILICB@c&}VA;AUvp%)n><u7=|EJrvN0=HZEf9A|8&q+<y_Wu7A
+ZXQ-CkHDagbW1Bkhc&AG0thqD~v@Vmv~zmlYyTL)Q~1Q^XX_19)`6&w?R_`MEc7dvl4yG3mH7;U4R<(-
z5Jm92hVxGS=EQXnd^>P=$Kp$!K{Y8PKxjl07!i-_*(np(+74mlZkS(~Q$AEWUCj)%?sG5+yV9LBx>-^m&TGVZB83gG7AkC(6G%UIC=<^zKZ;OtxG5

33 0.4105405 1
bW^$P@d=F=@cOdH;SHTB+p)Xe32uqpD9%sMhTk;UULO|p)hNFaA<ib$p4%HM>lqu+{Z8E`*iIA?t@x8Mate+fmV1gC>O8&3Abp?!Vdl8sMnbnSM_mo^E4F
PV(`*FK$Zy&5Hwg(Rz})Qj7i8POI(D4~0Ne32@Oo4VhCYwo`Fg_v%S5B<5j?WP$}q+DZ*eClJom;iux}Fj0xbkOphctQZ+Mm>58fopBGF0;vW&na9)*Q6N
#`8$Nu2Kz8P1;nG$JBBkpg269aiW&Cl_%L11vMZ`|j!ltj8(=Q;=#9Wstnd7(Pwn{1+}h(vl(%qj$josIeQ=c+`$2s-
oWISUnZ@5_^sLA_WXTS1+>Povg#{(c#$3;YVK;Xrw>>2n@5s2+U6HdV@pNiu%zjE&(Y!72mPvtmLr$_0{LqIFq6fwp>3gtHHb;gZH`~mo54(Fi$P+j#`t-
uZo%BG&nI8g1K@ezna<4`@!huUb&z-Va^W><U0k>^buXytSRme

36 0.3997768 T
Gf1@kB+kt}&{B2~Ko+XbcGt=d!@dIA&)50oFX;X<h?<%l

37 0.3977864 1
viJAH30`FL?}WbXRr166mtx)D4ZZ$0Z!Zw}+*VvZT}Ye^4XVsKPGkfaCV1Qjr8AZVK~M4xsnp5ALIgM$qIC|(1y@DxeS&%?KJgLn-=dDt8V7~l`PrT-
I?wsuwCt?j^RSQJRFcWmV<6@SgUJ^jY{Bg}qP|JSzxFW$B*A(c0Mu|cPK^!glRs4&*$W`^8>#5T%98LDb1$(S5WQ43d@aoH(0xudSR8v63c{h}49%Pi6ZK
BeR8{WQrgRq>6F@H4ioI<rYTiaAJ>?iKcq$zjtO4oDbP|Z*_j&RVl{ioq{_axwoRXY7n5=O94<ha;|EJx~#{(797zryZVp2;BiJ0L&rXJGyF*wlmIp{ax1
c5Rmeh{-ObJdaia?uaN7%cPbZ$U-d^QM&s%K`z+<-
hp;;Vt*=+asF77ed%BchmL`GK2Lf<q|FP|BK%`C%<g!#Tf|L{(gtfGMU);*oN3GqK=Eze;6n76TMpp{?uPNPY7chj|~3SD@$<WsF?dFJ3p-
)5kGDlOV!EE#PLkT=^*kFCxzJZFp7levmFoxx*JkE@}1Nia52Ki$*&a(

39 0.3822126 C3:1
-C?=J@$sGce&9tH)vY5d@Qai4#x|WTElh_11K^t$^!XsfoCx*WyeK{}iM1B&$;Jf7l0iBB4=4WOxQRv4Y@DnmHNi9%A1Hm+mv=J~CI!*b?z!LYnCw(Mel5
ZbGsNn`Dr)Z$1zT<T)oxGufQ+~<d}7AbEx}FIJK(eoCam)<)emD1!o4sKsoS|c-tJ`veK2x9+9HSZ

40 0.3811625 1
PO1_21tmu3CFof?gG~<kyQt~PNqg_yT;@eQv~+>?%uG-d1=sxuiaH7z9?Qzb+iIQxG*P27Av?w;+A#INR(R(LZ@wh^%i!!N8`dM}gq-
)(DM47|ayb4q2mhMu^_jyJv@=V|7DN{r?K{BUSlu!m@8CQxEf>ovG!%v}JaKsT<Jzgz5nHd+4VHWogFD09(=2D|KI-
1j+L9Y5NCFE11(>EX4uq1;*aj67yzPYDWDXzRcJHw9hTC8?<LR&-E-
X^Y*&TiFmx8wYz|#c;`?|V6Yf{JXm_PQ<ZB%q8FQ(H5wI%%6h=97y%s5cc=hu=dH0%=tkyykOm5(gs(oMrPelP9Ek26f_SkMycTr65E!FB-_GxK29b>?;r
J@(`^6UH~-ss$W4O7d|T5fxMsd`e&WG5}z}5UBeBhJu?r9qf+@CrQBSv}@<-wn9|;CLlD#4H<{yydkGI?CiD;Ywacr{EGxX-
j1LE`*I%)HXRWiVg|Q25`LmAw8P%neg=LSmye~!`&U!y9!Ode+lwE|TbKI}7yD5l7h4tR28rGxVg2;a)`B4v9k!76$4&ghvm062cu)w?gngy%7<sQZ<!<c
ZIvITSTL|wYqmBwH87mGS

42 0.3590507 C2:1
X?K*)oNeCY5Ncf=8~(5@&=x}2BBQkwz$?!U_m<r*QO{N>!9OezsfYOjsSPH=r4+XmGnnT%LO)CE+$CPeW2>0>6%ilffb}oh`kO`_^;CD&K&PGc{v!4f4LF
NDd%!8(eh@X@SqVtiIQ~laHyCz4^YrBkq7c6S4NXBLXp%z995xNgj!ul;W5d_?7)<rR(xr<5v7_t?bm4*=jx{1UCz*Z=YWY&pv)Y^sOhGs*Eo=nfQxaeWA
Y9YPEyzH{VgDW$N-2o*2u(BS`JBuvJjo*{(8m1qIja3Qdz}j90YRqQ1Q850?s??*!=t3-0*?;x*=rd%

48 0.3297489 O
*k8UZ3z8oa%ee$9s@sh`SQDK1Mx<I3

56 0.3157296 1
L;z&^K5c|O>*u@>i%E{exbTey=;rb0#R6sOaE6iKcdBGF(X;yrOY~;Mz#Qx9ycmBv7Ft365AEj}n^Pbj3jf3mOELe*R~)j>a37ixfYKc%e^<=vCuObfQr{
-V&lglNRITdgf_)g@(dH`cWSxL7<573ns-zIv*Izu%zDvLXAz_&sIPvexccKXz#&(($P@4V}&Mh%Hnr>4r5Q^_Bxv7);q%_+Z5?62M;WH#Pima75<Y4m*7
!wTT<L?OcjR`o&q*wtR5WA2N#!KQj>+j3w@28d5Hk7&9pFC>dq?I|#VdTl}OpHn&^`+$B?tSVutM~Z$+hl0(&a(g!I%I7-#r;0r-
TiY9$Sa4;XZ;~Aevz9WP|+VB?z>46uUok4--3F^^g9|h-#jMXzCFzZtN>}qK6QN`l-I%oTOlqyaHpyjfW|fgbYb!-
vGW_yT#It~^qF|YHo%tV@h}Pdx)Qr4dXDx3Y`@Dg?Oetwi9XyTI09bZ`sN$#XJ3cIWcp?KNd9B`tuy}_x0uPr`!i(y!k@G&C=#wNlrw%lqIpF0CAPTuABw
Xaf8<a&;C~4UIqoz9Wv6i2k<s_e4wAM5CE(Hbmdaf}>=!EJ4l2<oyZf#vO*Cu@p$r?rcdMWU;zq^&n7@bsuY(G}UCK|@WRwQjH`V?b2QpI8R-
Dx!)a(f3BwJoDrLjZf-
|h(@S<WlZ?jDfyIai9<hpngslC9#^heQo9HoN`6=1zG7&K|1@C#^2u2dcgJs=IbJQK1;@m?u2YdeBzdnatEG>B8*#8E&`GLa%2ZW$}jAPm;LWHQV0)$t~$
VlqgK}*g%gL96d)bSau>L0jDPnLChyAnsjH;&WusnnVqsO>7IBL

60 0.2930854 T
V)I=uApigXJ_QOZlW->;fpjd-5I$TTGyeboW@t+8HM@VpW8<wC1^xg3CslPj4RkEeu{>NI&W_mP

66 0.2871262 C2:1
Aq>~ktPaZy=+!gRF_88a?@Q#?7N4ioMe?iJL(Wjp3dG71{^26o))sLf#l<HlPik@=w=pm)mUQIX(OO3m)J#MdZuP%7%vo&iWF=WV;yVls9|DBHk=={<o7p
e}{o!*2iP!@727$`Jngy}Wu{69WPrkAJi4G~*+*#@6<@2g5a&_kNg3}2zjvG@X>;tyU)xa>@*93j_s+jQtK}U->O|w_vmX}Z-ogh^=R@p-
J_d>Sg<wd3NVYaTw3r3>cqY&f;2ekt=P|dRjYjVgUOJ}mmWfFhHg|6xM60hCqEhSOr)0zZ0TnM`E|2CW19X8r9W_wo;TS36cNsRU7!n7R|o1R7yvhJEI>1
m5As~be=Hm>>+)q3#8*qgNuvl#q3A;ba{nDPP2$;o#CYU@-YwHtr(sD1GtHwwx%$$CrCgn-
fNNlCWZk#oP(GT$5`WIM{>i%m1emKkpqan&*rV}3isHrAsJL%2fmg%nH#E1q#b`If@?^_DU9>lm5`ToIo>

72 0.2685320 O
^X#S1)+`v_@dB$DuJ}d5LaQ71Qv;vz1kNMe@J^mIM7ELn

84 0.2684869 T
U;tmy)vAaGS9~ukwP`cZWF}-8d3M;{;<PQnYq2>DY{C%$Alezscq~aIze~LK|Ifa~Ma2sg(<fFD#*TC2V2SE4F_2;(zw$xmzT@aQp*j)w

90 0.2502409 -
@#fCL%42NwG2XuphFr7=>Vy)({+7fCeilm-
m&;KX5;wUxH?I@W3CN(>JdZZ;*`9I7hg2mT^&r0W;j1+W5hQ&V=JE)|BGRtuof&u{J_r{vK$egmHe!k~_m5`fFZi4UW#>COSL-Aiii*(Cps_J2y&5A8=XM
I`#acru<*x14iydp^DmJ79&6<!oHgBrPEqBlJ$@V?s7O%p{Yd6;pW+b*8-
5QG86_jBSzb_llT#=l>2nnYF6jW6Aj9;<<>c?UL(L@2jjLJ>vUuDDAK;NR&zZh~YT9MBh55LFT63zI_IefO=dPSTLS-yZ23i+QrYR-TFZLJprx3eBF3HR#
NP0ZE>kWVk^<&}NJO7N8F+b|$C2e8B&W+|h?*MsK}<TvOH7+>D=889>)vsl>2v>9vGV_`rpBz5TUISjeQ52gX=sa)Lj>RQMCTF+@LgO(63US;Pd(U`9?(g
{}lvejeNs-
rU_FP%gn9T9ZZbl^(k3a-T2-~IL+F8~@eJb6kN1F?eK)p80DcO=O&;L)xLOAOvRu2<CPKVgQ=Ak5bKDG~xFW1Eip%Y2_cEYk-J#Cg2!tD95<sCB@?1PdP-
IpY#0-IyEGp0RJ!6$2w7f&(z%dX{p@c9zHqjk*5c54YmiC39@{*;o(HL?JsI+Ile!@JAWQ^pl3)snQ2Gj|`my?Je@`S?32hK5wJv

96 0.2409281 T
Fl;*AjXna*!~Kp81n4v2x~{Mu7~A$P?!&Odn2;P3MvAKmr$Q;vD#X_*(p`oJu;}6B90T4h#8HggGl<0EHLfN&K&@yA%gJlXB}3yMOvI1z5%7Y+uh_K++Vn
#8

104 0.2368910 -
A@BX=i-iq3?8o=`ycE0RAr&?6FP|65F?@i`d%8&Fl(q#Mg*aWt0Of%M^>d5l7bpP`fW&`2f8dx0Ag*iV5U-
XWe;ipbO;EV`M4xUSzV4dHg_P>aqkF93O86!4qcV;a<db1G%9#n~$G?}wk&>GWC-ZU_qXHxpuqxvT1J4h{Oh$7FniIw@pbw@hK&wX7cb#h_cvZII&@T_sp
wa9LC!#6VD?eV_qzu8^5L67>>Cx5uK~MGgC~Ahl<06~obldkc<fm>LOeSx~JYy6bq<Ufsi{It_{{S01Dj$pIbht~w$u(j0eJo}LvxU;md)%Y$wkGG=@vfF
C<7a0ti^~)G^$;@YB$*}%{650OR$CSUjm@z?Mwi+7bPVUz0WY`#xm`#vrP8q!^d;&eb&x#IAbPa^aoUVKQB-LcAUey`y(@?!*YPqS0xMbk7ckf!*f#Yyd{
R2^g&V=(F)g{uvJ(^7#q(g$qlmKb>}RpS@a|#>t({i@{Sz+XT@W)Fbd=-
Gxxp$WbL9OhhY^wD$991Ok17Qb+=FMrzlYtz>W=>OJ6V_T+HW5eepMy*c;5`fSHE}3t{zX{gd<T0K*gNL_#&D4hl`dSKhFcm9G3zafKsaMujW4&G)G=LD$
8;Ds~zeC;6fcRUfKH9`Uwyw*qtO5#rPM|VcqcV*QYEm++e;ZPa#Fn+u61#jm}r|swK|UlBw+w&Nmh;F~EiC0(6}%-xDO+4JRfRCtN8sXZgJyNtG4nPs-
LesFoS+Um1GY0grn7O2`+@iM@-~d86Ae2qRVrI;_s{2IF!)YB+KU

108 0.2300952 T
-g2(Nciv<2X<0S}TbuRQTJ?e}*bRIbIJpbm)I!}Xvw^1KA8IezT;k#~vzG$^;iAXs41G5^K)VGMc|;J+0sy5W%bCsaH%V{Fbk|rQfx3VQ;5;YFr@KoMVac
T8;)WCPniVKMP9P%#

120 0.2142278 O
6>D$uuOiw2j7N$-k@>XLxh5VPSZs3He>o=5B$+2E=W}EAkIG@l%T6{KH`mwf8r84j_hfiD$~_hN
""",
    3: """
5 1.3181161 C5:1,3
QtWOhNQbQJ{@(W04PL_#

6 1.2094292 C3:1,2
)HI6rVMCN6UJBV3T(Kz7>UiqYXNq$jupEgAmh_Gy

7 1.1598840 C7:1,4
7XvT+ipgct?EZ2r`hes5

8 1.0471976 Q8
Ik=DMsOHechv#zox=Tk5

10 0.9617794 C5:1,1
ixpw~VH`f`(7>|G-zLo*2Goi-{P5@%z$#Av8hi*B

11 0.9486864 C11:1,8
(gonvY$`eI__CMjiRj8D

12 0.9117383 C12:1,7
;$p_sszjOcTJ!1H{yfhX

14 0.8822417 C7:1,5
UQO)Eu^_JLzlw(gXm7V0Q<tU{td@Nkh%5fkO)qET

15 0.8368098 C3:1,2
jbaB3xq=n;#gHw+*)(qY(_%CfAWfhyN?5q!s~Dddg72{j`EZQUEHrc}#MCzn-8Fb27pT?~LcEzWx`0&suJjAq;FSQ;N3rbi)<!S!

18 0.8063460 C9:1,2
VDk0oc%sb~!`6c-f%RG>?~2amO$bjl_qiSC2aI|D

20 0.7717391 C5:1,1
K81hMbvh0p4gK!pOr3x6UyQ&Uf0P>yoQZYF;52Xi2C)jr0aVlX>Q(m#rO4tOuWX$5A+U|(#(9U?2qcTv

21 0.7472817 C7:1,3
92>k9ofHBi7wVE97kO?a`it)4P%^Ll>HAL(1=^c87N^n_h)aRR^DNi#$f~FL

24 0.7177144 C12:1,5
K*<ICfo-zoVZQGEt>?_e0FO-<9c5QFVYV*j7FCw{

26 0.7132645 C2:1,1
+L|T%fo3Y-&VL^RJ*c5JK=*_b98;*`Wcv0V_f>b)0JpK&DamZt%sHp#GC9ug|4n-<&`Zqb3SF()`T-
OQsk+z2rzGI~OW<JuOp}KiWs0Ei%s=crKp@Np&*&ElsUP#_YBp~JX$auOImEa0VnDOm7cuDT(*~Ukn;whOc9%!hh+jP)kcPVEiz#8|aTeP4eA~nlA=6hT*
15|rExh9w&vASv%|ad10AZB+FPT&PPpFFNO?Gg~d0C<wwT3Gm8Q=9Y!c%Jvi#~(y

27 0.7068839 C9:1,7
t#LZw)e(><Y0drLZudzRn=k3_L#;vbDgg-6W4O`SbCk!+`9==;UMUFQXR);K

30 0.6815208 C5:1,2
AP|n%NcNQ)X~(wK4`TfWR4idAsND7uZC)Aya^^-Z!G)6tIFEY%p0!-
UA8eZNKS$})1T;?SYWo%dp`ZaNN@PYSRcbfRiAfa**XtewU^gN6WGjNvyPWtcAV&@Z

32 0.6530822 C8:1,3
(k}1@to7r^e%ONi6c@@J7zHT>T!FmzkYQvv6~9>HO{oz4oT2E~=s(oaEqr<s9KJ~7tld;EO$`d+AW?hw

33 0.6357272 C11:1,6
18gSiaZ&ye(kbc2>)P1}Rg!)X!aSHbD(0pVB#wFS7CurI#^K^3@PEeI|EzT2

36 0.6259481 C12:1,7
U)e_0L=8>&WwdGf!Dg{8kj9hZlRZo_+cc&J>+z}PY~)!8ME!Uci)FqZ?n1#b

38 0.6170866 C19:1,11
_Wf7IR$Y1bQ?xed7fc=mO-z*G)43@N2FpFvo(^8#

40 0.6032188 Q8
yR6v=g$Qamdc2P1A9AP*3PZXoFWwB{sbm`)8xQyAP!+iV3{Q3q{*va$Ut_WxHD}usJ4eXeWQ0lX%`>RcjBN=Rq7@zShXm&~5~j@%

42 0.5911991 C7:1,3
tho&V)NP9h=kr1nZ`zZ?*E<>1Bltrud5~28n63#0MfKGMXJ(u#bI#My!2)ah1=s@8;Cq-
0m1F|`7!ecI{@7pfN7ElJ#o!J0SvXJESd#tU5XT1^#da*uyLI0D

45 0.5803577 C9:1,5
qVPfJ)Y}s|lD~ETWy6jTaiBx<@5@>5GlNq#p#pv55K8+kNWm@sGgk#HO9`U+Z^ZHaI6eo`bMd<+qD+hzYS+>gDT;?2XH&K=luQQa

48 0.5480284 2O
HBcW3)|`{soW!#f1h*E_

52 0.5428660 C13:1,4
ijCDXy^j?bp7Z18hn(l}*pv+Pkks`U^4m(~;XK&PE4~dJG<Yx&WC<WKtO(TRXfrMhxomefWmKK>X*WCL

54 0.5424295 C9:1,1
@M7``tvDJ8e&e<G+KB|hwK~HLu7djAqQ`3@$Wa~G%r;UNdwQ-
bWv+@S%s5;B{aRAS86UhBlkzC?s`fMZEq#C$`5NBNge*Ge&*YsLB0_K@gX)s&@Ro1{v8@F$

55 0.5335510 C11:1,6
zRJ)78Lv11^+kukaY{@0Iq+A=a^K_~vi#@u$*HXY%w|yMNr22HHvJXcd|^rC7$Muz|H-ufbB_Gx-(A=xH3kvu-nO<S2N!SE8rPH*

57 0.5317494 C19:1,12
0yJ6Zxn>ghqb>jvY*imPdmx$gJd0Vz_@D9UFnNaxHJ$??h^9v6m0i;wdy0W2

58 0.5284736 C29:1,18
Z236oHpD(N=`pJvx54fN^*O8Lpv>9|KBV~V1z#7+

60 0.5203444 C15:1,4
NWO9=n1sIAZcl~>A)pW7g;QM)BzChIYUpnAlAA6!Ay3-%JLHBMJdyee^V3Q=(5(yb&FynIt;DSuuvkI)

63 0.5123888 C9:1,4
DaDWTT;ioYRCV171)w_n<4a}tdfQJ8lfKW^osOo_=Y&<<8CWwU<aJ2@7kC=kn2g%+lVs;FNb3679Y_24$}qI;!Z-
#PB1bXNN}q!tWD*b6QL%*)rcM{v+UbSw5<3{$fd={j7}HVv1*E6U

68 0.5011355 C17:1,12
+46Jb(?$Hvc(a%Vbdy{h`g?L1rrPD`h0Dz^nl|s{{3@y<7^$Gr-0rUkmV9mGvzT1!m$>i^H4mN$YMlzk

74 0.4979943 C37:1,11
bj3Fu0RA%tP-+w)ddOWb1O<FGl3MiZ&tWqci%~BT

75 0.4919182 C25:1,16
fCz^9N24tl$+ZUDM!4G02&RM%+=p!`+yuA@d-IDeV1jrf%Z16&^#LXrGPxG@

77 0.4841851 C11:1,7
Xm6|RNcz?8rB5R->`l2MLxjjWl%Ky3|DBioxW0Sropb`}Y%mW9C5PhQs?oJET(1Pz4XTVG-
*jam+H$}0T2SxLKz0QlCtgSTP|wifszf{$w6pdr(dxYra$VOYV<bB26acvucUI8TD3@g2

80 0.4615365 C16:1,9
Z8ZE4`HW=w;K#TI5#|KL4UrHA`Q+2fkX2w4qiq8p&EiHnEuSnC4aElbDG9&uf-{W_fZ<pooC??kJiSab7xP@xO4W<_R!|cDuu{p=

91 0.4575047 C13:1,9
9EJGkp2u6uOjcGE$1`gZWu;B=N6xYlcx=MZWdC*BoqyIMH#`C7oWBv`QO4#ZqO>RyT>7pkJkC<z|M{}tCvKtuP{;Kbuev<+mCV(}TL1*(QlWm-
vmu2eV5jW$D9D4{9l+@_OJ95p`zMt4

96 0.4502457 C24:1,7
dlVq*U3q^a2eoC<*NtHEAfzYIKm_9^F7pQOz{HROc4FEI^-5~_?GsGI%oI87HFi=hE|+ch^N_qKmc)}0

98 0.4424282 C14:1,9
Qcp!4HXP<E&^qnjOI3FfZ3%SvFNwqGvS||@n%eI&(+6$)J*X5D)nz9rB(2XaZC$bwNB!y4ZlaskhQYM*Iamej!V+7=l(f(U$HlA&@U#Fk&6CmieiIb+MU7
%4G7RC;E5M2PN>*VSFkLJp

104 0.4376183 C13:1,10
<Z*2P5Y1dHH$d;v@qU^8imyckB@qc2{I_8f!*k^~3iT-
x{5#gfVXWp2jA(oJ7^%<=(d?J<Vaid%BtMh}0Iw$0pSuSKv8Hh1@Ge^;Oyi_CBD_lv54+Fi`+bV^yv}1HS{E@Ib}lR;X9<lUC1r@xlnjyKW|@lv=fndc

108 0.4259494 C27:1,17
jNrJ|`d&=xqTx*|$1XYfe;TX&c2(s&y>l`UiN#b8#qEsqc_H=>X4Kad>rDnZH-7XYLq5<6&!q9@0Ii|X

116 0.4167348 C29:1,13
a4NAM`tsQu>al(=FOWX?_kCIb(PaVa4Hc6HX|3kNGNYXbP5^nslAux(yzch?(E95O)T`gkGsWEZAV2Hc

120 0.3881395 2I
t>JzP0?uPC1pa68UTSqI

140 0.3854235 C35:1,22
65Ds!yhJ7e6Z8Tw{9+FeQ(r~y?!a>eu_3w7=D<waEAJoO@#;+=_WIr_;k_FPzx>HAg6oMUoCFH(m7pK^

144 0.3816131 2T
)PZF(IhC#n8u0?%b$)LTlp)(OptWHkw2Pt<EQMwAf6e*ZzD*YPluE@GM=49ua=?8Vvjkz$UYx8W6Ia*&<e!=f_CBO9dIXvzrPNmwEq&?%lE=BhpgIHeZzX
03

168 0.3701949 2T
wekM#9N{4h&jyb3e4yt#f(pshiy3Gu@Z(MU8WIfdwz*BwP>X^YN9u9pfyIRB6X;;YG4;9^sMQ4fPx*BS=r20jvYPHO4;sMq%3=ryE$s*IV`76ey|75)T^A
7Z#c}oQTSrA3w1`>Ka!lvp

187 0.3694386 C17:1,3
IsZh&zul<(LtNbXbF&)iW0j@<wg0&M*IF3N`yjO13TXD`oj*D&I$WUMW<&7lc4da#9f9!-X1IjVxi?}IVzv(7&w@-f!KV`X;KX9|-WwU-
!dILQC>2)C2>BWFAH+l5-rHU(u^fBgA%F=A^fvU$$$(?^!XG8xl)ozb+daSep{c$defTiQf7X=;kDm7X#g!fyLj8)*5*-)bO{M1dhL<`nzeWhvw}>P8

192 0.3603478 2T
d_pq-EJ02r=H4AF&$cP!#eZtcV_zWt@DeHIvX5Nn;1Np5i=tZ))Yot4IFSSk70>+GMwS8|m^+*4rz^zW@>5{ZFrkAgy*jG)30S`R&^g235UFJtVPz81ZWK
K2+M6B6atam~nAZyN$nDeh1eJQ!k9hYGZXx&7O10nz

195 0.3573604 C13:1,3
1US9xnYv)`Xxab+kw2C?vm0>BWYg;)Ngz}5IArDrKy2&XghccP2cIq5CygE_A!dZs4=2MT%SlA;oW(=uTwL4xkXJ|va)EHl&2okzCU<<(!3iJ@ulViL{W{
10;YvgV{>f-DlB!+V+u#87YxPk0ZfY+chDemi!B1ZY55ha-
R(CA_(msgBs_?1=4rgBGpurS4#0jAEvh^$T=qKCOtw6vaVH7pzP=3K0KawKw;FCorQl|&tpz0^vE_zklxFq8W;vF^KT7_cSwm_cX4j98GIm!Up*pQ$0z_V
Y*Zib8pR2nnv8-WiJ

209 0.3489492 C19:1,17
bDA35co)C>5eJ9W^Ic>gL*=67k4xq_W9SzO%G}onPtW21UJHjIEL79du+4)W|ELw^!!~v(%z|Uqw|Ptclk5xCAC@;F@kx#D{>dfeqMP~vk;vKyH1L|jhD5
;c<Fr7|`lQSOV$a+2^zWwGKt2TXrg4%o!dq76TC=Mf;6(K8agWFsGAgXdN?!X5=j8n4>}Ndr9FG#q0Ax1l<sg9E4f6;y;~LrUAecu1

220 0.3452987 C11:1,5
CY@&YUF8u8f&dJ|>oElJ%_4o$i+MpTOugLvt`~s^>i+8Fg}_24?0pOH1<iBUlUD8Z)0-13(k#5(z6tCdrI~otBp;;-
N{b`X4N5u!$fuLx5Y~JKXEhAz!K?nv9#)0pTRq7a9a?GAb!7JB7oIT9)%jiv%5*XCv%F5;$q23E^i%E(QC3aTa=|zt;R#OS23Tz>xlh{KC63tzPm>MQh*^
v%s&A<SVlsQ_Qn^p=JuL_#4$s!<eugnFU=(`I(?JXxT3-
0&{m4)9Bl2C}DtXH?gdEiF*JOe7C3tk|ohkwquQANWYI>ptb*kCQ*J9`uARyuDo`I7R1vg^<%_$ENpo)Oa*n4Xu_3L=<QULb+Qt7nOT=0w6)KhiaWpQ965
=<cE0x+`~ljrv3U-n@C%|9^8Pn;&{

224 0.3439395 C7:1,5
y_>?|&T9GKS?X0TP1M5tQod^4Ph0sgDjpIPrEU=Rrp!VGE{8iD2%xsse8H3_Ahglq2X!|BN*j#e<`9t3b>r0A2Fv0ub5JSnvGRBjO44rF(+yq(v!{;FN*2
`&L-3f)y-s2vHdRya&g8oEcDDxp)gtpUc8!(WPxuNAl?9*vJ+8V2m#);w1f8AUH{H3=*Eq2gQ<j<xL|VSv(01SGr|L~Or_kc=3fvg>4Qh7b2W5-
~HxjhV{jXf?Mg!yh3#uS4I8(~+yj4CaX_R;OvCmT($jg`4liV%V7{aylJU0v+F~Jweqan8irI?S_IAfgZKA0KbI7tcP`ad4V+ARhZcGXl3qVdM`7eYqdlH
lweH=6e4-
kq}CRg&2E<e$R@>2OBDnJ^;wIyJcB*phn<n|5jcqtUj=yx6%0J^xrRB_5&JIcPcaW_>x}K`*i+n3k~BnYFJ3m<Kr2I$H@Xzu7zohc)d99Wut*tu8(+=Jnz
GV?9mgAs1%R>DNCN_?va(<1Wh>Ge39fRX|kk5WR-c##xu%-
T8S2w6H)KW1n!!bN86&!+UPdn$$)M(1IiC?}pgld4Wyqf+{*Amf2X`5<&hU{<Rm(PQcI#SA<jDsdDW0v8*)v&=SfxU+{nOQ$5WYqTI{ud51a)w#akKGMB9
#

228 0.3407318 C19:1,16
cWKAca@hYBi6m;+#_dP|N|Ti5eadGzG=9$VhIRl9=nG2vtWU@R(nVCn81AL%@_b0|A;7IG5#tKjowlkG3P*Cx<V{#2<sA|54)4$XsYzht$q?u((*M}or{;
$FGhB$<=h9CMf@7)DjA&cvf(&fOJ^Bd>B!Ug=G!!Q7oCB%m1mLC)+A;UYt)77nXHAFp5Zdt=GgjKhaTg%<$^2{2<_f<8e7*qnpmFEd)AVBDFUV2)srn?y6
6%%$

234 0.3401170 C9:1,2
QZYgEyQZYvR4A-6FUCFfJ&9)ce+A$=mWU|mQPUm%gzE3=iq3cvx;=^8o>6?$YP9^y!BkK4aLXv@)|HhPZT_1HBnH3;RO&p#YXhtBi1yUgI8Xc@-
1fxV=k&G)SdAX;(|oosuB8tKB^<!nNxTy82Z7Wj?C49<$IAQeo*V4Nww<XIz;lE9R!p1_@nF2$u8_qJ$DzU3EBv({!Me-N0P=bs>mWbqn{0*hlgV-mzkPT
eY|Y}>N5E^?Z?&!L7oFJ*iI{Z6aQb!we=sM=_?X26Fuoh%5EjD!13KZ^oGYs@P+rgMl<R{5p&^j<=+5d15BH?XWVpEB@&v)@`5tsE&aKGh*1}-n{Man+R-
A-9{I-
t(Kwm)h_+GK|*ic&bF9iw4oIBL%nIxpw70ie96&?)HJ;8Dd9ulkmo|b_%rAO=Pq`C6rWKrbKDr|`ksBhBj66Zc4w~06c(e_at(7SNQ$iPnebyV2e0kNzU+
H?f(XiP}c-RJxP$m|;=E#u$q$+l<Cr9B4KEd-+teAP_YbV2Uv

245 0.3369923 C7:1,5
);WvBr6^(#w%oxG0-~4(S&{kj??$==?Ad<B{xJ~hFIkY+rEnA@oF)eIYnN%?DrzYTjldKv6fDBiUrCz@GNbs~lS8`xf?V(V%ES-
M2>AZgz}h7rcdP!~qW>ia*||u~X6;S~E~|0jf~eH!aibpp=@79l%d3mq<K)Tb&Nbcd+9d)2cNg-<PtsKyot2>I!p4;S6-9K~nupENmh%Y4Z&{-
MFXEmD*Xj1<`|>T(^VF9s4sK)qZ_4lh=cx48FP=jY8ejSj>{gxA(%0?A<d_u{;*PxX_QV_z+@|jJX-
i8o=HC+o%Q`0}L@u}O_JxKlg0suybRaw+Uj6gmrTGCFPzvtTIeVMwbV`N&gcUv)#{*8)R~~ZK=CotRz#2ajm~LC~3J4?eJiJTu4ha_=iwpM088o>4i;eHy
tZYXvY_+}kNQ*fe0zjVdSQI%mbd*})v;GAIL}lUyO1f$xDf-0MxwdK~x7tP8#T*a>$S8))na+j+(zl!j5(4=e4jmlILC$^a`xnE^eYxHqlr8-
cJ4X@nw{QX8H4J+WDnEMYC}>vEcr{wwo@;#gRDfX85qikw7^-C12h_C=6_07#3^HjT0n+#P;)iqm^}wjWIbNLt8eXu>dC|5H-
pWk*wr0lNHC<5brsRSg;Tl5E;Fru6iDXvCSWL76Q>KdIx_&bQ<)ne$B7%1+f#gu%+$G@kjoT;yO4}F`jQkeJzY<v)

260 0.3254251 C13:1,3
KXhK<y{-)fQ!U#zSjXt}S?7?+Qe1f)ujv`@L&*#V8{B)|WPAShUaAGqDRZ~yd5%ujqUZ=A-
pjJ(IcW#zNn+6feQ>)3++%6aUU;Y01vQq{!T;qC%q<|+uSE_KtKWa@hhU#J%oEq<J+uq<CQoJW0Uv=FN&(`|iRWn?<%~<|_o!1Sej$1DjPRP(6P)qo3h8|
P20&@X63Dd)7?gwF4#(6ZeKqIS_JCahSw>aOT?}ju1CbNpx>?xmXFFf)lSac4B_x{ATBsY|f^TB$OyU6jNu`L;3s8wAHo!5?ac(5|b#R^75>9RY4J)A8)X
i})ZNR(msx@f&U#_L{)>UyTQA=XlwpN7YNbsS@_|d2b*nVH<J!|X_Lv<VGl?1yu0)ij^)54+g9v183h1GBqS62wjZadWX

270 0.3243951 C9:1,5
&Jcdb%zH^4N2OExinnF_hipCt=5!JVs9LkcwAGjCQjOE_H_TTo6!`Mn`k#Fm3%5`4&B5(1#)0(T#p`?Kui~iU5Vhkdcjj;c|H6sb<=3v%1nk)vMdmHq#;O
4I0#7pOZ)|?~v(x>^d31;tOoeaQ^U}F0rDOj1nkbzaGoIDiZMFLb7BFw$2rS~*BWL>PNPy@IZmpEXK&@W`E|dNCbcF>zNx%>Dyg4HOAdX|*o(B#vGphUXm
QOM47Rt)RqF!bKsP1p+@4~SNUTQt&q5RYg3Bp$TAmAOxwCnrMSfwf#Kx*##X=`5IBAo*C?@OL0rK4@{ydXZ&4;2sXc2wCI+qRU<FsU!<V-
k$m$$DrL!8bP4aXG3FM1hR%zNj}1Lusea%Gkssoel%#MxT=%L!p1-?IyU_iIYs*n@Tw^!m$hL@qH8q+sJ6-NjJ~_mn%5R-
xdJt0Ss2n9QPIy(tus#O`vq_?pll1F7P%L0b<4)^hh<`?|JLb;x-2#NsB?~6)6r7h(XBe`x@FTKzftc7ug;F8+>r!Q7v>DNdN)nh-
Zc=#h_L9YjsKoCZpug>Ax=4$E(rbN_kfls}UCuK3mbw+@s3`D@>;n9hy4tuJ%yH

289 0.3171562 C17:1,5
LMd(GOx9=ynHPK#(c?+WQ{Ca{WN?baRu1z7m8-
P=A+;hWz)y+sP4V2>BB=b~9G{r=hUhU96Vq!YRUR8JXH&!Kk)YuCm*H|3WgIOxm!S&SPb@?0_GXO_)quY$Jf1Q&?uUx_8Q_TNSci}rB<GdLmR&9n8QKH*Z
i)#TU(vh8SQeHHpdj4p0gT8A%@uqE;EKl_(s>%kyAH<u>DEOvXQz_tsa{{;=6J;dcNO*97fPTJ*C|FL@)p9}ysOywM0y_hZH|2&&fmVszU!(cmh{6EwY9k
OIDGCb!%m$GE8Hn2cs0!b9LozbdcFhhKIvCDV4}1aebWC0-cx2BEWvBo^<7ij(|#N7

296 0.3131771 Q8
_n83pSicX<?&PrlWvchvi>DFuOF>mI13+=umch6B`Bh8OxT=mN`PwcRENYkh%ZzT@Z3w9yq!VHG1-
HA^EWQHPvod5Sq(9B@`u%hlhhM0|)PD&0a@uDNo7H;>EYTju`W=529%Ov@E3xbFD6w(PBQHJ%vksf-R~Ta8#Dop!Oj~Cem@cQz<LfKz-M-ZfcHZqVotXgV
s*-x+h*NsS&iMuj;`KrCw7N?ZuAFA)aWafHvdoJNp7iSyvehBk>tqBlJYt{piIu+dY2N4Gq|*x<;c`~c&L`{#k*ieWkRX~O9*GGOZDA(X`dPa0*^j+7A-
81vP68j{>k9DdpOiN`-c5z@tpVBuk-
#Ye*1g3bazJv+tt|Tw_V&;I21XJh)RjQh#_GJ@xwd}PW9q37eC$^UetnD71iYZu2M9VJ9tEJ^RZ9QtR^t=Pw@11n1BCMcj>TmOG|L>?`c*yxVGX9vBVa4>
R!Sc3VUw0KO5*49RdydA$32kE$lqrl2yv0<0j3xP_MWff|G|e8i9wgzoQR#-AhW2#aEE*ijxUZ2(%;4V%HO--M~197ad<`qc%Z-
ldK75$`7&`C@!(^}B;~>O4WXIA2)_aSLSY&5yRX3ihg+WP_Y>13m8}rmTDQR<*(nUt+C01?e_Htj6N2C6v|#<}<<Pk=TA!HY%dPw7B;h^gN*{kNTT7SSE>
KPh=z10Mz>|R|$lz%5G`5b>d_+y=)Y;fH0Nq;<|7D@<*f-<Dk2>i9?v{=Q%ry?{

312 0.3093773 C13:1,8
{$?-!5`xVwawZ7#o;<xO-F)BCP@K{$hu)(G!L{)LMs2_FWxx3ctc4NRdcEk;Md2UdTV94Eql-uQX-W~+5#@;Lc-
l5BS0=yPGtwaw#8zMO?Bdldb>3g!Ev^^ia*9&Y@DdXtJb{SoGEuha(W$}f9YB2oCf-
8ENP%SS{ugW0<?CxEx*%HUQp1Y~+me0xL#cWh7~3ky;@u7JXGzM(BzGqYyOh}Dh`^rtxCCJBAkq2|q8jhTV*YRm7>qaKNHA|2O8Ljw6JpZfEQ|-
`hz}AnsATivf6mMM>^4H#!L9BSBqY()+RZ-_DDtnzlGrH+ImgcE<W*7<v2h;w>pUkQuB2ewD`G|0FS<AIS8S&!?YUObRFC8P!&&9*PNd2ff+VQaGjM_=zf
o1>@#Z}fDx#+Euo4^05~xt<u>htu#-@q&KyI4oR5-2DyC?zvJLC}8FwXbvF{?rag75wS=bdE0pFdsuE}&-G+XAvPU+7T)!qwjV

325 0.3029835 C13:1,10
MJk8{O852uXse~b$3r6cz^bI$DoR^2BVK|G$T!^rg;8GWYRL;NBf}TxtkAdM@4a~cCbp?667MS0r;$t$#*4Y(CfD)?0AcRl1x4J_1nbP+yqItlzC#_(-
)5%v_&bE^`foioq8QKP-
*!m?Dsjll`E0xmSgR1`84vI4UdcM}@8xJSAPq6|QrbWuzvOK5;mnp4dVlrLlUceVPK&D77k2?1y?WX6Vc^QxCBo~=VGX(=<!u!4yHMQ(Efc5acbyvt)&+j
Xz*Nc!NlZ%0KfS~ZBlqg|Np$SsOFI|+lw7|TYLcPF`rI=0ONuS?Z}emm%#hd5lU+{S#ORszLhNTMyioSjI2kVRM9nAY;g=jABHTjGYScdot#okSGAtJ}$q
xPUssG6hY~8EweTG;4&-
}>54<a+~jj!p~{pV2tk_HCTkb`OJ^Fq$nvH{2=IrzQb7tJX5Eds^VPr{ul4lz3RR{lKhB|J3ZQ;@+N74|yaxTC_|^=oqSyu&&yg3xf@N{!AO

330 0.3024331 C30:1,13
_8d#~J^%FDF3esoy@6~M_E%!e-
{4dwdZZuyV1IW7fAQ4z&nT1#vs;<O?kmCTP0=FY@Wh`a5qqoF7kQNhAgPkmO#KfaR)_!ZC4LO!06I|f=SyuONN&W;)JxIy`w&6z5jY4Ak!{n&nMBeGHf2=
u8^rQ8-LQ_}qS@2@yjtnsB6>d#6>)>h50RDi!DpA;JM~gA!K0S%L7^)2lm&^~O$insAdRTn%w^o`

336 0.2932231 2O
1+}B)=u30obPDzVR0f>SO?4{IO#SgFsTG|2<}?!gh`3ndwK>o-
Y)jGRPhz+L88#8lj;pg94i#tPG=wh%x3Kr?A8>svT6bI71^XEB7rxcg#)JSQdki<|=Lae8?8fNe7Ma#JRt9STrZuGe

351 0.2929194 C13:1,8
->7!ZDjskAUHw=Sa-Wji;~nYzr&4hZFpkf`q(LtRmY8<Jl0Vo3h$z|an>vI5d~Ficvp{VW2ddrO^)M<Jpl-
a>hlJ7sK;|ydP!SIMXKL;95asACzB3usX>V!)@c0z(D5b&>cmpudGycBZj1)A>-
Ua_0K<A|DBx05PlkW2O6FCVXL8ueUu!1)9kjf+Huvgq3%3X}>w=fveL!IgNil-nl*p^=747um!*ZqFxu_HP(ISC2*&$b}ukvv-DhlE%e@a;;@sx8M3C|yX
(^iLiKwb%;hygStB-`D@qI6*WdQgF@rI%MMJM&{xJ$UQ~})=Z(rhTIhA`s)7S0~CD!x37cAz*G+pzY+)PX?3SKL(2v1;6mm7Qi2BS9V`b0J*b?-
^FPn^I%;UukFysOJFRNq6{V};3yHhvBkTGMC*!x)QUU`h>t7Jq=a~Ba4RY_*nym)qC9VkD1FaS*t+OBCXu$&o!o4iyF{afRPrYT$uk-u!%{ji+n&&q!<f-
!a#^?e3+svoW>C?><EnExR=w<N$cvQst_D|y&jQ4ZNRD;A7

360 0.2902524 2T
zJ3(&)qfBG{U0;>K%Gd!#C_h>bn+Po0%SGRLeg6hw-7YW-n{lAe<rc-mFi9l8*JF)+K{{#j@kdr&7C*&!8zN*`(bqu$@Q4`r^`t6OX@-
7p?P*U!bZ&gKp#5rn<BE{D1Fi>2EZHIR>ZdhCO(DGUj6nJd(|%6-
E<KC(Q#zXJ+|s5uNy4*yV6Yfao5x8<zF%~M6hh*RvB9E2AT59hxfx0Tk0Y5tt9*6hNC>-qV6&$VTkteX}&ev6_<tHhZd+bU=i-
|aMd6JGNuRMn!_U&Q<=`%(@|R8bM_nZSUpT7!vy2dn|tT(

377 0.2868161 C13:1,5
SzW%}{6`@AEN)26lqAIwpgdZ_4qCqtd?|kUR|QJ~UY5Y$ONlZf1YOnCnFuZWxlW<<RO-
A08nr^ofSG^aO$ndSz0_R#uB{2&3ZxI|jv!3+aP$={MrMTEK7JSEpq)(8)et}@ElH#G49xWsPM&M;dZ^h7a-
crLJw1H`wV1TsCHz||SOs(F*bf`%!SHzDVubt_Y{PHXcr)GMQoMBXiOp6Uq2CYJvLTlyJW(+BTf&zkPUoV`&o*22#`!t<eue)M9Hz0^x)<HhrPF@Q0|WRF
Ej9$=FlYVmgFm_4Vl>b&y%?P8VQgFjKbsfPCfjrc3YYcNxUQ%J8mYGV>zL{sJ$P)$Q@nT!KSlM*cmov{E8D8%uO{mTW^vU1anyzpKq{KU#Lh4DD`%weiL0
A7bnn^XF_5bI+%MPN1GRJ_ZotdgW6#YH`{!)oFloUH&ZdpZQY9Jl7ltI_>s197&gGxZ3ZTdk<KhI(4YIBw$1no$@oua2`Uvj*!dUVfD;L|#Wb3TwOeJB`d
D_(uZ;M6iNXre|R0TfM(tYX|*7{ic{tQUjJOQHl{V$;YKNGCM2HFAh=+T<iJqVdBL4St;t-&ko

400 0.2843238 Q8
WdUH<`D%mz8f}yl2gztH>{8avwH~D*?>ik8eMF!BU97Op6QC6O4eAuy^M;rSRoimT7gdZF_MV>UNrB(y^~%NfaFJd<@v<@rq3Wvm8o*N27F1awdq4~H5R8
l-iZJQXbk6JWF&bpw)D7q5nL-}MPW3nmt;GffOcl%K_`ezAlt_3O5w^hB<pEqD!5$ppBSMrA;AR!e<ml7)1YIBG1-
lO}PN_fZ86QyOPO&fCmdFhW(2_>=wrbhT!?i--s__9gCw@Bmi<NB!YiIkyGf2-3l)~5Y?rQ-
3H8t7l^^^@AW2%VUx(%$@sz`a!k}cF5chQL6fshjhFOwenf{U;`(s#t|9mvB5bUP3M$$-N-
Mi`j(TF@TmG3~DV?JCX}My_bZ6r3*iTd*zWkW5WBhE%{6v%0wgu2X{5-
yZQF>KHfsnx?MY7L_*n^5nTO>do!l2?m(!YX9lb9UP)3o~Y*VO+pO!z{_*uv6PN4Mlvk^CQ|brTb>%uq9#cQcx&|8ziEH=o51ebrt4V@`L_Vup?Y)Pu{~V
!g;#z%!8R2MtWx+8G;nv_e3qCom4%cDd||`vGZx+3cvDX!y=Xq%52(5Cc%`l1cY5|L69K{G-
#GIS<0}lqKGmlX`D!K#(?ezdLQu`id_X(^^Yn1=WL9O~n2J8!l!%oDnMv`@GDN@-
{pQfdJi;CdB}ne;H#F%H(+QvHz`_<BZGzd$%8pG5X&YDO;T@eCwT7tYa;7;hI=_F+hGz02g$alIs<1f@H;`lQ7q;sgt0@f6!<kLzuecHMbmY}Ll>4#svK}
1tlmV*Y_KR>HZPR$~|3!?`Ku?|l`M#YgHq1THf7%82$TEb|6r-9B;%x{C1Jz*G^ZaYs?Z}?@_93ayia^xyfC)6qF5t-
@m&n%y$4PGQD$N)4PldN40|ZUeTt#Oa9ub_y?u1JC5)&us_Y}YNoUn8G`(QLJY%Rd#elKU-9i*t?)3E|H2f-Zc=G-
d!Y93nG=}nO@U#05`iKE;HUMrE&%9x7|49`~K%D)pF

413 0.2763309 C7:1,3
`dshjd^<GJ!Pbc63LLx@)bnWXC*+g>rsM(kTHyf0u0vtymgX2R4Z{ulT-{pTZrB|S!jcj%-
Wjacu)tyf!=?Ai5QkF_F&dKmVV=z2!3%HiRDsnRH+&=3>;*;Jw%!5MnASWk7H<&>=mC`j+N!1P@UcW3<4h*f{@F<#+7PJvz#M20(@P@5q*_z<PO4wmU#?6
CpEO6$-
rBYMTu?FS+i@=O!wl=#T$aeyn_uAS+}q+dQHWybSd0_*i<UglbsRb$M20i+gJpUd7aC{R_pjO@nHF&hH1vYpwvy=HZs{WyiyKYxuFn|IsYE!|9+;C5&`!e
P_`>Yn!)kQbEm_4bA8>E?Pzo&awmxOXBEqQ{MX?a`Bv*<4!x!T2>QU7Av~=;titxGV`C{hX+gW)7C=hGVK0u-wgCmyk#)kVQ{Q{2Be)5I#{-IpxKya-
ux4@>}l+9BN-oqHzBPa+9H}<Uc63o~xo*z=!UvdKdO<Qa4>K3xlI9bi+5br4sFu%*+NBM9sXvpp02M@q9b$uKVc;?UUNd0KY0oGso1oZLkjGKz)JK?DOi#
l%ogowx0B|sL?9<6oZeWIZzcH+Y0G68bp_E0h6fEaTQNk~xwG}KAS>aS(h2Y4YG!qIcu%Y(TMibwp(79;%%I{a(l3?&l_k48!hljD#CN?C2fuf%=x2Erf8
HUN$v>ANWe4G5C*NN+db{Z2{|1Km^3=?Nh2_!|J^mj=ZqP^FCK7?cwt(5bHcwKTsYd_rH#S;ig)){-
CMK5phWB)Gx++ps?fh)AW!(<}cO;$Bk*XLU;s>K~5j$qoMjrQjgM%V6jM_aPqr<ACWb9IL0=AW8t{TstfEah^pZI(6geS(BX5q@M-
lc4fO7uTSF49}8jzhkOLe`_@<wtk&A&+wzq2C?9$2fOfbD>ic8i$)IS=WnNs=BaYcB`p+Klc8V$rlMI>#A}V_r-
2vCm{JCKuqdA%Od2tUBk3x>cy&hN*r@Y$H7T)h54Qem){Svq35o43r+=WN{8jf7npDIS>FUS%7O}JJ!(#rkcO(RbKW=uurERljActbG$(fu9H&$~p(|Ha1
kImR5~borJ1$NS>?9@}XS<#6H1^_WZJLCUE1l}gYvlDMAmubTzmR=%a#?MfsT|96SviEEc55v+&P+jQ#?;)A^fQMGC+0Ll&kx+<e9cy$cf8TI%X8O-
SA&PZhf9h1q_FQB^E

432 0.2761927 2O
+miDW3CC^%1SOoqS9-
PvNBQ9%`>4J2d3~7#Epxaw>36gEgf(Lw+HxS!GHA&iO2|kcT3M$hL^BH%(}v#M0`P?Gv?6RKVGOk!+jHF}*b6|`nriSP&8$u9VnNsD7JH%T)rTn$z$oAia
6PNXY+;uv(mKQRm~L9(6O9lgNRk%?Oz|_{vZ!?1597Kh

441 0.2742607 C49:1,32
2vU&%YCnw*d>%W<(GxG^sRSm^T_DRR*ces->Toy<6JhGr==enuTF(gJFK|uZSYw#o-
R(pqf!K@LYAYf2|7Ysxx}>xO%mk0pHlCE(aa`fnWmg;~urn0pR)rZ4e&-46KOw3bLO3YUL(5<0z>cElA$!jqWU>m+St+>=iknQ$8$}o#2vbn!FJHd&

450 0.2697112 C9:1,4
pr8EyPybWe78UgyEwqIz<hpY1<nr<$*Kk(dFm^)O-
3X}2Hhd8u5n}uIoWSA%Z;bT!8C{zeGeWDxK(R9b|F*)<h>Sr23f^Aw*ZMlx_C~Mto{uaJAOm0b1GGECM7QJBb3P^&(tc#s9zDMYNfg!WBxUS0UjdrpEaM3
H8*A0mS(B+HZf*emNZ~Z)tvDFa^wrx3UI?1p<jC^rwg1l3floLJB!UIw@*1EbeEM+NtdTY=yX7qHGeoZwHPXWT0lrxQ-
i|iJA1ZI@XPZ&Oj>QiJUxT^t*N^4&mCkn6hWA@1!Hc)&6yetMs%87`d}8<wnRnaXzpWrLoGlLKR@>6{3*T4g6K1~4aPE%YJGQ+UK}E&wht_!0$2ghcz`Su
Df$>4pr$A}&86#TS<O;nm;dPY~okz{{?r&(`37OXrZSPLZs8x;p_7Z0KUVH8vl6RTQ8c7c6otP}i#`Gl=N>sS_<1#Sk+OxUl_0YX9P>??Bbb6}f{qdse@|
Tq&d*)2g3DNirkofxhxC({~{kk;J|Mtcxy45G%UsC7(AUq+@ATv<tNbgbDLt?-&Ae`^{QZ(xP?Z1fWx-9@DwKSdlrY-
x>s}yA9$)VsWfz{LznR<ELb(^8#UgQK1L-Oy@%|E{!7;^*4DDXZK<vG6ONx()57)`kC@0e>T$MfCnK1KZ~ETNF-MI%}@xw8-cFkqYI!g8bS-
Q;HriFR<`&8kt&m&wx61YG+f?pyrxlIUj`f<mm$`{~~PdF4ablnH+U4#1<}EG%6Jij3|1wXyxk9qp{%kvgFXs87Y-3~060J=C%7tG~-
K(lC4CNPU(O{kfy@8P81+A<sz10E8|SsaJpUI8E9Bzs85bBzwaAyh@zhL9#?1;Be{UbPeJl9LgH={qEE%L{r1kJ6i<#6LS6OK7gw_DSZa>I&=pC(Q`)Hre
kj?CycY;6q}(3lGQ!xYFIW7&PS5VTbLB)M9}!mNFNs$kqeaLTUfO7#-7O6V=WmOv>4;zgC9@fH(;IwaoyJ=QxGB1S4>(M

468 0.2677278 C12:1,5
41`n5u)7rz1RCb!IN5^mm13*+bJW%lS$$W;llYGfQ-1T?y}yMhed1`~tuTTN&^m_dUX|S>DJMDBZVdS7m0Y>ikg@(Rw*^oCWu4Le2pD4B=X-
Dak&Fe`&9r3QFe+pKe)$bAYnQXsgd(E?j;f2|hEci*O*Q<<oNBJ{MpSRt!!0x(!@^4Mep!Uv4h+r5TaBX-jjfyLQ1_?`HI75|L83zzuC9m1A{2n~Ub>a#D
pp_-a7UxzV0>QDbpr+3nq#Oa&rts27H?zoKCs&6axESgKOjKSeuYIF?{&`3Q5v8lx}7NYk1d-
K3SWThNi}^Srnc0~<Di!QISqpIP}$!OhfHVAE9ZpV6k4M8Gl42MeY^tbuwT3rD<fOWAOZm&DsKe(6RGCyRt>D&pT8g#ANR%9y{3WXF!JK%`xVVMl90XcKI
;Aj#`?759i{Lnm)8sE@fTJgFzFrW|CK{2A6=5?mDu~-
^N!f^b3Zr#L&q)LXnLT`UaN88dC|`ai3Tn7>bU30I|?D+au$X%?{l2^)N#w}Z%v`%;dnC$)|8gW`z6Q;n>!ND@O5hpod2-v+;Gm{KOVl-pftJ_Uxm-
yXlZ^JRDXikWYNPGBINng)BkY*IDApgkghBw=QC37ITw)vxECYrh~`~0kjrJ?6qED+C~=I`f1;KBJ9p&NKfHA9YeNtAJky8*Ia-
LpMQ@h&^HS6M^}0kQ;n!`|>b{;GkIvn~y@Wy!8<;rt%`@fvVVW`V?;ia6>9yd=iu$18?97M+R|L5pn&+~}VYF}eRk2>~_f=^o^+cS~mfp(`

480 0.2654712 C24:1,19
B)kXU1WmRFfK^Q9@V9%<Z<+1TiZu8s>ll>x3rOn*IO}-O*N$Ed)cIxDGbe)fYr6yZA5-
)U1$3gxwRhU#vV#`tyeSqc6Ln?X^L>xzv5H#i5vCF_XWZi3vqOIaVu>u{tr=Px?MO_|C-
vs>ZlmPSv<IIbS1Xq5qEh7S02Y7UAR2)Ml_0OuKFd|({^=6oamI!+Fq+Hpi%Omo-
d+*e>l&{AWAskV_J_dy%Qx}WaVj|@8Ma#A+IEcucGZjIZiML>X=d)sgF5X8ap-XOdVXmMEv<OMsd6q1#%^oa{=kG6!|UqhqYVJuXshGJ!`*-
s5mgQF`mt5{9pE4DSo2L3jcxhW0-TrEs1~K}|MjH{tmH|=#Z*%EbcSZxPTAxb*zt_nX#RES30xrHePO0AUjQZK`(ZQs

494 0.2652730 C13:1,4
J6{#d2r~mBIe};opul(ii3;2OzGS%vzWmR@Mj|cqBK<GfQsh7xQkRkB=r>;7-yogS$1K|s(7Zg>O+D@hEnX}5-3h8B`;X<&X85-
iOrdV{zoic%+ygS&HNNuN%V!qm%GdWN2V)=Bx*l)$)Lg{Veh&aCn6<g<HRj<4>6Q5F9KP!^nA|t@4b+<8UXaDuoz|Zw0sDXZ&^fH%hVEqQnRfdKN2%`IV6
fQFTuA`$zptPaQj^}rCU%MeUGuTzQcJWA7@pb7`b`WKKERg5xj-Zd817i?Ipr+&F@+K5tb}V6Nru|a3M{GSA2l!HY1kzscZ@#P5$lBvFHgVG*LFl3*HiW0
f*JetOKnj1k<v3C!03$24v)+3PL>(SIzJ>4owkAKZ|O1%E+yOGsKuQr`6Vmjz>JIO4%uP)|F9@6s<Rr?cz6^84i8lDg6?wvXLbR~2up3@vtS*~4l>vxW5+
`Dg>;Ye&E%E%UJxxZRLhp&oe<UNoyCLOnbHpcZo%%^a5}o%pwo8QNpoBgKm2#y#gJ?va`R5;26B@hcW0gDwqF+2P9#G8hIG9S|G2!&=+QzWDan}r5HK4OO
-wn?lA0RaVmb=g_>oT}b^3njQO6J&6l+4%t{<@lh4tpxamNtngwe+GhZT4^M$@_HtxcHvW#vM}P@NhXLF<D3RAvtYy^u8Cob(V7gt3h6#=dvYzVR*a?<-
*+;W}E@R7j8^5Ym$U2LccjJ+qj^Do&aV|MX4XJhZ6~8;_;Tz&0uOYqb^JwNyDToAS@-Tp-W+

506 0.2630197 C11:1,4
MwT=0F&%Wn4Y~*SdjiS#8IQRE_?vSFnzI7OsQcyP>$a}!6cqj}9IG|h@Ep7fcGu_dUDI1AWJL_%G%6U~F*z{X)qLU*6dJwGWj~twC4rC6c7g{7NF0pp__d
_l$dn=9FO%amSqcsNcr_F95rCNHKR7-
W50qi~*ps5k{X$Xv&`}f~+kZ>Q2C!WBb@$})umuef<pC1QKR#X@1cIB@=ycN={g}tvpOv!@A_Us>@ht&4OfQt@ro71X??&a>G4lB>k2fRgpu9Q<Gy3A$ey
}$ifaQwZVW^nqxvrhcITNh}qR(jF{a-
ZpQ!kb6KIdZ)v!nIY?QxFRb<|nuhopuoWuN^3lGozZS}o7(BmD6uc>CbfMWX=m`e5}0qD{9R49k+xt(#lo%02PUZy3@j-
Z*~&i57AD9XC1CY(rllJHp@kq_rI2%%(~80dnySS@3GY+dg6Y#r@{yu1nt|o&U(&_dRtTK{Mz5rw5%JNS77gM`ktAIJDyBrvf4$Gc_j9T^ytbfoAZ`X04A
R6*kZP?8pNV4Gb;r6tqYhXCP_JNkLre647tz1rVbI`gxVal|AhRS{A|DRZhV7bpjsFw|1xVOh)VAy;+AD?c>erE1~q#sccEpirP;cuss9Z1M9f|$35TK2j
Bh)Ib=-O%h>ARXM-mD)HeqDG;3DGC>z)ni8kxU%|kB?{l8V_;W+&Z%Ea~7H{5_J;}4Jsp6D*;w<f*)5n#<P`<>I(UFXO8e~2X8`whMezBRMaVtZN@&i}^N
F)k1i#m1H9f)c(ZII@Dv(dTa#*Rj*<6@@_S<JSw~&W6V?gAUu`3NzUEwrMu<ofel6@6t)={Yab0kz?Y|8kqqkn077kg}}P+TtqPZB@Rar5=YX){G62tmi}
Aks;CMDU0hAcHOffpH@2eEU!j8{&Hi%g1R#zRnFCeiTs+S!>bLFeV~(QV

532 0.2557466 C19:1,6
Ol?@!%5O;B##=w)ueEUyEx4-
tK(G1u(Ubkn6pifIvwY3jBeb&|5<1`L>P<h~O|_ue3j%#IgIHkq=J8zsM3xcgTL3x}dCmmLb;6GOUJfqsbJX4*hkAt19PvmOol*kr<_(=S3Q=VApH>a!0;
lfXRDyc~OZ_y^m?N6ztq-
!;APajYZXRRc({PgaN5cu+`LVbi#L^Vo_JfueYnKkx40xv}eL^(<l%%WYqi$L8qORB_b2?4YI`*FL6HL(ZxZSA^>$rKvLDb3+`9o9h4ZwL2UWOOV99J3P{
G5m8921BQCPZuPqZ;|imxHj&Uu?7<k(re5UBcb-C_3Wa2~s!>n~f^Y+Ddp56YFu;!Y4Te&T9qWU9phbqF)Boso1y_$yH$4qSbluJld4ubHaBtWFV^Vfk(F
U4NtPtb%i}7NflG*gYyOrNMg_GZwp`xR)HwmmFiT|s1!)|UZ_|M=jZCgP=uE3!)g8CZtM6V&E>??9T?*TC9eG6e*~o&w+o8ZL>)@!*#RBLRYC(Bxh%Eygp
}<B0jl!ub&$3&ysT^8hZbQE5m*`EPvY(>70un{ILCnK

555 0.2525704 C15:1,13
)k_}ubQh`7%tborzvNjYd@W4eak8>7rNid#KX-HUxSQDPm#tqFjzvJn?V*YTtts^AQ0jgzyf9Yd72_Njxk5eB%GmA?PS}#+XD9sRHxNMCT;Omp7H^mgH3D
-9I$B@rYP4|rjc1?8OHUB!{^Ka!yX$x#<Ot!_1zaihI5epFjOOJWjvtH6Z)ooqXgBuECw1%?raPtjt?>Th0gk^4iU8yzV0TW;K2CfDX>8o#IV`#R+Y33`%
!WeNNB73u;&EgzKLC052#m!RWihwg$pP;P+9PMpri26aX8dXXKjthkDGL(ZD8HH$CyRdkLFDBG;<ydVz~znHcy77x#qMYqGDnKb>!S4NhhbCM$iAy1XSM?
9Q1+4J8)+)=M0=JfMt|th&i9cBLwi2U>+qHaXeSa2l$|2p;{dGC_$;$2w3*ib(n2luI`wVbh5oxM3y}EXnyU!}50qZk79n#ETTE;8O+^mVnK8cg0~?n&!k
hc<$dI=f8iDfMs7JyYH^>>&lK!C!8IB6ZAHawLRTviaFUm&eq{lGgnPuS*Q=+8Pm7bE|JSn67HT2O7ek+&49C4ZQmNBHw0dt%j^KI?u=WL4cb232q%-
h8zLyQB>u@ltxY#!6ry=6E5#ZG$WXbmscNS|usfkjz3W&Qv4=Tq|m3ckSc4I&!>QapOpJv~m-
d3TiOGT?PD44|LgQ&Q>o>*!ztY$wJO`Tc&w9g;Q%d_7y{A3YT8{-3YZ*K*w5t?-5GEOLASCkFq+lu2dx

572 0.2499848 C11:1,9
<L-
3dgFM{wc?Idvf+CUTekf1S!i}USu^?ISuDd@1mVUwOK&mJgCDG)|Y5&<2EK%9(H*PyJZq>T|Qn(Z%3TxQb0Ke50Ns)o&V;BY9YO474`TG0=xpX1HpoY%+(
v_;{B{3r^*Zk1dS@aM0D8InWSOnf6ZQ6_dBKm6VL457nySFFwmAc#W`AVwJ349mWY=yoP!hAE+5@@aUqKqu}vH{F4h{}K5_E^*xkGg~bE4-
B;9;9Q*TxRw7g-
e<4zy{6*AY)3>aO@%1^skx8!&C+dxcvYEyxEiA56i~d0$c|xA$IEV@LWvhENQ0N*UAneZ+sToRUt15R>@cdu_yT#gf?i#8YZ3%WlB8c@)oH#fub+<A1r<f
tiPS?4f#G4zwR^3CT}9?by9`TIBk^rat!R^JXw9>L!yf2!pc4msiyey%jeI?+nj6I$t3eHS<lM{E7b%I2?F%$v+*Ap2O|l|xWFm@>&f-
iwa{xDOP5Fb^2W5-A)G492hmLuJF`pb`8=%YHskZsLVCd<k3p5<1+}X5&tX>B(M9|yw#7v8du|08*o2M(FldAi3^NwV2X-
Rk8`wVfQizT#nVV|v5PMuI+Q;SN-z%3Pg<j6sC$g&MQ>3Z%Xcmkq`5PG0mf4aE`kh+pde>DK0a6^_!{kHLW%M`OzcJbhUv|LMw-AQp@WZ70;w>T}VCdb{1
cGuQnDLCoeSx_c#qq@VS<g5BpqaJ`<qi}sj2x)qi8GTQGA@exYn&hmbeX8aSQcmx$kO1@aq;5<WmFFKsOR$4o29hSduPlj7?S!7;+Wt1d&$!CHQGG_U*74
*3%|tU?fW<5_YC$YG?TaHj07Ga<b@9T+7;m@ivk<d3w$o=#>f2N;P|yL6Z_@nWU7hucv<J#)Zn`YQjbpNDLo$3aBX4CbWi3NVgAJuIWKqV!@NZ8yy?#WDc
sfPxtGSrgLcmI@=k#?H?WZJcC1z&dMsAmjBraXb@CbqXVrKbtquU>N_1i(H^AfO+uTRl#j#NWecpQy>MKCP_b1r-
MG*GlAr^A;sS`un*Qq$x3#Fgq+Log(r<cIs7yHW#

589 0.2489316 C19:1,17
XE^lhkbouf|2AhD+?n<?z`dT&%cy@SvF8K`-v=WHXoFb^-j{A6XyyddFNSm-
I6@ZIE_>A=tCVo=VWlDA|EtRN4pg!(>5_KUxdEmAF0;e{xvlLDF2GsBM^E<k<}p3qon_Vuy}WhhQ`wWzqM&Kat0VIb+KP_<Ab-
i+@V!RfLroAE8vInzV$sX-A$HQ$ho(&|x@Q^gifqsYbAe?2Xj8~G`4ji)jP{EdyDzW)kN+qfxkVSp-
S+7RT3?9hsnV4B9~)}bMKa>n@VEc?yKr3^oT0$Sn;A*+1)SH_Vx~L&Y*tL*%1hka>wHG;Y%lBx1{43pt_URYx~u)#u-
)4bq~|l*kTxpdmE;o7Sz>%71sM7Pc@)>|Q0*Z9(eSDTR+~A>C{)JXdj$aLu$2`w(l-
F<eE<m(uFJFd1b>b!P!svqf>&4*;OeUCvyXBg9fqXLCdtbK4~#O~<s|ASkDyiK)%EP{xPQRWC>3ubais4V4Q8PF3dbhm0It<5#gZ-D?GBs(2f!H101<c~-
q%?2x(#~x;6G;1-d1xB2qv@ZB*!@3SEIz|{gG7nB}4kl8TJR|Uc2kjM5%80fxCVAyOFrms%iZEns*#5{YJ;;zEI01KL-WgeX|l84V{nC370+!

600 0.2344942 2I
D@3^Ptt09B>1tW|`x2Es)=?7c9Tj;Xqb#>58Op#O#yi6riXOW*SB3EpH5-`p?OCeagZ*0_PC#N5PIX||MFe^`*YSS{zXCV=fLmf7
""",
    4: """
10 1.1071487 -
%uzhwYH1eHD8&l*<?#{k06MJdIB4S}XmN4o3~^rb|38x?=P=Rd^KcsG#o@3V$JJR3VxYAYeGd%NP6nLd_IJ+wKV0tXmsnjYhieQTe1K&F|6n&1I_HbVJDE
W6fM<L3

12 1.0610567 -
V=VRF66MMXO|4_|7yM&1;M*SpsLO=x2;I5v3;m@sUI>`*aqBSWkxpj$RBj0S7@S`Bp&qditBPU6Dwl=ekJMAueRo*mcZk32@kZDMtjVSV`x5foqH28~vnh
%qli-yY=i+S7(?^OSkf$vV0KUNSt6f<Q

14 1.0397684 -
1gyjRgtG$Mq8hX6NJ*B^O0U`iOv23_5kb1+u@dg^C#ZleN9BeJC{jWEKVW(-
E0$N*$hAcQb7o!dZ}m46;wr2Z=#Mx42UIii)vRAPjT2t)SR_^pLKOJ*#Xi9Ri|Oe*ow~N-Zl^2j1ul=xN21FQ(f>pPiRzonU8EfV2p20L<BE6?l<2kw

15 1.0187734 P
A9i5~^kU5Q`67-d%;<VAZhqbM(7Iw5ZB;4iDMd=yiB72|6_UsRdi-k7Q3$Z=O#!s!N}vM$vm_fB

18 1.0128808 -
%KB96vGDEKN}7`i6KosfWmw)K8DXE#U)1&Re2l`~B8IdE*m+g%^fb2eo&{SC?W5!S6JQ(LXoO?WdSmb$>YLKm`-J`hDm=aPh~+2RqhXOAVti2-
IEcg2iZ3(hELTDTdx`Y`E`l}@mtFAsc$`1SMiGG*bA-?L6s6Y~?_Z9`cYf#y9oHHRD22uM8!O^3d-1v+`B~cw_>+F-TtW5Elg=mgor<p^IlzAH6Jq8K

20 0.9302840 P-
>%mR^Rd0melHW=JdUTQl*AuA8I?8qSKmu$!^!O7AYWb7u{j=lv

21 0.9127814 C3:1,2
_KGpgBwI)FYG23QAIc{O&@Vgza&JivC!l)#F3N@?Ho?#B#g25(Wf>_7`+zaYjLjb8pr%anNqHIjqh~Mt$!j?nYv#?&wZ-
=6Rs4h!RmL*vC#BsU@b?h{?`n4jdr~wrZ#**(>1g-;;MFM26LPd7B*JzGR`Jm5pG&zj*Awde)(c}99M%i%

24 0.9044939 C4:1,1
jgxE#MmQ`0=*{~qFjZp=XV=rzk4t>($oK)_`CG)`em5Z|YP#bPX%u8EGq(B=rV@nL??C7cKUFUR4kzIV0=irt{Q?B+I&2*HWW-
T3*(1r~@>CBQLPRmtVp7f(QgqY~?v=~NMKe|X!E|2(a}KHui?f^N

25 0.9002922 P
SyR#b!K1VX<UwTCVwa-)dud6~nwuRPPMjv$QB<(jKB*)NMwpBQ{f(LixaLa-D;JhCfNHM{s0&XbRhQcN94wtUMU!<33^mjBFxs-
_eC|rr3g#Xny%+-g)r<WNQR;LY

28 0.8921933 -
S7FxEx3pCI#G~}#$F!CBV_+sCH4l^wue!h9F20`k^i~BC_^!Ayt2^QfL(p5+BbHX)Sd-
x(5KWi*_JYI;IfQK~NO4BgT{}wdN$Jn|$T7bB^j7gE84vsi9{j*C_$X2f4eWH}V>KHLE~W(DN~j1V-
&5D*^6eVhue4;@s=!0`okSt)GSau^^kX&5U6!~7M$Oe2QfM9;MXU1m$a{bFd|pWvlpzl3Ay2j4qU6UaO+Ld8-
fO=r#eew<wdNAsr;K~(x12W#qk&iPjvn~f8%yZtJha@_V=FKC2Au)>>#oGj>O#W?Y4i0ZI5-g7;`J5ogF{~t+2{_{Q#eNu-
qA<gP_0%b-(<w<34Ac)jeJxH

30 0.8590412 P
1T`oJzE$e@R4`8?y<7w|O;LOX?XUCB6Jm}BPp01f>L`xcmHU_Tn6XbC+^1C*EG+-
vP*a{E=eBJbB_~AMd<ys;((Lo@2EfJwkPV$BbU+!@2`IST!Cwy_Kf#~@@1h(9GD-^j<I3Csp(rykSQzB*<IJ_%

35 0.8206399 P
iK9jCjjPG`tx(FtbTc>i0=ta-)Iq@yQ%t}lA3HSWvF^Vma*fsNk0}q?QYs)PJ@Ib|yrLZ)f}m>k>gq=R0eEf|yQtzK_gf*-
y9`n8?D{Ynp;@seu#}|xrT?MtMnMbLq32>B<TMKk%0J%!2Gax&4vfS!qs3t8P2JPxqlka^sV{ro_uPOe

38 0.7991490 -
qLo_WwPlMFyM@H^Myb%y3%=46BXAGOXm>vC1|nk+aU?VjI_T)^tw7KTjSi;ecdw)HIP0$7rAEBd&G|74xPI&FRIG$G!t&eb-
?;M(=xOZ#5MT__yPW;vyPQu0eC?zmH0{IQVE!29&u5d^C~zp}SHa2iE>5Nlpvj>ju$d;~$S$<ou0m(#<sgOXX!_d|5jY(OtI+2)K~E>|&R|s91Kea6_;eO
5$D}s;z1&y~XCO!dw<`e<jhEEegU1&8dDpcs3+Q?4Fn<yPrfvBeKVQ?(PW(3Iykkey9qp<YAWc&BHJCT`&*Z7vVjsZI>exT}9zvGq*!L$BL%+xylvsoPSm
;LsuixqOCeLvW0|)uS7ljQAtL_jxU7l_8isX9{A0wRv=O-c)nY6_yL46VvHq!~+{6Fy(hO)&4G-
6W!P}eTWYU3o}%Q}SyZoUTDL?sw6h8Fhp0m^s%sU$KFYwH%+tyTExmPsNJ1H1s?l4YSA

39 0.7809786 C3:1,2
D78iZQf{#|uKnZ_zgiUY4zzt4GxxjJgUquLr?qkO7fSKi#GDoEacXDwQAjlb$p#kerTS(I@8a}2nCNv3-
&&jEU_z(>Q`H&H3tKlBqF##T47I8pKYm&G(fvFshMWTAn`!gcM%@1V+hkcB2g7>X=sTAZ*oYGRe{@C|BLa=yEor3FmCha%3<xOG5SvmZ1hZE4Ex#@a99%j
Uzbs?%x$L$8!8)eKPBf<lKMPUlaeH**tv<mX%o5ou6fa``4r{6D*p!zCD^_(m!ZUvGI-|w=b;Td*7z9%9F_$?Htx&lI8<%(VrErABNa-
uxf1HyHp|VcQLLSul_Ycwo

42 0.7662416 -
6RNf4$qPQscdKOZ(^}!~h|22j5PcdUm{-j57=jqiL9A`|m1CU`Na|emrXO_wem6eyKZ+|e-
}6Qy27AZ!Y6T1Y70H7e5Wep0ipM)OqQ;gWqtbrk0CTY^4qWCC1mz75K7l6tUH1npB9{>ewuZ{_Mor7q9F)QYYu5SnrJl~#572?zuZo@F)2>+3JU?~%S!%`
Zq^`*vY;C~e_ar|BM0u$qG6O5lLCZ!H>1TceQ*ZI%U1tFD#@lY&{sTJXcqz>t+Jf%gGD9^BN#H{g;IVPe)jWa(HRcA!WX3-
NbyiUX6*=q=!~10wg?2^{I5a2=;*SvMJ{DsBCf7VTn7jfE&wOnn<8-
R)4T8hb0eq_t=ns(aPv_C#2Q_TaHv7LATiEgZ9;#mTRTXU><Mc=XC5ins#Mw6RI!dGF7Z30+niq2ix;o1E@P1q%ucV(V)I@M6oxT<CF`XOyjzFpHxFbN(l
|Qri2Xv_X!SVp)R&i+GgBbVXo_7`y>td<kr4xn~Pu5x|5^DbBc#S<cj5D4Cx<rQuCXa3O

50 0.7426114 P-
7cA}Jbn&MI9XasGHY@G=Jk^;B=Ajto&X^x5Y}gJR$mbjaF(*Lcd{wy2daq6#uvRnlm4|p0-
lp>RPRjK1wHo;V)V+S=d6_8AZ;kKfDEN2bSkcHU9;iF*phoE9hey2i

55 0.7398675 P
*gb{fcBVJ$M$g#*Yj(%c7>TAC+Q#)K{Ex-
*HLvXK>zR`K!odwJu$%h&im3xH5eQA`2H@c!s2D#GQWSFH`J8|HN$1o9J_zjleGkXS<J`#W>%{p5mUpbws62BAo7QzH`t)bXUKRce+7;6NeuFd<-
AjfTT;NL^gzD-lt?}O@%ddkCOg_5#?Ut3`IDoF$SJkTM(J)x`F#74?oDa0x1!Y_#$*@!iFUd9;m*1b{8qV(WnfE?Bqrjm1V3q9b%`a5?O(yl-
aQkWxs~FV|J<){T;IJgy

60 0.7161176 C2:1,1
dH&Gw!LUKvwf6ZKvm(j+U=?dBb4D6BK~p6Q2qOd#K^b@N18pM|e$@C1Yi=jnbEK8fi`C=qyCi!4m?4+++iF(|*0qZIrKowtK!z9ZIHXwW+-
|KGyc~Syc0m#avy<X51U1s#>Rme+r^Wu-a|N9VnaNt>mzP)*m!+Z?NwE6U{>p>qw=4nZ%*~+Uw1;`r4`z+yd%>UWrLZOP$-
MjK^CDXITqA+fy?&!2a1vb#oUt$rzT&g|oXmXce>kDa=+gli7O-0VmlgB?m>;?;!1C<t8FA#*(KaL0v?JX7SXdk(5$3$#>68HlT*eFjR-
+m@mqMrhrZ@WObBvD?Oc3DZ1u#4g3Uu$y$FGIu6;sjyo`D|vx`m1h(|Obvi(dQMNei4ThIK&psh^f8?+G3EHI}e1dC7zTmVB?!hU6(J6Dx1^<_3KEtfKb<
KXI1N@gDIKDFE>jN6BFq(FN)0ZgNr-
{<rob8`QQEOXUXx)|S>SDTXimOCNR%G^R`u!zQF1=O1p%OZw#4=)i&elGnuXhXt3`rdK{0FJCg?v;|J*l&RM1|C@&(Nf0>TdZ`EYk~_mNQ6J*@%5jAH4)U
DX!3rbRCJ9RNDS)5+e0T%sR)%EQwfQC&KU3cRf(Kd4;t+`UF!;L~4bd**$g)NkKY6DT^Y*0-;1_Z({jqB)x1-
=KioU(^>IXLhr5iN}_C+59Pnp*s=K2WFPeW@Hqk6pXbps6~Ogmi^al3`@!}f2|mV4L*h0-4D(%~~6%ULZVQm5P6wRhR^

72 0.6739320 -
`mw(3(cOyRv`dZASX)%^u1h@<;}_c~RvB^=ZGqtMcF^$L6Ld}(4YyGN_DEASLFN$R7+$In!$*Dc1GTx}SiQp#L1S<W&(!?O546_+5NUMm0`i9e8>?^^Qy0
e-
C1cn#%RjT_Ma2x)BN+Y!aOOhh5j?=(DErm&#D+Wby#=Sx)3v@3gj~|xaIW6Op{K<X9CB3q3lY!wgApzb>P=DwvBH=Xfyt!Oo9Wiuxn@r9cZxRY>Fzoza<X
9$G_Vi^!U@6HnZF0s7Y{V~S8^ftMgG?+nZ<Ds5Ft_du|qrt;Tq=OvHnfkKZ=4UJ283JlB=rdQR@*X3^p75s$csMG4_}EiP<VS-
~+)DJk_WKoQC}qeH2&re-uR?P%tPFZ8^X+sMYTLx{PfLUf{|GG2K_lMT8~|Qu=op01{BzA~v5E<X)F7Vsb1E^?R27a@eWe>xZKa5R(7l1i0|<UF-
7KP2}Pc8PcLQv+vCLiJJKNDD6DudA!>L?WE5aFR`lX?J@ozS~TL){>1s)BHVi&yp@sdAxnc5I{A+wq^BPUvjfK+xN+(Nk5aA4ck7M~@=i_N!i3D{kJOm#Y
+*dreIE`A$lLDEq3T22)=9kV@~$ogjeC3bt8*ms;|g5$Pj1%>k6Ba*&_*c4ye*3UFw?^eyje>K9cHG{27yl22BfM1CNYr_B`Jd0;q&${imP(|r^&P0yD6{
kK;~BMLba>@6*5&VABye-jQwLTse&==A*<{0m4YQBE}G-pgVLQTDUxUO__LGYtKh`{0dmsjGBVo;-
16GRT1kff_n6KAL+*gg?iVonOKmz9_hb<4#{fC${zo^|??v+(Fh=<FGxcg7CUo2DBuakxE;OL)6x#aW%Q=YJ9(#t|)BFeD(>D<ox>Nrd5wHK}R<xrd-
7XCQz3xdN)Zl|EPIyM+N3kyL

76 0.6707616 C4:1,3
*S@;pvl<34vw@co)O9-i#SPZy&7jQnKQmYZ#nSQ<LD%onfv9CChCFU4+*(*5sb;|E1J2pzivbMstJ}N~6Sln)#y!>Jkj`rRd;o>a7A)5B02vVpoWf-
7Np5<_CA)v`;}k#1haHIhC;<KYKRV_OwXd}uta{Pa!$LX%=cj%l0kT5gE@qbaKxAeB9^N_^g3e>c6wTQ1W;{FnY?dq2+Mj$J;c;viy;>t0@K%im6>{~>MB
^y@i$%EFH3ot6vfFC<6B1Ysd9XDV`|Ild(pzBvP(P$P8K(}__Ab>PJVs0L_4JG8%T(wTWy(m$N54e|1R%EgVsx|zd-
=xX?sLHEK8OwvYdAa4lz3(sgpLvw<{iV@a4fj(Mk@R3|F<mH^_+?kk!yS9w(0W*D}>z#71_eu&TF63WgOe^OA=xx639vgmH5#n1X4^L)_fETwPTkT%`2Vd
0J5Df;BlJh9sDToeuk1E@`#<?Z{D8j;Jm2c

80 0.6598752 P-
w#Sa@TPD@z^gvC^M{%?MDoi8|TUb)qM>*IZXg?g`oSO*!y6vgx7DMCnU0V4q3+~DjuX9x8{K)R)u(|u`_;J1-ieNC{JYJsHaEmAVBZ-
~w=L8J=HUA#hHoSAygZ0tvS1gnE?aN;~vU?l>F@Vz*k_He02%KN;nT9tZz!7NF5rJ>}*Ta+>B<bnNuq)^mIg;28{p>*#9m$&b

84 0.6495757 -
Y(@>teZA=&r@=uCQ_dLrG)pe-fYG+rVzt5Au@EHnO#@sUeSHxL@i$Wjiiwd0r8r32n}Zi5H!AMh+H6erOy=MP8pAu=S_G%_jU%Bkrw%0!j54bdBns0GBs{
J&;gp~m0+b*C9Q)7QJ1L^gk~K~9<nE&k9Oi}Ea9y4DbVvvN10-
Dum}KtFY<|J`QMB$kLA6=w<4<Y|{=gjw?o(FKMIfgD$oq^2>+<UiIgBhQtaobp!&KxLC*Ld#*>17MU%S}=;Hk^bH4A$6#Y-
C51w`EVSuKkHN*{*jN4*>q%0I~r6q(T|1H9_ndH|%~kflcxfo-th6HS#OG~Hkp)+6o#Lrj+@!h)Rg$GElK)_<(rFs}_N0Oc<MdXRqAssgR-
V6zkqmw;&DU@=J9DviJS*_d(WO<N!z#J0orcLl-_?~Q>XG%VNTu=&W<#pgN5eX~{e7q({)-U4psu4E|xg^_Lbj3LA>?D5nQ&UJ(GC!qu+DTDj^+*_&-
Cy=Sr<b3_qMa1Cz5hH!(Qf7Q3h3&W9Y~f)G?%h!0KSJipa2*%`49d>!?Hwo@8?4svz!5$H{39;)kCu_of%Ope6u}(XIrORckVO$Y6KduRVu%m@G_{TF5uR
k-6bfx7LQ)nJKwAJG_j%C?(Z?JQ>5)+>4+%)|CA!hvp<|L7hn0=iU)k3sCoD(skFb~O`^JI~=fDx?C_oAcbp>Ai_Xtnj+99_t-(IH^kAQqMeOc-iMw!+WQ
U+TF2btU0tK+iOVj3j)I*^9<xdX4}Th%4($a0G5u@@EFI0_~xbq^Hrl~qImipJO<Bz%eMbvl+atAu_4p4Zv=h=`^YJa9Jri5ZF!n`tRItxk620va$E4s|v
z=~toX@QL3Fm(CmH3@&o}Y$$#Ti9C}uF|d&oq)npxV4zDB{D_{z|3cjY8U0WLFU<4+fdXhBj#pFmgx}{1I0G-
r!PfccFfI1$=TYL<oX`IVZp~ySsKt8gni(?jJ-IOJH=4)F--
OEzA5qiWqDqYjQ4w16vN}=Qed{~j0b<}J2(wZnp{C#52KI3MD271rkr|g0LnT=i>Mn=Z5STC<2g#-#

88 0.6377657 C2:1,1
W{P+2ha;jFhw5<`6MgCHm~6K%GFSTRn&-dE2I5Z~r_urRGDMR5kbbYrtg18siW(f_-
g@H}K(@&MU;HT`rk`TlaEP4b@>yd1<r4B96n{wquIu3m3%GF|UVP0rc&UN>6O9D+90~Fl*oM;@y2vc`uURF{nb5!R`jzGyx;zZ`w^kP@U;*UWk)bQeT@z^
p<%M?(d$wueNNP3yhS4|eMep_uY#!m!KMx)FWaP!#yUqv$F5cEGm~nn3jW+ESO?f)<K*ReEg8M5p{C|BBoeKEk^7Rh?Mz~P;0uiPgFL%7&a(5y12H`+0*0
&z%^T96ySD3Xm%E56I!z;M&)`%V8ao8~8y(D}09f&jL>I)qvf7a0gvag){=qcUVRTU&Nv%q8h1y%vv4r;08Q5yIH+`6_8BtH7ofgc~@oZ$>MiiSe<q&s~6
GoLT><$R>z-np*$w5qE7ob!DoU*>Hop*@80uwOANWFGzWT2+iDX9!gkbIs-Du0q`FiDvlqN(dd@jF{inpiI`wdX1Xw3@ADmPu`0Y_8ZCw$LzfDNidH4;st
WWYlZ9vLwqI^S0n-N#!B864R^Zz2(G-(1G+BZ^Fuz?(0GFe=;n*rQkE^_t~0>^Q-qn~g;C5R6|K)Gouqv2xzTz2#AJ-kV^1y~W1gA|w9{u4rPGx5nKWPu=
&`6H-
YYcO&2u!}0jKu>$3dnZrUr8pHKp0rF>Q4RWH`be05r?p!rQ+2P_3K+X*Oy#z9en>4e8$L2^MJZsw*$lDCHRz5MvqP6Z?M?$(AQ2gRa^7lHLO_Y3MEfss~X
7+DnWqA9erm^DyrMMaSXPXHov_Xmn>BYnX-3kRam|m1-{uw(ffeb~^Vr^C8Rq!|j*)V-
SxWFYEi^_fWa<tBnRLi;~FfTgg1+h9g+)YvYV0a$eW+^#Cf>c19l)G97LP2;QCUnE6%PZ4`pqgVm`Y*JeEnvQYv5EwwZ7QG*}np!reA=AI1%0dyk^*@rgm
BmnOXm9Jqs1)LJm$+N`{+wrFRvbXjI<ih3Gv65@iOorVMRU9_)&t9JOHNQk8RWLr#lbgWYZ}9N##DJ6VzF-
FZKzJ|pSJGqu7|9$B#`|f@V}L~<Y7m3s=i|QMZ)Q^505dWQ@x+Q9

100 0.6185665 P-
O>PGHN;yj*0qrLdMo}I7;xk7xfF(ZudNo5IB!&nbE}w4U8wP9Ji<;By_??;jw}xx!3D(}!xE4*@aL)?Pr8kTa&qY7<{sKB7vfV8Sxsby60}d`HCeIepX9C
&onFLMzE)j>%LYqz&cw<cTb?#;kTJG%OWnK^1?R(-
8gD?0F()<eBC1J4VGT`z8tUF~s{C;Q#S2Mu#XVSX?pR3>HQBLe7RRxOg+pb;T>m0Y{H}8hwarXWn0`M2s`J!JEXtods

108 0.6164548 C9:1,4
m)BS;imPWAWlFde1yvU6r)J0+fY2DspGayCm4lSuip=W>435wRoXMygP|6|+7k||5h#)-
iny|FXVSYI45L)93*H=CnO@Rs6Mw&Jx@nT2g6_jlNKv)tNPliha=2tp2Wny&0ahmS+N1QMC(<-
<R$+?XLO^v1V$izM4LJP_%p2s`g?jf@b7D}xbBZ^x35XVL)U11I;ob9ydH;`-=iy2rdlyKeKiB)|ISFHBzHnqzl-
Wlc3CFzImOnQ9^<Q#+Z#0$Uwx|(6;^OpR_h4&uw_&lr&ZBr27&yMg75gj@lHl&*#ubCa*

110 0.6105152 P-
Eq|BwM9|{fm7Dk;cSLsE_ISDz!P@WmWQac`mcQW)H+Hw(=#RA82RZrfLD6pJ&t@smN7`QGh%ou}f%tv(af=NIozQE@)l9PEGx>-
G3eJPd|K}bYE<x`Qe=g?vzY_)Z!3gmG<aPZW&!1u4>O9!)c=Nc{<db5`bBb~IIMq@Hw)%b*SCEwE+}GsLjdbo0J;ST+DvFKb2CSy)qg9;h+DUCJ4vF#kGM
=jqd3y=kA!2{w#G`04S|>Z~zPRG_9U$fcy%Q?QKno27oEwthXev<ne>W2a

114 0.5993163 -
2TVc&+gT3RC>*E%BfA+NA&3elF+{@bf~`E+T(@f=v6D~xZ!Q+zPc*^^*8~9N|FjzT34syHoT=Us{5XZij+CAVm}_t8l_r+>9e-
sE8*b?O8w@!TySpwmW$Fj`--8w%*N4#V(yFKdR{Z1wY1M7>?hZpdTO{N0#jnW-x3z58C5sFyYHkM>9<`R#vJ-
z7C&r>9`#_HWNG3(>TK^6i4vBR$iNSpt2C3o<WB>F0uyE4;KR7%Uc15kxu{>JYx@8RlAyCffbY5;ZNfE;dk+h!nv)W-
1sAH+(w1sLAd7lU2#8$=ngw2A}p<r0bS1pn5WP5u1;7^Jj9?*gNg#0t!UilvOg9IE4VF*yo$|^SVQ!fM&AMt@Gua~sn97Gx!a>CB(<K8&%kpia&rlC6xZ#
FtAYyrqBq2lKKrj3ssX$^u9Wn;n3A^U<9yYu7wZx0aq_J&N%9{-Q--fO8KO5e)qAHs?(f~b<%)`R&6!l)zv(BX5_j$MlZ1ec2(@t|`BY^aYT?P`PKL=l$b
#Z=YldW8}G7ONuEkWs-A{yX+65}?5mqOoD^lQ^y;g==Nvt;zlDoRt&j!k&HGn>6m>mN!t(m7nP!%=VH00TUM(<4r*efO*>MKc`t6uzg_bQH<f&h0`7$c-
`&modZxYHC%TFGxJ&wO6w`$D4Fx<&SvKUK91253c!LM2D#|Z2`7d6u=Qjmr#O@=BUeP}s&XRm+67JSyfY^O&uZ)p#S|Rr#EWRiaz?2PU8l}C2ba|A9aGru
Ot?Y)+Q<L_l7Nvg&2l~WfblscJ35LG&OV0HpAD1{ayYjciETsag97>&Zh>4E02?Y2e;P~2fAiA-
V>kW*wybR0Eam_0#!YSK;nh0~Y5)}|j<Q+V3pT|hnm?`gh+Z$@Er`nSl6y(=H3e=ThCypAQLG~#B#bx)pKGqliTh9Ck;ZunS6$8Xnxwk;(y2|=f7fL3fm^
iIMoL2vQrmw0C+zA1Pl&S@!6hKq;<Q!m)krVdpVnC1KsP<^K~%2vpb44R|N31U9d^&=-
K>Kfjd;W1Bcrbd&UVKshCCwuw#LN=`unxnNRBcra4cBoQ2L+z3#!)*P?;e3iGkn48<<b=_4e$>X+;7A<fMcI3lT{BD_#@ie(`_|{HUiUjBGv-XnNlev{rJ
|Ay<px#$3Pl><CH#FO+dMeRkvuqL)eLW>8ZCb$eAP<`I(D5$Xu@PZ|x@sI?sa2sybUPhOuN)@ge9)9cO=1<W`1JFlzK3`W@yfST(hy{}34e8#OISnBQ#iK
eCnIjfR04z9WDW!l67nRTVZ2cnPrC59mU$8E<b{aLOaO3Q@ru$6o7ea$%GSzg8dP)<e+4Fz}cKO4mxXV#R-
7ucoOcbNnc1lZy1h_~V)=!H4v!<j`F{e8GCWe?33>BGU}UZ>^r6W4&=>WxVIuMQm8Em~UJG!-rcGN{=VU+O9t<+%&#@7prls;%`Q

130 0.5712253 P-
fPjMk^Ktv)|NX=>^@t}A9s6_bYZ?F9e?~q8fj)8LhN|D%4k-
ugJU%4R@^)Y$@d)|lo1_K`tfn0O>f<g4=m%pQIW|oBVI274ft`cTfQba~xJ7p?5Fp#&D3Y}10%;TQ#{&_^S2kb(oJoiQK1OC5YD<grzXo~VvT{-
V_*a?EM0~IA5Q_^D8pSl?V}?-{6x8|=C2uRzH@Fh-
`@lHG#Th*d8Ka@|)6qKa)da}~Y~=IT&?AB+KApe#+_5<R6Rhdq+bDJB!wiEbS{)tkJVgQBc}igt%N4@YeaMgWSK>eUObvtki9GJp#&N9dM?z>I%i`@6xvu
T&@1iu-

147 0.5686768 C3:1,2
AcbJ`*AiqW$*APv<imj`T3UtsL7Hb8-w`9~S*HN*P+*f3&iY`{EZ4pO4%3b$S+EJ^MP5PL?tkd$hC?#qgUtsQsR)QH-LEMLpM*>2rLR`lg@7OXcG&Cg7#>
0GxFZ!SQQy7$tp*wN2eN*`ZnYZyJ_ia6Y7Jb`%yqXZk>%(0feSkTJeDN)CJ?~Y3(#i;-<&`a|3NMu@T@i<MKs6&c_9ZseHV)ch)C-
Q38+Z_a2{#=PSY<Dh#1MvWJ@6g9M4AErPFTS3|a339wivl^01HLXrx91UZnr!e%{(DhLhAD+l~|Q_>({szt!IPSnvx9`pWY0P|126ljcn}>vA^tnUVV^bx
flHor`4F+n+KTn>}>nixyNFW5oj#jxp!gIy@ZacPIAl+xz++#WU3fS#!)JXVB5vvSt75X=OJWviHTzXt+fHjc1b-
PHsZWLxi^XyqyH!1GokW(#^gI3KjJXAZmRqNh#dli4Rf>hIa4cssKmJAAflUx;WYZKEDOtxc=%2BaR&K;7s%>Yi}VAj_SH2&XA)RimBrJq?!Bl#a;>cSO$
N|JQidgB-pDGDDcS)@;k51*WmKsWt;;0K=sAf!HvZLvd2{)h$ge#@R2s~w}TY_;ko+xd4&bfr^`4b2xwUCfb$mXo2lI>jo@7KgudMU%|l7m%_JGpYjS)5C
O}*yknV-~hRpsL6wavH!b7Ad5@y%!2$nPc=1)8v=j?d({-ApT04cWX7`#goq{Sr1#I=F>!DbpV6M-
SxfM<*KIptaaiQYori1sQBYw8)|jEKe|j=TXKY=RKigFI9y9G>SE%$IHtY~XDA<WW)soBf&gqL<Uyei-iHEcQ>?8}KCXJ>AMUu#MjoU(@{a=dHZ?D?J?i9
!TBvY6rmAR{$yhOjK1caMtzQrtnSc!X)R|7re;r6HD#qI!dMwW>AC_iPH<n0^05njeB$a&6|(a_^D3_J2D&#Q3&|=#82DO%3?78$c)1d(Nd?{Hiu!@Iu17
;8-&@-EXjrf-$k74guLqr=TwZ|Jgp$(fCAp=8pdt_V^YV<HA(;f3O;bvO&=l+KW1#?7-$pcADsE*hk;AOKjK3TvD`Nb8f-
HDPX<T}@xEdKBuAL)k48e(=`!!ux6~60Hpl79%WjqrXbqkA?pIA9a)=lGcuq^{Sn=;8fr~x(pFma7lN%!k;`$H#>e=%w@ar4t(ikfN*5xZFCy7bomxbL8c
HmUdwAS|)sDmN#=mt;cne*`&%(R38?x*$qm<(Sv

150 0.5577241 P-
wiWg9c#ZiiWp}vi-rwIDCu+>&$Qh2@L}ncPucvI{0|^uB*2*2(;Qzu5eXZ3d#h4cU^6aDH5aEK@gA)b!gK_#F(OrYlD=%N=u*U54duYnktAgGlb$r|Y$x7
Mn2lU|O^W5XYpt*<j8>u(@FKV&`hK`)^%6O;R|DsRzUJV)191i*TFK%HH$Bbp}+{UgrT5Lz@vZy5g_F{hrv^!7Nb4Py#btkCQtznl2t<>o0SjR@=Q80EH{
w;U{Y)rcjS<VB`Sn@>EFe^JA?#37fHB^HhWrt_+o*5|W_>&F~#CP2PmB9tqQ=y#Jd9A<e+5bc_%eQIqq|MdekW;Pv3JEXiek95>M>50#mW{gw2Z*@h|AoQ
V)DLwYY&{m)RgK^KipS9V

175 0.5513955 P
U-%;B8!#~nP8_uScyVdkVM+NaD9^1n%eU?sxX8Wz4eq4}02DnFS)S4E=7OmRe-J3&(}!vN0PL*HcQDrLdBsHUcaE0FUEyp8B@7-72UKwu6HBQWxx!-
);B}bXJ8PyUH`l4{M-qq0v~MNk1?}_$F=zz=j2o#GbG&XO?7arrMMX>oNU8(m`Lajk%Uv=Q(A`(<mN-
}_IXJl<KXV=?Uiy*~Rnzm{WCp9?f9zcH9iJQC0mEGHvMJXx&)-r8Iqt&-
PUx8Li(jz}*^EIu$Hm<L{e_Y9`eLpn=lZ+uZ81OI|9xTUOzH^b+U39Vb!06I%_xy5WieI&FKJxSy_ba*`~|Nh(4JQC1^QvvqxsAeE&xa&{T1K=ae4SDkZ5
lmEh*#@O-wxP&Gr}4LbK%q1+MSkRWVx_>XFa%c9-
`m$9yd8n23=lcG({D{}JCE6sP3SM+Cm+p|1e$WhBM~B*Y3Pd%mv=2D_^BFs>r`wE7n?`jZMN(E0)S$e!2wc)Z-
x6?C!_=e6W7)vKrIItwuZWTR{mIgHI7tPUgK8Tp0dBowyjDRX+(t*F=ma2Ac)DI%sW%j>=lhKCdN&@OQeC&+K}USHigYiF+TTclL)k<Q8p&4~`;eV_%;k5
~j7-$W}0-A=UyL4%Gb#H-sDGk9h6pa#Jx)KZ!bzbvo^0t0LpfxU195^pHQY=naS_(6`y%-
1pu(CV+|Y(5$ExSECu&npGtR`ug3L<R)pubf5(Vfw1(=Wdq`1{A$9&A=uNTeq|u7B#l%bz<xb16Zj2Vw(~<gS1NVgvH4fIkY$gu#RvXyJmY4C`WD2YMYf9
2ELu{F?+os^TnLaR}}*T(n?(lzA(VouDd1fQDyTYU&1T`N+E+D<4Ohyz)`EvBx~8(XTOr~Fx}qw

190 0.5249685 P-
H~6>GN*Ie7C4_Y6_N6!&pLDnJG(Z#adwDD>!RQSQ;b_+B^8X~-
V}>g4!R{LT>#LyPvKCL{BidurrAck}3=@nY4M#f6U48TM=K$#b5&*HtDmlIoXv}&PyUqITGM9J!0byF(!`bX0q$|Yj^7gIXbFKC8wrdH+Fx4^dzAX9qJkP
uh%rI>A1Wk_AP)>0WJJU_vA1M3&b+^A6H7!NxCG4Xu0pm^&NEk2Ota8-
>C<>?sMmP#Iyyz<KNRV*qV<=MSfy&^|Q?REBdqZXp_Lyw{pjpk?jh|fPfdZuiyQp*3OoFx9!3%%+8`OB<hqvwxBQb#xc<|`c0Qs}!vGp_R6bLgMc*TS3hV
vfsK>qX4j}8jV$;;XRM8q8O=+~&;qQZy?wbK^l{VJR;M%}pHq^I%v;DlrYceJtyV=U4mt-@H~Y5=p=j4qM-
uiv}G>!ipFHJUW=w>QrBj1;f*k%M&OB~$e@7;R+x;wNPTb*Ap>

200 0.5144735 P-
^3=BJ)bMiMUO2Ms<Qz*UK*<~ycSnHS`c>)xP*rQt(Jig=yml$<)y(eAWLX>?24YkJr-Tk06OJqWL}*;a6a?w+=K9(BNm=p?X#raE`i?&Op%W7>fgp(B>f!
k7qF8JfL}vBd>4VrAw+I>dz(h~|V8Wi#*a!swLq1(I9%=UagD9}vNJne(fytTuW=Rto4Sitk-9KXFKWYfjzr~^C$J#VG$X_1?9MJ~)GNOnBT>U-
YcOj}PDeN!i(p5t7+mF8Rmb-
Q9hmocA@fJ|*6vuYk`;86NQ<=oiun+J2A@gbN{xp&y<^A>$k8GjUabV*QD7|#_RQaFZ#4V2EOshr69Wc2Nd$|<p6_tefTlM)17^pxGS;n*<I6KJL^&+m@v
Z?d{cOTo{zBYstN6|Rv?R-
bmhd`qNu{LSO6+M3uA>3>Jh{>q^!B=hS;q7hx)iPfY@0xAUF{_c_E*~D~v@5#eu{_QsnLi@pRqh1~0t$m2a#I%EA$m6kUEI~q2DyItLy0C4
""",
}
