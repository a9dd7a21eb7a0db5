"""Good nets of S^2 .. S^5, found by long searches: a group and one point of each orbit.

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

7 0.8905816 1
(L9aFnV`uOo7+Yht(UbCmD7Xk2s!;Z(L#SbqFt#Fog!)TmPacHFdvvaEEVYzE!vOOPS`-uisBdiKUX*%5eKx*FAGoQZEH&I#w~mlfW`vG

8 0.8402266 C2:1
wy-q)k*k~7L<U_lUGIte=RX_4;nxNA5WwU<=<bR8A1L|?a;uxzlTFJ4y!oQd

9 0.8007677 C3:1
qL)P$tgkL8Orwr0U$aFPO`t9)wOn!2R)76Jz*-&w)gAx<

10 0.7384750 C2:1
^WyRJ2}t)k4F5?M!<=*A9(Jwqd3(<__q(D!g4@IHf+GL`h`My_QR<r<3ym<!hJN<fhbL0gV)(V`

11 0.7242303 1
<BV<4wW-JG5*7&Dl1mcK5##FRpWR>{xaEic;BIR_nBZym7h&fEu<8TD1IYXAH)h`lN6C~0=u^AEQyj1|Y0!$=)Kua0Qa^YovUFe*Iv1lYXw+8c8xwpWgFs
R-2Ev^TB>ef-psaZ>HF{w-Ou-Bs2W~y>;Vi$<CX3`JaY2Od

12 0.6523581 -
{Ob4+I4lb1Vr6eQ_9zX}8LPVHFPUZ|1Y1)Ph=4fXo?+F?f7DIKm&%zPwluH(U7XDR#TqTZU0as~tqn!dP?6=~AOc9>

14 0.6098103 C2:1
Vh{-1+VUeZ$Ox<sQ`@WnGh^Z2RD;4cUbie8^}6vnCM^H}3$GgH0bEz>1B5-vNorB(`Yq`zI-lv+@~6+i+pApsAd^$^VsjYJ)1D#rsXrDd

15 0.5946796 C3:1
0vi?K&K?ZzO26vLVl06-LL4LDQ2+n`V?*ixmvF!%ra%=nbvnk({0C?qPcNhx-Z{q1q6lamvC>=T

16 0.5776895 C2:1
(Bl;&&tXE(VGSP^=BJw*!M+SR#1-WTs-wc-
JY-5U4C~<O0S}Jkobn>o(+M-#6a#PNe(t#onxyx}1cxdz!-tp%(C5r1<6(;b>I(@SPGkr<3j0ex+HyGq{puR`

17 0.5725171 1
RJ}vj?Wjffe_v|P-
U=r2b4HfLMO|1E1MBm}_*d~771KBWJ$`;HV<dkqWO&X7B~7H^ZdE847hC2scCN<f&BSuh)gi3h>KqIvTC)q=wBgVr4XKSkUj9b^XP<odr}8x-
MFfc_!7&!w=pcFTGxX9uS5z_o@&!=_FthP6ZV13A>hm}x{sT)0Bybxvx}HSE7_z46VZa~^<3{xE_LhR~_AMwo1*okdAGV&&^!;k<FB@+d8x1n_)}sl=3$h
9COe)SH_#|J<

18 0.5413278 C3:1
`I@}RU4-!)3sk@C68?YT-q0b-mLWkCe3Iq->x!}B6I?LIp{bF@cT5ufyJzwlCMOvHa1enyWQYysq_J7`$aRI}GN{iu

20 0.5274064 C2:1
rgN$L9vt~R45alEx1?py1)g@_U#a^U+7~D(-`Ah&fyWvwnOTSh11!B8s`r-
0!o6k3S8Pih#GsK0@fM;S0gJpfdGAT=WGzPE=SNa8o!wsMOpJNbm(H;O3B(1{-$$|uHOu@NwM?x!1xv`n6ux`#J_Vrl

21 0.5147353 1
y4xnxJ!NRws`_OZ_($3q>N0}GSYL+%h_mq%(P6R{aXD)^8z3bt0f$~06*f89ooOuEi=lxt6%By=pM19GBV!`$v?4gj^eaU1s}ak^s0`TY)g;OWokF@4K+@
F1MHr489K@eEc=?_PhEPTX{P)G)fg*@D=qorJ3qH!=K#0cAhfV@4EpVIXgvg91qe_Ow(M4zKt5tyUG~HO?<fU2z@8%RZ(~~O2Hz~;x%?8&I3<vZ(Xp*n(r
>q<E0Rvw39-ouMnS4PN&c*=nK8Rv8uFM)C|5A7VlPowoq~dJl8K@W23JnVz^8-oSFcY~rHlpMgB@c=b

22 0.4854490 C2:1
#+J$E*FVzB#VRQqiuM~cA8JYhbqp3IH)Jd43L{x3#O?7ba8N7fi}6?|7x4|$9=<ghaa%4lxnS4ieqQ9u0I9V7wu<T66I2@TvxELUm{$M*v+>67-
BHExn&kmJJ>xydleKCeMW6rwWT=b9)8Fvroy-6KkM%eZlJ+_e7$*M1

24 0.4693508 C3:1
l$pTJ)7xzA571~N|5&Q_59v0?)WQDaX2q!K?fp&?6N%%-t{UC#_F-
T>#&H4w+5&phMaX<4En@f^GylBK6n|^&8N!^~A)KP=3jtIT<#8A}L#{!<&XTzW(sKd;

26 0.4520161 C2:1
rBw9=NI>nw>)JpSsD39mk!2<5zcl*kO>-
n6X7B#~Sg^e|E9L43N=_yurm)D%0(h*(k$C0fdV`AlL5Wk<?0^#~tr|WUT{9>92*&mr^8(j7<96=kWZCC5t;s&<JYj|Ez!+@~Kc05QLAU+FijJ)Rv4d3;0
X2%z9Fr^T{RXtyFh`ITu;08o=J|~BhOP`F=`S@Zhkf)Q

28 0.4461068 C2:1
+AvbpznGWZcEb7IIH|-a7jv@CHRd<|L-
`Ej+7{~Jn{R<I0=dQJppkYUU9|JgmR@AQ+zV?3srz&L3+}ETSWHkiK<2as)bOP2wvfy%ui;B5+GhgKEkP*_=4blY?MLAL;!9{aJp0Ju)5r|+k$wK{slYJA
$_D?$`r(=D$ut%Ys`%&axn*_@H45cBCo)CMoG)w-F#}>EY=eUSpOkGq$0X(v

30 0.4273872 C3:1
vmqVK$ccUgDs(a>?bp>1IX<ZM6<Q#}3h&N3s2u+n+nw77#7ZjdXM==0N08<5-
s#6CH$2zlnU9s#DFCR<MT9QiFv!Od%XvczWu|Ets6ebbVzIu!(MJ~nWI<E*7;Gu&q+W?DBeMA@k9P$8C-f@K9;H#)

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

36 0.3911240 T
-gGPt+;l7rXmmO~32x!j3U1-knFl`(>tyyax*A{`Nadg8

38 0.3748901 C2:1
{G!0lKT?+4dy0_~i$t><x^yGn0Dwu+!&<5$*i6ds)t#C%6$l5{r~3luCVQyW|8|V_?qkqCdX~@!%&oq`xIohmV}Z5+rm&_RFxJ)?YBPN@i){q%A{_Ms?n$
P?s(&LL8JM{??=m0ocU_6aQ~e9*WZTL0o`SK|l>VVDnWaATg5Ai*+H>&#GH<OM<lAidhpRO%DdEX0v|!Q8XGEO|NAot^+H~6s88pr!Xz-
oOD!9M;1Q72z44Y8pg{ExQxc>nv!eWgW=KPcrR|W|=BN$H>o34WR3y-}F{xC&8

42 0.3590507 C2:1
X?K*)oNeCY5Ncf=8~(5@&=x}2BBQkwz$?!U_m<r*QO{N>!9OezsfYOjsSPH=r4+XmGnnT%LO)CE+$CPeW2>0>6%ilffb}oh`kO`_^;CD&K&PGc{v!4f4LF
NDd%!8(eh@X@SqVtiIQ~laHyCz4^YrBkq7c6S4NXBLXp%z995xNgj!ul;W5d_?7)<rR(xr<5v7_t?bm4*=jx{1UCz*Z=YWY&pv)Y^sOhGs*Eo=nfQxaeWA
Y9YPEyzH{VgDW$N-2o*2u(BS`JBuvJjo*{(8m1qIja3Qdz}j90YRqQ1Q850?s??*!=t3-0*?;x*=rd%

44 0.3562477 -
k<7=>y#k;0p4&IqA3%Nd+pO@z5m(?67EPMW^GdB3#x3O?AtzSGGc#i398DnoW8}xoiJW2{jO35#4uiQ7;kcg<CTxYouf2f`ifBwVxFIGXQOFhe=+p5&W(;
x&9tR=*yY!#uy=U6QU(x!@QQrsgLEt1J+o?O}UPmk!9{jn<;T@O23d7e2a*VSBPutZZIel6++3)=Yoav<H!H^F$BUrZOe;)=ZG(NB;J%E1TP?@&cxsjpW;
*|8*D-XcOtRA%mmz)CPhm?`<rICF53~LR-xMS(*s;ew794{{=v2jY&4-=s-GNf4pd%D~N!MYqNr&=-3QS&0=Ud><&F*tKK

46 0.3504976 -
pzrv?99Pi&e?})0g^}9%)qJbOr9I8)flFHjkBeCHyYNdskMpnF+mlN#KM}y_+gSGSMHPDxn?(FOq`QXIa{t!k6hxEQpMm2bM5l5vro}7fdvBJ})&1`%`&>
^DTNz@@!`XieiG^+5h*a?+V^w)H^0oyFIgnxPok=;`08r1*rx=OX6Y~Z1!^s^mji$l_Ki3#OjRyJfQZwuP#QY30(wIBgBMcSJw;i(Epa1F*o@p2rxnKhtA
AWYpxv`?<S-XSs?qoy9wgrmp9G*ZcV3GJL^;NjyNsO!)T9`k~*;;GFqVmn`zn!b{YkCC4g7nc9bjeTq-}VR3WX%Q<ICh35zJ)94iF=+qZV!V5

47 0.3492290 1
J8913&TnTnCMOl_a4l8Hj93cdhL-vXwRph+JAiZ)Tq2%4H5pbQ+L<@atDLqKa)z5UvYs6w%4x>%Ol%baezDf*p$%EY0Zeu|+>ulXo+p<Y{N$uF09B0fA2J
f%a_eQw#W+d|QM(4+UWu>~8#opsaeB?nsN7)72`fJrho}o2WKqfcW!PlF`@m-NNf*Q9@w|cI@SHp`>zrB<!cl@bIhzy~uW`p0-Um+9b{xFdPTisjp&tR-
`(2kZ)3hh%ER>=mMkCA6Rw01ewH+Vg*Rh+`i%W^@SY3E5E=aX0;Ndq43!N`K=h(>XOpOU3s4BGiLvi%TB`BoI6~GuE@tijCLBP`^cxO8uj)^}kPYW{L^7V
8J#RGXXtSN&#efrSoi!T`jQt6`k)%{<_XSo|2{~XXSz+>ttxv8fM|D=fFR_aE}7(BBRf|PA6%RI@`1^*E9)nbo6sT7?FBj<(oZ(U0P0<r=S@M;XgtkO-
@oaRR^bc%BeZ9|?QHc5aqSa4<UhEcu1AY>f}_(qrpC-H~P!&VdSVtolCa<zf@O#o{1{~b*}PG0}vjW#Fz3uBqbOk-x-
$tgR{>tCPpG0Ai+0LsZ1DhQR>;IFjzGoT_qJ9g#_ZS(0KksN*dj#k?@%u(qKsHBg<83uOxD^-
{Hx6GC^3?kdw$vhJa^Z<1!BeQ!i3ZkYh6Xw_EgaIQZpPEDYZ`jPwA02SkQI^fc?bzJ!T|Lq2

48 0.3279549 T
RW5tjX8XP_i3m~c*#6=9z(sGw+-R5<%9McZS3p<8?OkE_2)H;BFL-s-S=Tr#

52 0.3236859 -
DfkWh#CO0DO$d@bdkg#bR$x!U`QQi-x?FHSjyaq8^0bHr-AK98%m+^0c|7{!Dl9+RrR8WGvai(CbwqG28Nk&Pfzt@s)OP#Ub_~)jN{P4;)+GrGXX}+UfK@
di+G<+YFns6{pVkvD`@)ng`4;dj^j44d`>53mLhWN8Xf%Jxt)Zpk5rjiGdS;UFvw4i)1uBI0PNJyE&w>`rz&9Zxc*mgdl_P}eJ$`{H86LSSphgA9Ax{MK$
K{Y3yb;Osh&3B8tmAIhV6dXfN6KCRHt?(5_#mFgh(h@l7+Ka7hyR-
IM$A{;BO<}fkX4r%2zre$X>%0c#nwIbr`@4FIq`Z8h_mGvYY2%0p!>VTsbmDjt@P^WoJ;BXi>Zbie~t?|grzJAyNsyuFjpQ864V95

54 0.3221959 C2:1
vM=|+TB~UFziC_acsbSxEQ*4~Nbr&8XL}+2LZBGz>oUST2>__=+2(@?VuMG+{PDWo&m~?iPAJD4^lXwI;J&vukZ$h`AlP0XhBtyHjj^NGV~8TwzB7IJ*H6
+fiw(5L68-BDxT<95MInFzDNQ{x3%Q;rR}VM-FKy>2;ZD!a7U~`ssbOe0<_Oj4=5B80+g>#t79ip>FhsY-EAA;8QVz@meup&U?xz*mD!$w)^JWIuz=G{Cu
KqClAZ2yYJBOq5hbh?A{k>(*Q_IKM=i$cklp<6Jvs36k*T7N;bo2-6Kj=mK0@mz1pXo=-
`6~h95q@hFKm?=?g|itC7X*&O0+c@M5$&}*MFsu|Yvjt?iGqqKr};MCloRF9RrNL(D94l}r0m_?Ut<gv%?HxXf2U!>A0S@-QVTc{

55 0.3186373 1
qqD2d*GT&W_qvDI_7Nx3)ygX1`C_{uE^Qz9m%m*%gbE)Yca=0O<=pc1W&tfN<kD6r<OY)-jBwP~+!It7(B3=BKnFbMx2!M-
Rh~=9)F?3^X00^x*Jp$_g8Omdjx_ql(%*a*Qh;X?y~lPur4KmuKj8rGbg@AQ^Q$2GqMgpbzd`}^?J<W0z`5c+GIr_Up+Z5;QR;K(w&<89=`zSL(@qT!qHd
2Di_C8px)U8YPUynw*piUrvlqU~zN)qg^g0XWaEc5$WpCZU;L?)%|H}sV%v{Sf(mI>o9w_P!bUFw5sc*&`4x_`yB7e3$=z=B%;K3&lH(;&P`exlMfSeokq
k>W;2vi5>5))?9qc$1}he<L&5gVNUV+_O8x1Tx#`Y01GZC5+|vUe!Je{YQa!fL81vA&`HIg@bDb$XfJFMr(~xGA$O8M^2?Qgy8l^Av*YcX7-
KupHeqT<S;NZo|vNpw#d7utK{NN|OT=*AV<N2qYUJQU*!hYZ+(CeEUubxTRhB2N5vJ2O|I7|13r^76E+PQ4HJfc6~hPP75vV*+yMBce-
!wXq7)b^Y_yK;Qfu!Ab%j}ZBhW+K096vQF=z+IS2^L_Y)5j9O=LpG}yJr&c6y11gcH_K*I_>K@`jz;quhRypU`M>+V+PQw;6^kNxt*?nH~-
>J{lB=BW?X+Kd<P7WQb;83mmwQ0-
$SP7TK}fxjj0!E?UJF*HWrFIgr0(TN)^f6ssx39@b{=Zc3s^Z6<A10949AVM<O{s4|FJ5%x&lu*I@&cr|=oS%d?>}RkeVlXJ%@fAiUon$-
3Ih|7!<h<PQ&vr03x-&E&47QvDkoY3=tRE-Ehisn}

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

58 0.3097164 C2:1
eOey(i)%3t$Y_W?j<xVN;M?rxa2a9}EOKQU67AYKbFs<zSClXAJBaBAWMT@#C8hGx_JzFUyMSLL^+GG&&~E@Q$2h^{K|_4UI*Ly3)By<RXY7ai0Zq0!C`c
X~_44Hr{0YY=!Hg==rC(&#F^(VzT>=j;)3r~_j*!UP$T8poJGwy9%Tl2b;Cph`1P+_rgmkPlEKf=ZVrmN>lmC4)n><Gse(~4zPyeSrWZ69V!Gq|;#MJ}&Z
~&1PBFY*KI(~F0U{};HF%zE2Z#v2!hh4DrJBeZ1MmVD=bC4Av9v1)E@xmq4NP7Y0AF{^Q(#>D;g}nOE(24czT#5lDF9%`I2qnMgwMpXg-
Gae6!QckKQgv+pkO&6<@yi$O`m(4ZlN4VvQ9vvL3ukUPuoL6q>h9VJwHZl1+$HS_wzQK6@3(Cd8%Qq0WRXn7*tyRNPHUm-

60 0.2930854 T
V)I=uApigXJ_QOZlW->;fpjd-5I$TTGyeboW@t+8HM@VpW8<wC1^xg3CslPj4RkEeu{>NI&W_mP

66 0.2871262 C2:1
Aq>~ktPaZy=+!gRF_88a?@Q#?7N4ioMe?iJL(Wjp3dG71{^26o))sLf#l<HlPik@=w=pm)mUQIX(OO3m)J#MdZuP%7%vo&iWF=WV;yVls9|DBHk=={<o7p
e}{o!*2iP!@727$`Jngy}Wu{69WPrkAJi4G~*+*#@6<@2g5a&_kNg3}2zjvG@X>;tyU)xa>@*93j_s+jQtK}U->O|w_vmX}Z-ogh^=R@p-
J_d>Sg<wd3NVYaTw3r3>cqY&f;2ekt=P|dRjYjVgUOJ}mmWfFhHg|6xM60hCqEhSOr)0zZ0TnM`E|2CW19X8r9W_wo;TS36cNsRU7!n7R|o1R7yvhJEI>1
m5As~be=Hm>>+)q3#8*qgNuvl#q3A;ba{nDPP2$;o#CYU@-YwHtr(sD1GtHwwx%$$CrCgn-
fNNlCWZk#oP(GT$5`WIM{>i%m1emKkpqan&*rV}3isHrAsJL%2fmg%nH#E1q#b`If@?^_DU9>lm5`ToIo>

68 0.2841474 C2:1
04<lxKRGSlK4?=81bcNQB-(V$ocjR=4NTeu<ue`;`yP5d&bgNH_D7TU!6#h8;sS*pqYz9nps?oTN3M*-07x_kFf458N*pKG@e$+?2mqrl>KniYoK-
J4PX^^37g&bsW?yV8B^)i*ni{ChAw3oAD>!-H=1OS59pHof&cjaznF^x&1N*N(f3c7RiP{$&oO$;+Be>WH5v~;7z{Do-J4QV-
8(;G6m1Dyuv_YOPzTW)SzRZ&VO!nT+IdsX<;c8kY@4?{d_zT?z84|`O#t@9nasl}w^_ABt0Gxjz*nb1Y7;+RFgdKzcoCinl=)5@zlOxSM8j1P@MzMA|SUy
DLaQ@HMpC!K+1hyyD7kf(7B`7>4wv<F1jq>5c++ecoiOGxg1B&0^22!5lDU55-x3dt_I=cAN+pj$I<?I2=Jb!BQ-));As@L`lHX-
3Bvi_PdvV%SC9zC)*&vsTBJ(u(G*;eKee10y((m9Li1j5TX)><X-k)WH$o0>rmM?kU~3cHvMq4S76+N9R>

72 0.2644864 T
d;O;not+js<kaixJ%<4R=@M7oxdD;MdHqV|n6646QBe8LHkOnry$~7}Fioh`z-BoKGM-VvZ4UDGj~HV#uAlzfndy=E

84 0.2515385 T
`SdE_!SD(jt-^gUdFV9qWyJYB!jnw$-zy>l>#BRn%<Oa_au&?o4mV=Uwq0cjf_>}@N*otHqP7wCVb`?h$!W+g^ZK;glyLJiOtS$CXN^bP

90 0.2502409 -
@#fCL%42NwG2XuphFr7=>Vy)({+7fCeilm-
m&;KX5;wUxH?I@W3CN(>JdZZ;*`9I7hg2mT^&r0W;j1+W5hQ&V=JE)|BGRtuof&u{J_r{vK$egmHe!k~_m5`fFZi4UW#>COSL-Aiii*(Cps_J2y&5A8=XM
I`#acru<*x14iydp^DmJ79&6<!oHgBrPEqBlJ$@V?s7O%p{Yd6;pW+b*8-
5QG86_jBSzb_llT#=l>2nnYF6jW6Aj9;<<>c?UL(L@2jjLJ>vUuDDAK;NR&zZh~YT9MBh55LFT63zI_IefO=dPSTLS-yZ23i+QrYR-TFZLJprx3eBF3HR#
NP0ZE>kWVk^<&}NJO7N8F+b|$C2e8B&W+|h?*MsK}<TvOH7+>D=889>)vsl>2v>9vGV_`rpBz5TUISjeQ52gX=sa)Lj>RQMCTF+@LgO(63US;Pd(U`9?(g
{}lvejeNs-
rU_FP%gn9T9ZZbl^(k3a-T2-~IL+F8~@eJb6kN1F?eK)p80DcO=O&;L)xLOAOvRu2<CPKVgQ=Ak5bKDG~xFW1Eip%Y2_cEYk-J#Cg2!tD95<sCB@?1PdP-
IpY#0-IyEGp0RJ!6$2w7f&(z%dX{p@c9zHqjk*5c54YmiC39@{*;o(HL?JsI+Ile!@JAWQ^pl3)snQ2Gj|`my?Je@`S?32hK5wJv

93 0.2497140 C3:1
P*iHpYmMXA^R-
n4<Bp>qxe67_YrEtUQr6}UokBnb!X5j;eLqaiKF!}1nnR`E1Nx5P$g9^MzzuCKsePaZ$oRQ1M)3*Pxdl20%o`vI*@eeGhWUuhpuKA)V#V7ANYA3)z7uaQ9
XmhcmEfZNg|Y)F5Z)3oD*9H!BulpMO&+BBS-iX6O0O9kTcU%|=2sN&<DB_30)9#%I*p6L9K2l&CPRb<6Atam5Ohu!&>+Vhxg`SQn1;UqYqIjjkY)1Vhdf&
YKw{iCxa<?g>A}kPh>{ED5%rGC{#868<rC5J*m~pmJ?wux+=O53jh&F+r}iv1$F`64*ek-=#IeyS9+PPtqkQzx8WHIPgGuAmWR3R(7mQ>*-
?L&7z@CTmgds^7OrGL7OAeFLCmNmxi&~g0iGfx4vbo(JaVmDmNQzhP_Slp!?4JVJYx-2e;p!L(Yo>qkjCnZ>S+yH8s_Ta&-y5RgBRg3)1<HX6

96 0.2358470 O
Atv$X2y+nD@r&;%N5GQ7LX_q4`2YX^Vy#`s8^vB0;5?z}N5x~y(4=uBhyMTn

104 0.2310552 -
TO|7CHEWv>GvLfP)#j`ch-
&@MizE6amgbK#j)VRoh_IIvdZ=^fd=v2W@rUrmX%m#hoQUBO3Eim=@pRE5Y9stAPA$;i&&LG|{|lx&SkPz`H?_vyVA;kiaS_2ETJfdJOnY<^mqjJuYEUQm
L|=IzJa1{q=NI<LKap(k&S{JulvJt-Kkq3$s;<-
T?Pb#d;r!y$l$@i{C;GzN@s!cm7*)#LvWkoq8PP@vCD%^G`b&22r_Z!Kzv9^g!ShtnKZ%wrYTdm1J`dI{BJMUU8H=j<>#MKRap!jzgS5maeKaP;Nyi5841
|*Gactzk@}tQ2X^zGQtGzt|8`5_A*?&O5P#$RrHb%EFF5Oz!rv=E<(mI>$cP{?bAKgFSKfECuTCyzA0CqI<Et(-WGFjmrzUg@+nu|0t`CFzBI3FI&oiL-
~Vnaw57sH_Gy*{xcjkGQ>q8k6k^-(n&V0N(et{405N!S1j0yCAv4X()5oo<N$rdJs-f?^!%6gRKnmhz{}%!~oopCm0O3%^q0_-f|HU=2hD-
7PpAl!4pJ_+uU+_y@iaP8=)~Ui@7m-fM@=5j;R8@1xEa^8>lj_|b|0(KKJ^f)|Fw_udcJ`W;yW(u@DjIP)U-
<o!ZB8r>!7^gDhJI(VEj%V&oosrF0!Q#q_Z3_VN*x$f>7UWNNL@ol2&R|D+gn0fd%Fp}W#R>q1KSVDn2I)4cNZ%I1x`*>j~2MQ_CVF2$0+%bm{h$N-
Li6dCX?1@g~*8n#H5&hH0fs?QRCNNgvZqA?H;|eG>YZrnHIX~OL+;kBKDacaz

106 0.2301004 -
mx)%|<&x6*0`Q;AKZYwFEN=eF<1U-*B~ZM~t^b7H!r`D2F<5`Yb%Pre-
>hr;KF^^OoJRfeeD=4*&_Ivxr1j%5kdbiPzf;H&8RpJ7O!k2nFj79sQFhhnC&nM<A|V+4nH9MeE}Y)O#5=q8B5H)!Bm7Oz`41V^M}>MN%C%|XwJ=D^gM<n
SeppW-z~49wu9bE^z+X%G5z3Cjp;#^UC6W3LOA=Y}dmP{-
u=qAILS07Fq{fyll=#;B;fNX{lV0o;MraJqg8#MF97Y?@XxuXYcS8gCw7OM3pT6Yt9k5^$sgd(DsP=Q;RwVhwO_QJl^ejK+F(B0XSFacSk&8ya&)h}Neb6
`|o$K2e?oOlK*T3c7K|)y7@~FA@N_W~diEfi2MIc7zvvsf>39;tPS<*e@$khck&?%hi<@3qfyKDd%I_#`1FY4RXIRgvTjF2_zVTb$6f|J|vyu5!RH0IC1w
Jc2fMP8QoqbPIcDf}S^nWe$Ss;-
j#w0)^5dSH6btct7bL5SDRQx@IZz3D9b*7+_zaJX3xat@d3dfXQ5`H~UGL}~KKy13IC@W^TH;IBgf3ViYCP)|(6?&(Soy&yFS12Brhj>fjq@c4!i-
kwj^*ZGjygbc9&_lGMpf4eEqO(1FYAj<>Th;kmsMK#Uhp9n1dbBKh(a!W}Ktc}hKxrDsoayiW_jGTlcKi&NwYbygaK!?unu-KH%XjrT!qJg6aLjQN-
JB0Qu4x>}u0uQ|AEt$PKbmguB5()YhbUr;herGQVwC}SJ>?FG){($Gq2IbQNj?&vWf(*jqVlb2?>*Ky9dMkw7

108 0.2214938 T
RmU*@lN3+g=di{#W!T8xsa0bxB7XlIkOnuz3RYeg^)8?U;ug@+T}oFPVclTdIaxF1X@WyHgZBLq(WrUPvE#-
kCxD#{<mqV6T$GI_?X0`=d#~caT)TJx=C5Y;7zNhFu2*pqxe2lC

120 0.2142278 O
6>D$uuOiw2j7N$-k@>XLxh5VPSZs3He>o=5B$+2E=W}EAkIG@l%T6{KH`mwf8r84j_hfiD$~_hN

123 0.2095910 C3:1
Iip?NbWVuYnby1B%zo1+K!4!#rRHPL+|&H>6*W8kYaN<Cp5r6HFrgU)Z_e@l$LY-85*;-!-n^+BdIGM?wKp&SP-
Q0D;P}@FF>4?BargYdo8OMnMCGmUL*Ym%`y1KK;_uNVZ7;m@T-iGOdp4jyEtbj!=Gf2L+fxV;oh>;rNgx`<mSu4da4WVGhP{yJ-
n+~V?#~d$hBr$DW#MT#L!J!eXr<oZfWEReb#P(yvQ;7a`Oh99v9WSCdy%Qo*kRWl)%Wn=ygu~ZZoM=8j2q#}nv+(>eYs~3IbP-HJ1-
6N9b*GHTD6ZHWg>vYxm$YvILL+<QwoXQRlddjaIWDsu24G#)rLVY13)O%UoHF0Iw&I~qgk#E>GDkE-}#avt35C-!QHdO(qZfufmB2NeVFJ5Oll%J^upU2-
!F^9nPuAg+r6Xf$eA<U-7eEDKE?Xu(s6C`+n`N7hTfL)7Y}poByV95orwiIf-
+6`aEx^u&2+TJkp&sVDZPm6>#>sdp|A4H$AN|hnRyB(ZSbhk*`S~upeDH>C$pjR-
`{aB3{xU0$O{v~?q%EYsG`ybi&?VN#GS1V77&lq0aCBxTv@Xq<{xs=jTp4(2J+ZCLIr>cUM%s}S6SCEEp_??
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

240 0.3373189 2O
h_1x$x`2HkQ)8zkgUM(lRPvD%sL3bedSZq&9wZG5S&k$2p>m4?)wCDn!uYQ^)d2MjhL9-q|9GRr#Mk@tehJGbm2%l7(PsnlLA$&i

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

360 0.2882950 2T
o>vXTBO$2j36^C9bW_Cow}ofM#K$-rZQf`6OCbgOh*R(O@2vMDKLTmaSQOartvGqn%_E>DFDvH!-
RZg%EPC?X$nR4rNB~{m%l=FD$q^RM<fRl3MY_1!`>IL_LBmhiC?FgpxZx=8RfEgo@ffk|SS?dF1$7VW!qp@Z{;AL3^p&6)-
uM8|oT_X79EGvT``g$R>^Gd~|Az1MD*NW@pgQF;oJU0K)&=9{wZ7x&PVIFc0N+U218R=mrPv|XTKG9HmaJ>_Y#<l^$G0NwifSb?B@!y#vLA~4ABPmyCF+D
FSkvX??V<z@

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

520 0.2619406 C13:1,2
$;u(cRz;Zkynz=2Nu)3s$52=4bKC3-
USV;?3!I+(s0?e_Ua*KRLWS1rao+U>Fkpx79)$BD#+q~1DACQ~`^&=8eqWmgTLkOcY#|*PL6<BA?u7p;fb9?KPD#ntkMX4Th;%srp0VY`7x_==+iB^=S`N
Y#^6p^$h8@}v2ytN7NW<GLO{w1a2_fq4#GL`w5BJOvICQ$!F3(@>O&BNXcrqd;G`uF#jOaB4^URg~utg~v5{~!B??kZg;_ATVs1dU!C>l2I=1dmY^)N;XT
u$5{DqIZNT9?q-
9)@Drw8Q}Z&T+=gZ+ch&j@ISa;<hj)j6pNvpN!1zL{c`%k=9HSLr1jbi26MU*1K@)$U=h*B?)rQ8UStIXT;IZdkB~HX9^1GgaN=ILH5u07K3Fnh@MI2*?&
3XHr+AIt(=4<Bx~>i3+)pBG1x5I3T<{0heiC)%$cnTOSo0z(~LR(nEMOLw5|FQR;Q-
o)j0$ExWWI)#t+@@kba%~#=}t^5z)%v!7Pr@Wo+`!+;ck!=eoi6p$ju7^+1REp;M^*^6<I9aog4Sz#9SRR+E1j*=R}3mHYwnj_fGYYMufd6`SVg;YigQZv
OS)r~~^m1{<jj?>%Ag5s(_@5ak**-=nAVg;%)hERvY@5^FI0kIW6j)MOSAZAwn_3;+o%Y&+-sxTk~DjIG}H#?`(S^3=}6U03-
6ou6Ok+Z^aFebs{B&jfVxn_m;?LJ?H$u+OZ=aEO!v_O##A%Ic#Yedspbr~W1YZYO5^3J@k5S$6)?$)4}pO!4i;2kp@XavnD7V%jVc9D|I?Z!54MYA}%V+B
5kB

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

576 0.2491902 2O
_kT?1Dbm^y!||}pgn}gK=SHCSojjfO$=?|~DZqm6UvK~PDg>7#)YZ8$W(Ua(Q8FFiv}{u#$8^dbv#tu?hI1qN9<hNoHEmTLAyB^#`+VNVdQia`urIg=8#f
m5AotPL;sb%!J+H16Gw##$u_+Y}X~AgA$?=aN(kNB}eCCqt!6tqk60Ei?x3!DoU+D45%gVmsMm-
kqm|42}BE&@M;Jd!@=HP?H*ttOf%_>F<0!9S*a0eRa{@Sj_

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

720 0.2271336 2I
hYGOaA1?RYw*cZR?_K8vpo5IZmY<aftILBJ`|Gao^$L6T5drNPcGG0Zy6L_WLR?e_)F}eyxraE$B!{m0VYH9d6&j%+=(Q;UHkUgjO}YmLMvBT0&zpeDBsh
2=

816 0.2226120 2O
o^OW9ElVsKuE1*g3lvTiFU@MmaC)f{N`_PICd6m%&vP@<AzBhF8a<H!K5>Wm0GeLYlIATXnuB8c(*nBX3TivuL8y)`?Ch`TAvB-
w^xad^j8*y&cbeDP@|d#k?ch(*@b`8niA?tJxjTdlwg@ZgpO4WniluekTkCK6)n66r^D5ddwxk8+c_^;s7=3lmgCol!q_bn`vaYiBF>Bq}o5Y7C+%Rt4tK
jGboJR8Po_7N~lE8EH6YZ7rI{&NB6SfZ!9}i2}W9jn!jWRXbl;=({T{ztF@CNny2v{}9?i1`BAsOZKqs4>(rwR<<O4I-
`9zV9~pLp30ePBJ<H~h6CeLDi=O>zwB

840 0.2166665 2I
_EdHOkX<+)Mf&d2!|dlFg)7(913vj2x{*TX@9vG_-
)kP!!~z>B2D>2YwzrD`Q35&0^{a9fcKj~uC4z4D_d}uEuV6hZt;zM~Ma^FCrD9{!f<c}g72Pr4AK)GMx^-dB{g1gJf%D1ooevJ~

936 0.2137140 2T
W#7Ht3^T;;VW8ME4O%n;kS_w#VxhYlDUloJ@6M9ueT$dgke^*OwYv@YQdCR`%V)3b+BPa61iuv1%4-
_t`ODkr0j|q4jZ};E=F~^z5ooH_=BRNXhqn*jcG33<E3I(Y<E@@3#SPy4YrK2nb(N6B`%@egQ5_5PS2O<mU?{fA+`Ll^TcQl#*v78=3k%WRsncL7cjYwS@
3<@UtkAOWu#k*A9y@{bR&81OniWgtWR=}3oCpHnTMLd9O<k?gvBc6R{N8Z_b@J^J)sK?qdk4}Q>sQmuCL_@TK-cxrbCrcCU{|^Ag-
VbBDx2xu@IUSvBxtSDn}Cq>mQz^Mwgev~gafhd{(H9*fB-hk?u@kp-Nv@#t*T$=VP*pHwXP{S(x)-
&=CKhCD9hvQkY*t+{<+EEk)!SAJ#5S0gYJznJklfR``pn5uuJUTHshKd*af@ZWS|w`YL2_xh6x}uWFOS__QdA)w&$PER1QTDS2Wn%`Lg*Bkwc@=XO2)DU`
>PHa$1Y_=MRX=swwdqK&0F09UPblmNc&M)uAaU-b=^P5$PKA6+67r!L|Y|orDwr_g8@g9z`S5*RGKoN%iLS<1R_ueIEehXL2+qDDddjYWCp-
`{sbit+Wmw_Baaw1$iz9hfB}h6>BsY$?U1rbU1|-Jec>=$>Q4&qRm>`90>&Mb5>>Ct?>mbdrS=Lp&!iXWhJiGZVki|R37ruuA-
9ym+ZU9#<L|4pqWPNj;3$yibZ|rjfW~U`0+vK%uY!2QYNa-*dg~KU7jZJua8IaGR=F;>$->}d2D(7|3yOf

960 0.2001509 2I
5Hq{QVcnqt#7&nMHO1u%MXw9wwE_<@`r8NOq9im6-
%fGn!1nzp3({oP*o0;JkPl$gwDjL4t|*c0!p(f_r+eMZE9W63IJD*Rq*4I>kmwWCcXFpCS6&<FdaqawSM7(}C<RP0y;?8sTZ^>&AYMJ%p6uEv++V2RPo}N
=

1080 0.1972346 2I
n@wKPW?>g7wNs}G0Djf+x!{P}(*18IPHxcOVkiy@1j32tXSiWC-_yhB=eJ(?aU6Z*@hoy7j|Mu}HQl=A5BKNYv0i~I{Q+<3LPhcD>%c+Ocsmd(2kK<(!L*
_JWwwywqsR#>VbJ&6dx;$PEIf1AMS|QQMo1IeW0;rr?UP2^8a&k-X|m|u+7XE3

1320 0.1920839 2I
6zdPj2CTU1USa|9Qj`J_xvQ<p=P<GxGZXLc>b~jlKov;Y&$odwb1<6uoJ_#=zKA8#X~(lD#|3uoS<z+%IPkjQS~adSp6=V~pC@4d!gA)<f+P|t*N$T6<bD
S74>?!Wad&nc%(b%JAG!SQ%4x07P*zMOzjH|KGar}xk;_!keF^#(E~V<*TQQdTJ;U_bh)L=v=nhig8)-8K1nQFFZg{0CF|LE!#+QNp

1488 0.1844914 2O
7XqC8SO+`Ba<a4#7wkXn`58*faCt)^B4khcwnCxu=%X0ilI0>N<&D(nIcwA8HkVA`68WVe{~dMK55v3g<1}!|FB^Ck2d<&#dxL%Z-D}j@*C+Wee6kbx-
4bl?|L!~QiZ`q=JujWx{J<ppd;>Po-wb&Yx4rb+Xw|LnLr5st8cldFw>)C?>XYva%=3iPDrQL~iJ;BsNzp&@t|J=M2y?q58TI(*qm8~1|L*VNmL%jdBvFd
%cA{$V%)ztN&)9k$Gpsz@_TJb4w(l*@II|BZ8)wu2$>AOSW{?!sS`dvU(r?T5Vz=Gp`flyVigmga;b<G}D+AjM=1M2y2pHBk*?Ii)X-}j69B?t^-
?>R8Q*L$Be3rlgnA{=C`*8>hBwcdf7cOi3pdGQzOh51;5`xX^Bfw7r6IkriI{Qc*fyE8q03@UDmK;UnhPPxgh{qe{HY?EryiHEVv$Am+P}vLh@=yQ(;|tE
>NEHw(VguLP+e!BJ=SW1@*R3Wpi{*;`U>D^7bmywwvo`=I`>`0@EdyE#z=Ct!!@2k-|C(dp#1Am=PS8NqW{rd_C?-1cQ1iO{smbli4wz6HdV@RfwF-
mo&<YsPsKl=sxPPPd7qi&kN8Ak9c)K4J?Dfdf_bKoE

1680 0.1788635 2I
(zD><ujonDnI%UJZT)v5f4c9{F;EB`Rk{J@kBM9909NbV+7TWgTYeMP>P1EOhpDp6GC0v6UkAVHyBjV53h@5ZMhhM(65Dz5`{fny7(wUR=Ay4EaiCS>s8{
I#a8Y#0A^me4j)QFR6-5yCiF2RRzuc-CY&Le<@QsH8S@O!&B4#!uxCss8j1ngEFcv`7PVJr<s1{k=N7IPyl#c4#kx4@*j_8r<LQ&S^zhSlHEDFIU1K4rfO
RibzqIDkDey4CP^2CJi>Kvv0y5P*p%((v*Bka`VDl=pG
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

15 1.0135078 P
%OYLRud<8vMYbH;lMQJCE$?X!WsBDO-B2*iaZpGfQf7b<R$XEb6lRJAnrIb1EpgcRO1JR>WPnNx

16 1.0105271 C2:1,1
oI+^XJj=!wUX=3>GWWLfr;$t7I$HYr@iKAuS9Una&AGqg>Wg^#|NpDS{e@ivcBUZomJ%-
!Mq05C&pP)D>C~z=KD6lOI`qBqe=2tisE8Qnlqv%N_H`N=q<q}X(1bP;H)3JufB!t=zhivy(Z_=%0mF^nA1gfl`dt_sG)eFuTr|WDN?cDag`*z_w~uHop)
~mICCdLF^`y||

18 0.9786741 C3:1,1
8axrxwrM)=Fn1Xb*@Lm>rpj|3GO2>?aj!nnsw9sKMahB`5&9_Lzq>2d%6A_25VME#$HzSlXxq>#AMk7c0$6R?o`W9F-
;+4?%itgWh09FY4ET5v&LrvLHePo13zu`-%|ws<qA6<$2!O%q40`*-P6*HY

20 0.9301845 P-
dtP($)pdZ}GQ&CSCmruDEtXpN3f4pYxeB@4aSD1AvhKp=AnY>N

21 0.9127814 C3:1,2
_KGpgBwI)FYG23QAIc{O&@Vgza&JivC!l)#F3N@?Ho?#B#g25(Wf>_7`+zaYjLjb8pr%anNqHIjqh~Mt$!j?nYv#?&wZ-
=6Rs4h!RmL*vC#BsU@b?h{?`n4jdr~wrZ#**(>1g-;;MFM26LPd7B*JzGR`Jm5pG&zj*Awde)(c}99M%i%

24 0.9044939 C4:1,1
jgxE#MmQ`0=*{~qFjZp=XV=rzk4t>($oK)_`CG)`em5Z|YP#bPX%u8EGq(B=rV@nL??C7cKUFUR4kzIV0=irt{Q?B+I&2*HWW-
T3*(1r~@>CBQLPRmtVp7f(QgqY~?v=~NMKe|X!E|2(a}KHui?f^N

25 0.8965057 P
$9^c#6-
sLvaV%j2us1Rd=7l>S13zuuZ_}{a;Z5NXEBYtz{R*ibo<;`$B2I!hYXe&kg<===<hPvYxNS4iwYE0}qUA~pN#%avSUS_<Rpm$TIAN9`5j4pbd^rmp*MCkW

28 0.8921933 -
S7FxEx3pCI#G~}#$F!CBV_+sCH4l^wue!h9F20`k^i~BC_^!Ayt2^QfL(p5+BbHX)Sd-
x(5KWi*_JYI;IfQK~NO4BgT{}wdN$Jn|$T7bB^j7gE84vsi9{j*C_$X2f4eWH}V>KHLE~W(DN~j1V-
&5D*^6eVhue4;@s=!0`okSt)GSau^^kX&5U6!~7M$Oe2QfM9;MXU1m$a{bFd|pWvlpzl3Ay2j4qU6UaO+Ld8-
fO=r#eew<wdNAsr;K~(x12W#qk&iPjvn~f8%yZtJha@_V=FKC2Au)>>#oGj>O#W?Y4i0ZI5-g7;`J5ogF{~t+2{_{Q#eNu-
qA<gP_0%b-(<w<34Ac)jeJxH

30 0.8439104 P
(*sTZ7Xs$V&1bvwe&%uDLRWSKQ3X07d5v}eAd4^c2-
*7NRZOtatGM+9n(8YKcr3Iv_MJE!?g_~a3b?HCt@0Qkz)fb+T*SQoT%<P|phD&tutfeab`ERuKCmw3l1<|BVUe}ocrKbNHhpjWLEU~G6i7!7

34 0.8407277 -
WXA>HS;SZOe%2@Dt~&D~nwNYZ3n$+8!2}-oyyMCY6oqjhf5o-S^9*-
37Ycajg>{4NeA=@J!*Oc!=%_*L*XMceS*lX&t8D4gFz{UAxK1<t*marE3atVrs8hrA-3dJqxtQG8VLwOS^O6Pe>wVzkH{(haQ-
h7z!sLGxkBpZ18B;7RpQz~sZ<FZXsLUx2{!3#1$kycPZ52k(0$rF7I*JqcgTS=KTF~P0BJto2z{_|1`bZ2rS)}6)qxYTlf^{_!(T`%>pXUJc?OE&6_Qn$k
=dMra01edX#lfltc6tsTk|T7?EM#&6UyEwr9ybpCBIx241JOwdll~<!;5FRc$(ZsXHNj@(njXpdD5W1D)w`M3>TfLFbAi(qxJZ)tNBsrn4)NOuuJ5TLMk(
9rw4>0^C$@O|o2Y{OGwFFV@aSR~ZRNxf!URj{

35 0.8206399 P
iK9jCjjPG`tx(FtbTc>i0=ta-)Iq@yQ%t}lA3HSWvF^Vma*fsNk0}q?QYs)PJ@Ib|yrLZ)f}m>k>gq=R0eEf|yQtzK_gf*-
y9`n8?D{Ynp;@seu#}|xrT?MtMnMbLq32>B<TMKk%0J%!2Gax&4vfS!qs3t8P2JPxqlka^sV{ro_uPOe

36 0.8205775 C4:1,1
(A;YM%rn*710lWdwH{Xn;qg1pVPj1i@K4Ro#hq;yJ?}~G7n|%1yEBvkcCVWj;rjQ?lL-wD%mw=!p;Fi53no4eNk~1@fyZF(YZ3P2=-
1KQ>%7YQ1*81h)fhG=s`x(x+<NfK?eoqPFFVZ^{kWy<>uV17zIkWeEYwgAbFIt@uMC9;Hm@}@Lx6t%Vm5{@Tq}?vz}Q^n-
BYItPrVBEVvAZ9ic1dzNJG2EFZq)3

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

40 0.7726260 P-
4#*nqens5mI^fR~gDDgd2V1!>{Ha;uB%Im%TBf$w7M;7;2S?=vB<ddGOM^u#f49Ti275L9m!H`I*LknTMjgTOK>|(s`Y?kSqf>wZ

42 0.7662416 -
6RNf4$qPQscdKOZ(^}!~h|22j5PcdUm{-j57=jqiL9A`|m1CU`Na|emrXO_wem6eyKZ+|e-
}6Qy27AZ!Y6T1Y70H7e5Wep0ipM)OqQ;gWqtbrk0CTY^4qWCC1mz75K7l6tUH1npB9{>ewuZ{_Mor7q9F)QYYu5SnrJl~#572?zuZo@F)2>+3JU?~%S!%`
Zq^`*vY;C~e_ar|BM0u$qG6O5lLCZ!H>1TceQ*ZI%U1tFD#@lY&{sTJXcqz>t+Jf%gGD9^BN#H{g;IVPe)jWa(HRcA!WX3-
NbyiUX6*=q=!~10wg?2^{I5a2=;*SvMJ{DsBCf7VTn7jfE&wOnn<8-
R)4T8hb0eq_t=ns(aPv_C#2Q_TaHv7LATiEgZ9;#mTRTXU><Mc=XC5ins#Mw6RI!dGF7Z30+niq2ix;o1E@P1q%ucV(V)I@M6oxT<CF`XOyjzFpHxFbN(l
|Qri2Xv_X!SVp)R&i+GgBbVXo_7`y>td<kr4xn~Pu5x|5^DbBc#S<cj5D4Cx<rQuCXa3O

46 0.7587330 -
`!8$L8?ARGa!GXQ8u&&4wlMwi$5m<O1yv8}Y^Wpq`minvKAbbl31v1L0y3xyA)!Lc1NBz|8MUkGshDr(4sm$PLFM`Ir83>{ek~jiLV6$gg%>;bH%L41E&8
}T9V(gxeTul<zftxTLgva7=U-4Lmr-}?*bge^&la8S6<7w*x#-jxkReI&C#=l>Q9l7H!7B3FXqBcJ-
Dg%2wh|KF^`LDB&t*>uZGp(#r2U5{vTAVt8~Au2hmM%}*bAZTFht4B4^EB-e8O8TP)r`<EG4brQ<H5C){UFyvU-sHe#%?XBr?g}a$*Vg4G|y16T;o^U8H;
le>E%sU-72)=Au;S5wlP*YX|5U6Iw(G*TFy*<(aG3V08-)jFbK35I!mn<9wndYK~P5<-
PUvA#Ezmxm;faJzi)bqz%0JgU@&z;2nP9`y9>};;}B)CWGeHQaKwF(UId2#UPs8Zi#>EembcBBh&*m7(r(l23?5f4`j6Yb+D-
H0;K%}c3Je|=0)V<#SY3W&c8d;!TP%Hga7>tthL7>bAgT)TdX_(h8l+JaJz=_oS)a)Rp(RE#-2jtTboMlxP?UmR?4}_0J!h^

48 0.7583589 C4:1,1
yW0=wMM%CLa`lEW`OpFeo~3IES&dHF^!%^)C9qHXp_B<41V%a4=|3MEO>@#RxoV^Fy?^cp#~XC%^_&do-aTs-;rsUHt`<=Jr-Mo{;bWWgA~)(D0}k%f%T~
eP&g3rwiQNj|QT_@gu29|b>v!=cV8E#Z7Dg-j*C3S&QuFcO1jrfX=y@B_u--
}ew};<5m)}SOLW;uu!nQaSw?d@oDmMWZT!)R!{3xvsjMumExcCwL?EudxxlxT5nh!nMI?@yEQkDq#u#A-
NH|EgT{|4(6IN?qzC7Su!LA56o@mc`<84};zIgExM

50 0.7426114 P-
7cA}Jbn&MI9XasGHY@G=Jk^;B=Ajto&X^x5Y}gJR$mbjaF(*Lcd{wy2daq6#uvRnlm4|p0-
lp>RPRjK1wHo;V)V+S=d6_8AZ;kKfDEN2bSkcHU9;iF*phoE9hey2i

52 0.7323729 C2:1,1
0Ug!XZ%m3GK+HH2n;+HTUwu>XxzLjhDKTZ*zZ=3Fc}Us!%LDV*y0WP4hWa7e!sIyNz3D&Zg5JIwvmvM-
N?TeKa_YR*Uc(dj1dVv(`MgdaU2C`n)KnZ3n{0vFn(sIyhn=zWuGT^%we7*+z((ryNZubOXJqc%N;o_VB$nYR@X)max1}E*rgqHXy|7~37eZX*L28W?|He
b)R~b<ZXs_B12qHM(8f?xlKvc05(3So4Xd-qF3fOD`s8GN+&kttifO#$Q6Kb^b21ot#XaEKJF#wS})(TGS8b~1uxN<VZE}@GGo_PueYP2fELpN#eK?cwI)
B!vJ_}5qsb?Ro^JeUM51TfS0jpSt)ZS|uNP2P+RMGS5LIe{qMqQdjeq{tc(;UOCU>Rn7OC1>IoNh2WXM9y^_T+;ORhmmt5@z0ql=xt&PViOGFV?m+^&7V3
w6Le(rIG;%i++B(RBDYrAKBt%t4F;F@17PRb4{mN9r@qA7VVEuq%M%dWU>3~b#UB#wC7A628fMch*Je`jvi_FU=b^Lro4ujgcW?~nQw=WxUB1EE?|?q%MN
|j@m0r{I9JuM%?>;InjH$)&h*tmfcmsL{M;+$>>EuK0{B<V82%&Y$leLirV3FklL8J&Cb|xn5y*}9|0E(|4J!c!-SCG8=4F9$b

60 0.7108157 C3:1,1
v@H?lKl?}g_!g+)$c^;W27Slojkvhb15UN&>L{TZgI<gfemIQqBdSy<4cdj&z{8LaSmXZv>T9s;3$k<uSx0gsCR$G>S>Lhb&<xV&oL%+rw=ORL2dpIP(7S
8~$X)z7cukPmj98l`m~r+Qp@)JLfX{der97wE8I4sN3Fds&vgwrjN?|Ssg4t2#F3(00td!^oTQhRb_tTCT5!faLa4P-
w@$|s#G3xLS4x9kSvV9B>>m+>*r`@F4&H~BZ7K>IO`xy4f2s4fR(%)zY?2`NkKE{|HzsP^!=k^!*Eki2Q$H(IjE+9?fVy(~FZAYRan!i5&bL8_3HN$4ylf
^3eM#7{iHEucTUz-yr4iUH!??R{quB!4U2OlKVyr=K-%ot|u!60AMaUf?S6X8M<?o><cUrs^sKXjb-
ajVAcjl);RQ?@Pnb*G6F0CCvoZLJC~79ync#9`3xN?a}-OP|)*a3KWuG1d0vYRk+gxBAi!UK&sUweTJfIhU>V4YAk5PmLG!

68 0.7041756 -
wSf)eBoXQViSW4q?DD|PJtPtvd~rY#Yw%^!nOUyb9S#}y-
>A<1ai+%eeMxlvA_(I0bN~?HZ)N++q~?0`WMeoWn*9;X7qn>hhlH*RymckhVqzHP;lGXPcI5dTe&a*~fd=FF;=xt^42K!YCqNk#3IglogNF7MI25oeAz!>
6;ZWcer~t_j0tCp=CP924&aEEzCAdE2%>N7o)nCr;`5qbr&GkYd6dffap;qqM`O(w=$se5~q;`w$okv_RS}eN|g+Co4o?>bXOI%Fgx9h|6j{$1ek{<=?)R
h4WuX3>9poU5U5luxhXaWfMykzzH^I2QZQMbF-D~lNYtjBKr+>$sc;hx?Kj@5S6qM%+CM|_s^_|{V|;$a{A4Kwv0%xzxg6-|!Z)tPGoJI5C=-
;R~;2Y^5E5_b^?tuGG{*BqrE)utcPI}zgLOl7y?BAq51FCM=d$nbIg)kr%kW4p`d+~<bnf)9bslO3<}o4~mRI*BgP$E!XLk3_K!&{n4-
Ke?d}WqhOkgZ2R>)1(gKZsqvn#Yx5A-
oOjaM0Fhxagp`!C>aX`ky+c`7MQOVGJQZWfhpVx&Y>&<a6%H^(}R^5GY_R9o5cwGqFsstxJ5xQrA2@flYV;_e0S;roaKDTcBkVAQd$Y<<0a1mhz<1j7_YN
BqzpFxeJifR(g{iQ{+i_ep#)I!O+tDL<BIm$7c8?KhTX2+|8yJ;qxdlvgZb3@sTHaLt3IyvMG1EnqP#c7NA-
j%$t&9)Awb*W1|baW@Aha3F>^Neu8(;=L|SYAn0({??EX>@S4LhIx^p5X7>B;%<xxK)XpL_9KO&3b0Y7Xb(pN7RSg7;$YeIJ0cpZ@4{>#bw8=CU@0*`glY
=|}F

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

75 0.6722410 C3:1,1
vhsM<otb1E8OL!8e6QmojW(<ZUtFO9$~_|4dH31(j4Z?;IJWyG)pMZry}IuRPwMB#kGf6eVqFCXepx`)f;s`;%8;D}zT)2a@uHsHpto)J<~Tj}izzkFq4u
v8WVA8gzzyTiYI-*q0uOHZW0|eq`wq?eMZDkw83xxDgNrBIqixw4eGfk;%85w+^IDE62>f~rH9auWK#-*ivF#bkch6t^ZEJks8s?A<|5rEvjRt7w!M)-
KNu8?w_{k{qAGdzSgcDE!3{Hpq)n;)1kskaDsvo^R^I;s|ymr9uSUEHSW&^A%e};78nRGGYYmQbXCi2PZH^iaySq!it4x^G20vvTKjOf+j?O#dam2YACgq
wKb0PVpcpUJt{VyQF}Y?)p4tvnCrH=dpDY6!mHuVgRf<-8i(-@gS6t@7hJD_)rS2=jdc`>=x-
mYrhFP_#1)qMQ#0XGmBDDU#XShjn4)RWA<gAaWDae5rv1r8n0e6%`i?M5iSIAe)=v<L^evlJian#l-
I9pTGt)wQ7YMoUgwA9^@?lHalbt2S;NP0|s@(wTFlRY@t^8jy0m;;|rPqSk@r_yMfvxhGB6l_#Y$nLx7$j^ZBCVFQk*-
F)4W8&3|$KfNMu453QZ(VojtiIOnAR

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

90 0.6251735 -
0nHlg5t!xxs!8SiTEln;-b?X2(cI(-Fv2d#G2{#w8iZgG{d0)^ZoC`#unjfmFZWpZgw%q@UoUe9_uOVR2jG1XOw=O<O5E4?tQ!*@_(Gcuh^->z{w-
<9=^s7^L@GZ70R7zc8%pF17ojN8Zah^OpWwXT2(A(jU3-5EXn|niiR;np%xmW`IjIubb1@bvqF`eSau=i-
Ybt;ZO=t%lS1Qmj%Pe*fN`_+zTxw$JlD(wgcWc5C!ojBhA>e@27i#_DrsR?IQ)@u)M0IV|VoWaM;=j1xi_#_wGibvm0NVKwo+1S9N*fs~m?4ALTo0lLXJA
j)zBkzg>YJV#3}eFAM`#A?SvD6O-
oyyurB413c6<dFVsdjG0Z!rmFnEj2oi?xY^n3diN`&DeLK)lmDh$;j54oix*EQefr?NCGx7nu(U&bX4^8skx0>91hq;d2F**p&3JsWK>gP4XA*?9BTC2Zm
s4=lO&$px_ByJ{jF&>7VlK0#6wQS7735x6$-`cQiL@xtig9L5IX!YOdn;t)*}VJ%Sm^A#)eBHiinsK6EehrBi7bp1{>eFcl-Grq$6Tq#@d;@1ZI1u#9y*p
lH09f?0BdteIb2`f_blp*ia!{D4HdZ=wKHHR4PliFJKUgMMrq&6GM{vT!c8o^Zok`?<Aiv1-
VLeAgJ&#Dn0a820lk5@nY6VNL2+VHa3CRXqaU}zieRknvHT(qj`DNS_Df(vu*lw|VjN8TppWq!*Cm7DDVhewhd-
U8wv8&t#WY;u{@n#=9;lqG&Qzj<sCkeWp3iv|7t_r)U1P8U=V+ny^NhVW+kH-UrkbP3S<HZQH}<5!E(7X=37gBkQ08)C)bOe4M&*}r5Xl<?d9HLaH>)aGF
MR-39ZasCVDy8D?Oebxy2mE(u)j`Tqc;09YABLD`?q5J|2f1oVz0YV`N(xrzD`s$r7L*=<8B7czT9};*f1Unw-
6{YA19u^WKOwi!*2vk89#_5>Z4of}M94BQ19;8|Y6!f<-
G0H?211MS+7H5kW7S*W){VoR)>vA~AkO`a(%A*w)O&KrZK2&k{b|5w$%zS+08M(aK5mD9RQE$i&>iqG|S#W##W=bCF{WZ-
7HxgSGir3cr*FPl8+F%MD5w%R)0n&U73k^OW5+}nZt}{&a

96 0.6224895 C3:1,2
IPTf(8f^>i<ZpB_H!z6g@zkI3|GEnUa7wS`)G-g{4}U()zD#)e*BRI0cnECGt)R~LLs;MlMOpS0qu+q`Fvz?Rl=njo#bnvl9BdmZe-
lg0p9UcZ(81sIAcMmK$h64Z1K8xv#3gJE%KZclNy7CRXT7r*MX5aT=nUx`l<xJ)iz^WiZq$(e-sd3#G5=BuZ5(jx1q)d9T%|_EJ#ARvHT7udv9+BAZG-vE
@VVImvZOfeNm%O|d@H01C%+5PHWr8F)uasY^~A^x$ya~bWuzY3bEFs>L<N7=+Pi2km$P^Wb7Q~<?vC30M$8xROrl#MJd0TDVuG(I;LSZ6&R1su!}*#oG3|
ik6#LrX()=3vRP0&~2gvC<!B}YZ;*5I{(V^M?cHL*wlS~d2;f)_3<94*=7Rt2->*ABlS*scd4y8op(93TIEXElb2}pj`QOQ5@?_m)I)-
<8#j4gU5>iUo8Y3z{&H~3)D*W9G(cVW=uRA-qQt(w*ohUU7_{QH{;SjT4M${_>T0ADcYIbguoh@1QGZ+$ibY9(##yJuf3L$iA8_ehNf^Q8pas=6ruhQ0g~
>)!hFi&AgJgDM3J@ify0d3l8f;GEsVB;+CZ>SH1jv$^m0&CGN#K;4EGS60LROOL$W@~>UbtnYplGx^o)&eR#=&0Es^Iz>|MESe1u2Dm;4U^fs6m-
l}<nbIHk*ghp4xZc9v@z9m>NVjAwoDNXtios0}S8;PD9)!yS-cDC3hJ{4e?LVRf;GAn1k-~TGsi+>=>2x95WtZX-
aCW=mnRoOfN_~U#fqN4AR1zilO&m4gHm-yw*oQUQ

100 0.6136637 P-
%s3n3?dAp-3y9P!rtok4#nRK{CC5+Tj34j&5F-=M03+P@-*_?Sh+9(IW*C7hKBCa%Xm@-
5y&ujBE`46&JxqupO=olk6n5Ct+73|l6FDH>N0DkDPjBt;vGsoewUJ@gRcxj6U_A&W|MK6}DPbY#Kl14CF|tJ9eZdC)=1Y;!Rzq0}4sNy>c~aoUal3mF&R
m}ELpqoUc+s=-0p{P*;8Jh*ekp_nT#KFWo!{%$fq3ld=AObhNOJcJpB2saaaG6h

104 0.6105202 -
`U_$Hea~YjHdpk`rF3=v;vg9M0uG4_G>Z1zW3%erHMEx@fvFi4{Pv~?6?u#0zqL5*;Jp;ebUQ%?O5^_D@9h%fI%w+qymM~=nI`AZ1}loopgu?gNm6b4_Cx
{tVm*~3&B7ZD@9PNux^x5Xf;G3<WLA*T*D7$}eJWbzBeY>3ddXGW{5i=7==vS(zL9=AOpI3mFmAv5!yEJq<w0xI01)W=>(vC~6T6ip%cwyC+6$NgOWe=+c
cWv{=}->qBH{%nO@piEBzl|>`%PyvnO}kWn?HUQ)-Vasl+wE##!5i*2|>X3NS@E+!&-
3q%;A_6HctTi4I_KYapg!IY8J!TF@&DkslNW=Xi=j2JR+J7o@d<srpiJZww2%a#AHJf0Vy@fv3tEK%541zV_YrRJ42M_d3a<7__?0=a;_vFUHt6kBxr&j&
b8tuA^Y~;WjOEvZ*`H_-W*`sR<Okd58dVnVa(e!P=2xTyqGfSagMI(BqtN&&P`DM0z($j9bSC^8%TrS8~6{~ghv}C*<iXJ|GIqy-
9J9;I8dkU)u3G}$*qs*oA;O`+A~Y{28>kZSDVb?wQc6@NVfmiGlh@mel4l<7?hC~eq=rtgFL_XM?Y*e=dbPuW76s&@3XPqqr98rt{560p2MWUhbk2Ijyq!
h_1+)*J(=b9h%~Y1+zn+6OEgFj=O=aXrn+IuX0IgEOTAeeMVSr?<raq>TNMlwc|U>-
VJgupPk0U;@1d>a8(6gzL}JtdUOYzv5X?01eJm9`)@%C>7p@TFRY;rXEb+wq#7t4vHqRp-g(LIVqHov~Mk=M&)lAF*&IgPVP%fzX3|pN2_qm?LL-
)NBT2Unp6@fMB?O{{uQO%6%XR@Ra;PS07VmDLNL|_{eG675-
e5V@b6J9A1gpPS5NIMG|sTf7zt%~RahFpi;_oRp1L6HXs)AiE<HfOyg?pz((J0G&|rH8N}a*N&c-
kb2y7fNsIAD!+2dn*|M=|z*+AwFIx4SeC@3pu$PUZl`99D?TZtxJ>)woMZXJhe6a^OI*d1m=YXWp5D-
6gyGn**R$2Ep1Hn?(T3X9C;@6?<?}+o;s)fo~B6PNr&Xh;fPG~ou$4AdM?ZXtw6CbQyrWfo{G#64)yC8=T)uLAMF*`ep9RXjil=rk~hr%+8XQ=jlbO>Ps1
kq`oOo%>9c|dGwnGEEWU*Sq?jene+cl~_HPsM?Y7?3;%C4gu2tXldC_X$<?r?fU6_E}-
FA2X{<p9TUMv^UByp_i8a{&CV5so;*WGIcKyURdLIK1XRJeumcnWM9om-XgR$Th?Jy1L~DU{Xe{}fddiX=|o#4qyk0CTO=

108 0.6020238 -
`hXke33~$_Usa*;+^<_Jvph`}#3cUQ!rP7IFT`8?T1!6N6}HhHQ)nh5w3_nc`30WhMxNUe8?iebZ@$j*1UG{J43Le;BpkB$mbDq=UQwtJSHH<C2&pUXCe#
t%!>CmjgShAuDN!aMH|1&dt;mVvihDiQf>t%ctjWvzw*>(674wM(3@pO=!fFul@$*(0d${-~4_VG9JI)9BCpp9TfioQqJhHkV#9|-K-
olO!FI>F=g#sxHV_xP0Qm2Fn5q4QV;|9Iqtj>c9dXtgW#lem5KX;lRAhiGW@GLVm_aC+Ff=8wchzMHdg7v}wL{dU9oIyk<eHw}Oex0NXw)pWI>d5*Zbi&r
&50>^I!eC7bHbySkyhDN-I0i%-H>W)T3o2<LaPeyAf@gXGnnB9$dP23y<^WUh;6lINK%KxcJsM^F-
={C{+KlB21*a?)R2e%NQ#xzR{VIy?u}FgcbDa_Et4n|a!Z%I(8*zXi26&~+r-
K0Vc%fMM;FTTNhn}b&ctn#V<X3|Vm_P0&kj~8x{e@^G3!7>lm!n$}rG>@_Q!~ZY+z<8j#&BjTtWpl{^=bPKK`1);DZA>}s8Dn)A7Bg@tx+=zxh+-
vw9bUZ=~R~esNQMuefnM{fL1x!_`O%-c;?^s>2|{YjMwZRDuT4kE&k*bg%7;~>H?V;DcZF<Oxf1>1@W^2A;B{G7~=f-q=b?q5Rjb{)-|6A`V-
yH#;b1;>UAd&Vh`fjC3@8lKsYMa^!Wn-Nx#e-F2gDN{D%WJ;sx~WVOy2Xr#UhV3<t^xLioDc=tw>W#xi-
;CD?iC@md(<{nm!y^>MQNof*K*J9fhyC>2x=Q#R2Nx>Y0b=6aLgqIm2RLl*+>`W&q8n|A}#6{uz$-Qh&=-
LIF*Wdp(u?2~u@*iDAeOcZMaw63S~mOU#BIX)dHi{Q=qQfO8$9bq%<0`eyYHJ3dlpv$}wj6zEH(YX`ebsg&41*x0dm;5{Ph3=CtDm+3Ar(hD=b4LdESd$O
jyy|z}uB^K7OSjqqiyH#k({-
@ii!cY{ELgnnJ*dSg`Wk8fYDhN*`vhnJ$yr|NXaJ=xIx5a4UbC$CP0n8j4Mw!!)g8jj(p)JMl0g>q@^*JPNh$^n^0P@8DR+teEh=-
+Zh=l6V72DpnlL2(S14HmT3X1;o#N!@V=e3#&5=L=Pnm)WnWn_i!R86?)(!Cwd_w*8${V-
aRi5Mj?v|<@I$r7@341W>Xr=%vXZi*BL{`P<8v&fj#b=rDI=wv+Ooq7695Mv^Z3RCT5vq?O>r~zN)`Mi?Wbp0OGn^>n&>=MhICZcVAS|-
oy_6gbyLZLjG6bw6s5u(!zSo-Tq1+Ag29ELro0yjULdF$46sscNwn>2Y4MB~}t6jPdhLa-r

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

120 0.5991209 P-
i6wLA8FT9N9Yxa&J|VB^S55ZI3JdAq*!nmsv11_UOhH===hUtjY0dE2ow<4e^o@(q57TMv3ftoR8C9<5Bs}CaGH|dGizDUljb0S?KuVSMBlfB(Ci=hb79O
kkTT*G%c%0M9Xtxy=H#v~@hUKRTFXF1^SDh=)5ILLkBB6TYnNhqFjdm;%j~ul2OdBpcd=~2K5bm}4WZnb_r1mxCaKGXtA$p?RirrJ>OrqNU?0z`WS>2Wf`
*>L+sF8dRor<IESk1iMbx6Vlh(L+zM1g$Vw_UH@h<#VhOtB~zBjAAu%K{PYEhb3l

128 0.5857716 C4:1,3
WEwxuV5=zV#cu)-*}mNLStzCARe&TJ2u9G!v!J>bFK~nbIM@mODLew(d9euS4zCL1P#nG?cX&k&xTBxu;|RV3`9+==^R&_fGysS--kAjE>@mXuRTLNGDhZ
4FrM2tKAL$<vdS4~;fC&@CDP@cMaswy@#MG<v&sW_Uu!3>S^^i{(6OQQm&b8Uj9NlvkRF(u39NLcO7%Nx}IMg=Y&~#uM=%c3tov0xyyg6wU#RvVzgDm0vc
K844?0lc=HoIQ-DGZ3?hw_L3l#{RK_R|yuIuS!NI>*<~p1zh5V)4ZAcr^$ay1G*5H#ai{SqBaA4qKnyMAP`xFA9Jh(!Mh6LdVeTUz3jW@sjJ-
$i`aPFVoQjDv5zJ1$mS789WChKxGC1MfzLT|MJZvi=3qaV-863JE*<kJVXrMLgi^Ix-YF9a6(TCmw{yqvR};x111#}Wpe4ucW>M67$`>QJctedlSd97pUl
wYP!v=Z3Uy7>s*?BHUU>iWYGf47z<%ifj8Lr%pGvU9kSwzedeNWr&1zi)PLA#gMFz9@H|O3jWVKBF)ONxH$=a4FB&0^{-
T@`^&LXkX8_I&&=b9z<jl}`ro)jYoXMqJ3jaR<WiFO9-
R&~kUqhu@tisv5lDddFL3N=(AjRgScIse8U8H#Y*(Is{ofHEc*HrDFj7Q0s?$*ThbOHkhKPT%|{`bqlia&3qfOs2l+wKH_jLXD>EFjnpbF4rIte7G?OfP&
}&Qp^&=UC|Khax7aOZx%=%Ka-Ow88CYG{nujRumBSsRapYp8M9&eG5dn%29FN^Ij{N;FK>6u0@$AJW$>~c

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

168 0.5477283 C4:1,1
zh|ZIUxy0|mFbYug*xFLz<oX%BblrXBTnY_+SB0jm|R8Xw-K{8`&x|gf{qmsHcu7YC&K8{k-j7Bt~;~iYH&&|-
LN1Vj(FV!2VMT@RS1O&a&Iv85V=eE2fHrwORb>8&9PnsjK)JXvwdUhmjT=Ddc-
ysf7*cL`6R3uh$hYpgC*oL(>-GWK<QQcjEjRGYUr8~2CiJoz#UotpR=dPLJ9g9mE2qJ^}3h$P=P4;3--A6<q&%-5$??DP<c83-|S)6SGm~FuqFom20-
}kztmG4IF|nzyG3N~oId0d%F0#z@Z8wwR9~qz^UGM`%F3z(WO;7qO@nMDy+vQ$0=G-
<u@tBqu{Rtm`#z@T*DtyjtCk4&7dlcBLl~FG>*dAi{jduDu?fQ4yXU$n;YjQA;mGn3$Y@3y$&G9Mdmf=3WY>cvkOo!avjJ(~D<$mQPU;^nzxAUEkO{r&i$
f(1<j+RNtsCwL-
G$u{rJjuvZWD|6KQ15grWoG^nG3SXGj!ehqIVnOwx%2lzJ#1Cj1U{@3M2j8j=EXz$4jo*Xi(T0Hi1<fssqRjo?}BE6zvM};9o!@m;8s{CgnjU$y|x@6M*0
2k5~vE-I8YnM`J<YP=e^%{Q>z6`DNG&0bbqI#%3Du-
s#*Z3w2i2oH98I0!j$p%ZZfl(SlhUh&tHrE7*1*jOsM(qVz1(&e`1*yAG}0qM;@e1^yKar1v!t?MHXf#T<?6UiWYG?J~pM9MzvML{r@baSfI3e&Zt@aJKa
_8)6Iqv^!$$?JmdDX<GsZ7@*Pz8vd;Vll12-zzb5=tj1{n!O(x<0#5Y&ck5Kzs~gqP<iI@%q#1_&g4Vv&h?|f89aD4plUz6tD5$#h$6T`9l97eZ-DBP3#(
vT<r8bu7_khds>FOf&dN0!Lm3WT|&(Rn7MGUnu>H2vg1n=bE$7LxF1&2?~=^w}p^bUmd_PEdMVk<}@$7t2v4djgp$!TjNygG;he?ig$eW|Cxq}S99Ljk-
3Tww>$OYU|a63ry_kUtn2G{wUAh+}NeHd@#3X8k|f#!bTp54h(29NRbbT_6BGeS&uacdXnGtcCyn

180 0.5438332 P-
w$Ga?CAlQ)47Um!g7**u?!&^~3Ka$seG7deM=0(W0i;P2r0yHnQm~iPxq?|B$*gV*{11xdCoi-Q-
Q3^pJ*8m<P54#eF$*{qZL@SRHW(HNBkAk>)vhncpl)a85lF!coz>^}(0O~{cM6~C<R-
T;yziay(Y{;Y6(Z;N6ed&o8E#TG;Cs*oq8@0~n031@o|iTSDm0q+Y}1PW)6uvM`cbvv>!dyKwesED*=8ErbK~pe(t?)@9-
xX6d;&($P6S@(=2%W6X2nhlv|}aYuHEn7?j5Ecl-Ua9y#CAgzDkn*P(ttFo&OBag~YD`e!w}}QcFw!9Vm*-
kdHA0FZ}i3w6+HwqLtz1YdSU<PoY2G5%0glEsgaE<XOAyXcesk+ZYo6A_LUr!*iVePln~wlua<+e&QDHf4%1sEUd!zg)-
OX4@lk0@exT6GL~BCSc!7_x%6q@<~x`h;i~%9

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
    5: """
12 1.1502620 C2:1,1,1
b<%GsK+n(jf;MLAEHV}*sa!McA2(S3R$c%4?gX9ri5jUb;{rt#6xW*Sj2_S+pS_F~j*_1VXiPTsggdg;9d%IQWnfDhGrvj*@GNM<MY#L{qa1GV8Kw;iZr9
)fq)r$W253zS20Tyw$*hh8<ZdS}RBH|;Zjcux)fUhRqIjewosc;4b(D|@AhAc`

16 1.1203976 C2:1,1,1
Xdu|=Px~C^27+APr3$wRL=)xd0Ha4D%Qx#H#>hekE1&n$0rW=)XHP*JD`8{+078V}%x(VwT-Md!eW!!dKjO3f7Q^84vWmqgt><k7%m3f)rP$-`?rI0y-
=|9IbtwM<zNlF;un1G}ZGt}yWZ|~^kYC^-iD=XanW(G@-)L12%+Nm2R|?4&izf*k2URWMrZ0abOK4gI>eBE3KDt})&EWsp33DX$1*VJxl*-
ZN7jWYZ<GP+N0-nX=

18 1.1061529 C2:1,1,1
YZ77D%{BlCI+k4BdK}gr($uUCF{fnmYeGNfU2$*kX+B;6^lzfpx{pxZ;%8v+d_~INh%?q4`G^D|ew<wmB;W}F12z!h6O`r|%uD$mNeqVkdYq6E@HooRyTa
c5_5eTZBMJH-vVDrslpM$Qa1i|U)n0H7XvJ6;K2GlLl~0K5Yp87qdsfQ<vT+8>FY#O>fd`Qfo1wx3z8D_rs2$i3-
Rt4h^fs9UYfK2@n5kYV%&58^#xB<DYEH8XNt$m8@+nIq$L7l!^K*mTAGo0u>`8VN

20 1.0717012 C5:1,2,4
%Mw=nXM-#om$_5{S7Z_a_Rr_iv6m?%oC@YD$g1t(rsGu!-mh)~4kkVeJ@TX>a3g#N;asin;LTg|()-
)Qoq^@{gP&aeITcac&^J{7qJ{t8@LV?AqF`PTzH^rM

22 1.0640942 -
2?ORBWhxy5DD#oq1?1Z39l-M1P;D>|J#nrOZNq!)-
FF5J!~y6m`D5JOI`KIPsPz;4QsN}gjb3iqZBN4mf$+Kis=Ac#H`MbC+^e)6cNM4#2}30(lH*$#(vwgdV-CAEDx}sDr*H2BC{nryRq}5Eh@MgAVk&R~Lf2^
ol$)p!AgV?C`s$3~m?={=^sI>@)z8G}z8x4Mo}Tjfy%?t9iKo=?ZGg)3iu|xLyZ)o+Yl5!)q4{I!|Mnd3Edov611LZRY<+Md=7FvfTTlJ$f8WmEG}}89;d
Y7clF$VZ>HZepd9<o2h!d|6<&)a=B9o5?T6OawOHp#pGKwPc(3h+A

24 1.0277957 P
ZgpDRd-T)&t{pxsns>zTDdPDQK8Gyw4-8r@3bexNi)5_`Y#4w8`QX&_B5ml}%d}<u#~TU`iO-
ZNcWv4yz!7llB;=wE_DI13G<L)9#c#C54>xV`=!LfOn^hnN

25 1.0195456 C5:1,2,2
X$4f{ezSWW06sC_1IwG}U&{O!)x)Rp*ic*f-I~+TONJ`-?}skh?yN)mgx>q_v;}Dpy7ndlt{8g9H}4V-C67e}-
#kSWVGxn$U%6KhIv+^?Z@AkF@Gej5Migeu6J4g(#9%8CmY09)B4?TXfZhJsZ+ia=

27 0.9960669 C9:1,2,4
Ra;&v-(jTTJ-^}@rOgf$sdDEBpM@?Fekii;^Wbp)mh%eXN;MSX`z8Y{EQBTgvjevpiTCgqE?HD0*&mP$U{3_%O3%v_

33 0.9405554 C3:1,1,1
h`6Tna>{rDYz$7%iZXTBod>)AfJy!U79Bz9(Dyy{KNlb&ns>wEt{K_+YS5n9Q2c~1o_Jx~<j6Gxtkbjh?x+v(R{2d0m7bLMC*d*gaOv0uA1hPhXl7Lnj;?
w$vdZDrdj*ykcHY_+V>4I&*uKN!Z(gMnG0<DzYMaXiHx|Yg*P3f25R>fsd`EHKb%$T;W@{)PB6<SrL)e59^LWu3F8c~1hd0sbx3EzR1JYaW8u0<})+>PFt
?9_qB*a+gE0Yu)l7{#QOj1eIVlhb@`tpPP#E|aU^si|W3qkVT-<35S-a?t~oW=F{O244&#1Tm&(^p3!NQ65JCOE1gCi!d%

40 0.9302342 -
Oy%F;HBgcT-KLG?mCzFF9|(^qlsg{~Y*i-
>yiY0DsueH!XrHkcho|fjE6A1Gm4%!+=A}LSVv#2UOFljp<u8j0m=59d3IKKbyc$mJANkWJk*)yN%S%!ZI+l74kVf_qb|Yl&JLaF)(rW19ers#*=0vU<My
p8jTswsOrf|$7z=3Qlmxluq3i;*}5eXCNm#wV~e4=F=E7F4Jjv|rVCc~xU0(*!Sl3WEc$D2?F8#6!yhy<7Q{V$B+mNa7rp&V!rQyTl-
&`YKL&gq=YCCS487E_=AEChl0puj-l2r)t#(!~DVBzGR$E&(wiLi}VV8?-dyPbOmX(YOi`mL`S`aD7b;Jz1m`9$W9~BXgn!-
b(Ku($~k+tP4dA!_&+x*DRU_6<9wOdt%ol9@HQN9ru6hx86+~X@QFha`KESB5zROA)ev=o|o^?2EaThTWP@h<8QC}<VV5<+ZoyNI^%~6X})?6umxNZf4#=
aJek=T=?bm>CxeIiS5x8f-p0Pf#ZQ_2dnoq#ij|}8|95xZ9xA{0?V?=qS%NAqBp)vjtzpdWT7vT6!Pso_9_8c!B<}C&rGE$w3R5M}0-
d?w2D?ZV50PKwlCoF_X^nvWB5LU>

44 0.9074495 C2:1,1,1
G@RG!yUSQMz9eSt=jjOtwjk{J0s=A+TN?KaH&UJfc>8wjK6&QsT}%BVl#^yFQj<I`b`@v`c%mTi6+WdR9!z5ilJxTIjKDq#-
_f@F0X5O!6!YxS56Ic#$QmH|AFI*raU>b=y!lJYBc*!~?$1{V{MwZ7SkZSB>P;=&gBCvlOzTz|BE-YrbuX$Kt0=P1ACCm{If*v~<<GSrLf;nx(C}sGa{l4
lPc};tW~rU=%f15s1;A0`YJknzy*W?%nFHA(4#()`Pv3MN%-_r-
Q;s_WB*Bj4E(ZrAzBcz94A{`@kPnO)f&_sPr7i#<$lpQr=TVN^bbp%TxLl<iGx{+BuTp{Go!IdDb^z(_6G1f^x_^NVdh07JWVP53NdrFugZszoxC|vZ+t^
$8A};CsXw3HsI+qbPtaa%U-
n4TT$gI2mrF(<%{Q0j2Ah!zz6?Bu#N=WbqLTYmEqKX6{dNtkD)2N&WZmve=WJ3VqL?rbTj`_X{Ul{`lNI;<gHq$ZhkPmScUM;y4p|h^avnlWlBTO3>x?+R
!6ub)otwHX_{dMU76|~b2$thSYh%AQRWO0S<)*R&dBJbns5rl5rw|B1V6&n=suobQn7($WOa0ZwM96uN7cX%2kg$QZ{c!Cht+K=t&xEPWFVb}leFfr`lDJ
&BG=#9nXh)swG{t@NU

52 0.8315869 -
6LO9K{p2t8`3e~vC{Rt<da!id1QWFqJmA?mT<iw*vEu~};36RepoZKKElO|;UL~gcP=|#LNm$M2de$EObxVc@Skx0aeXr*B#TuygPhF?|SvV-
v@CZ^Y@Kr7P57H_GhhZ%`#~(=-
!P6M`aFY!OL0>uhwl%ip7?l6@HJNBD=a|kIx_TZJ9L4hzie^9e{JStPV|AC@v;%Yxrj|(Zo^1>SuV8HJvgoMxd{Jh|NO-pN*CF~6oNtK&Kht5}x0<*1*2B
H)<7EsiVXC(MX2jwaZ`K~#zS?R8bGt<ooOc4?cFZge^cGhj>E$uy)~1^qp9_8y;h!)kZhM{m_4ladsyjdP898D1VEv)uI)It?=sft&m|WQwPm_`SUT0_;p
+<5B<N?X_)01n?5jAM!k&4eAt+>D)6bOgs@brN4Q3AmwWP@u5TfW}#*I7E@cTMs2wSf`WF;Hvn44NF{z2>&`e5AV?qi~SxSPIYZ+|id2f+rQw6IbWhD_1b
${nTOpBk9)&hX4~DvDJ{|J<#jgK{aC@oN~naKAGME@aya+YaI6sRoGMWA%FVx{M`)Q2Mf{`>ERydwZh`rt(f)V5c*IZt8YjZ+o-
_>p{Qx(b7<NjuaUz4Sn4AqpejV}7FyoVNM`K$5&q;292RpY{gA#PWhd$Vi=n>}HQW>Y(vVo+Zu>{w$E7z3p4-79e-
kh6puT7p{DT|hE>R*E=gSHL$zavYv}ddro}(iSp@=aLJia03dJjAvq{Tf3wXRgwFxlGm3x&_-6ZNFs9=(48+6uGY=tHH~2n<H{2(HWs

54 0.8308007 -
JDqILDAuL(>D=n!?<ZLb6T7qSA7FwI@O7W*T(++0tAXwrBz(3S#6;^SH@JiM@@2slDVnnm^cq6<&^#kFljmst)k~QeSIo5!A8(lV41;pd3gbZlbb;0z`g@
e-)m--wSlhGJ{iVbM!OyY}&$K(;MB|O<PDL{jsK?gZw>N+MWxm|)FpzN!KY6Y!`d3)y3mAv^7HzK(cwf0OUIS6+o+_XB|J>}~dFZ0#$XnF#X%Z(0-
w<{J+C&=DUTqB>fVK)Un9q~xw6})^!^7DN2QFs!_PkZ&dS^BpBLIBZwIku?b)O;pa<1>~sO(<loBe12JCI2Qjg*@5hbD>2ltLEnLqB2X{8c^%YFG#SP@zW
FDPXto$i+7%qb*45nr{a#(1i&3|I5}6fiT|VN#zz69-
#97N!z$9ce0@wysnPigC3Uiq>e51G^;WCcVUka<Mks4tQJ@FRzZO+r)5#u7`Jp4aCe&lxo$i6qC-yW;QXlV!6GWlR!pMC1i(2C7Dm<-
>J#kvHZki3Qa0W8`D{Q00=I_?<%B)X*jtDJjjenJ$SS@i09&L11LSuDANL5<A**N|{T%w=Pz3Prhc$`j{Hlf%yv{M?Q81Dv=bqOb1pV^(;666`wHmY9uG;
e6jue34EL9WeRv0||Jx#UzS{{=m9^!N@QpNQZ-)k5SG<AgkdMK0O8jr2--
PR)GMYLb;A~Y^3MlS>iSXT%gZzwDuX?c_Zf=vM!FGX+KKTYlKm=BuOSwH>qQ6Fy_-
Ac;q36A;*4m_?NgSSc3MOgF`&*pFkQ~-G-K);_20<K95usl->p58bfEIEVl+r1Un<S0B6dt8&_

66 0.8210536 C2:1,1,1
YP|O9Q3c5fKet*7IOZ1^(<*}_VC&W=T$@+e`VQ6OK`ov9@iL<iqeFSyb9d1T1I=Rc$Ka15UISFkj!Q@MuA9gF)6pgW?A!1JNy9qY4T8YuQ^aiIDt7)HAq0
F9GApSlhX|Jg6b@qfLIv#t&_H_QLhp+wHgd}ll7W2g2<YGB1EuCL@p5zvJtaBt*-W$dmyEv@cFj@dkZf`+&}UHVnHm}wkE)UTw3IygJkpKj0YK~3(M_4-
kc)I1h;4@_!U-82QB!c`+QxwpstPykM~5%&-~>48wncIR8xAk!on?F-`8xFI;Eht*?1uiy)F|E{b=5fpK?(T#oN~7M?xYn4t2UeGUQ*EaAmX+vL^v|_`-
8IOC{?rLImH_JRU5k{Y&^UK?9o%=656iz;wO;TYfRbgYso1TH~@+EFMZV9|C$pmUE4qb6zXjX1sk0=5=YDdgdZ6CCV%DiPds)T(c50z;Edz#(?b5(?(@<S
#`uI6ycp62QE1i(InD6+ugrMX>O|J}*a6ZU0U1x*OPD+$Mjeb1ySa1g`XHCkS>mMph1xm@TcIcWPezp-_eRt6u!9%(Pj)%U&bdGZRcx2*Fzb*OD;F^{vmm
|tVAG-&Ht6R3xa7m(cn<jX;#@H8l;5e)jpP>qC@F*K-365B=tZ?9_BQwHcDBeN@nr}VKb0o*Jf;}?33y%;8Ga-
0&{UJ})PPJDPcCmWhqZYQM1Pa+9kF5pW_$w(yQ0Mo=AN0x7M$zMOl~#(q;i??of6pY5n|m6STfBV;KW_)t1s8+0xF=>Nz#As8k}9|<-
@t{=mQ)fetC5yIAihotqx!waUYKw3Fl`5IOHS<O0#?;Z5&?lZzWp@pgThXYW*+H_UG%~itOqRH32&oeTy3|MI@g0mfdX$S2Gp*QiiWNXU9DXHR9p+VNaSA
0+<2ya3Rsp-XQ)9ZqKmuUKW`5e|o{?gp(}gLrJUyl(c~Zw$#M&wuqVyZq)%iWf=ALs}}_FIHoo9-&-QszQuzIH`@B_(VaRe

72 0.7970548 P
FFVHB_v04d5LCqaagq)bHgf+P=cbeFDaL&D^&+L}OW32}*BICEExmuyZ#icS#iNY)Pp(rc-
idSxaUBB|Fxtr?>e-GJ+b`Ay`{EQWLJlMJCiIjM|Hj}79+Jh`7?+d)x!>&_IgJkDnGnGjrnjHwi>DVM*_FB+sK_cYuk)P^hLywq-GHs<AoQdN(v<1ah!yP
;^Tj;v0Tl%HOH^SauLv^%?zDdh*$tL2npWZ5qI9M8dynM;VZcEYT`~yY{<xkn3GIXz!7@_%z9ek;X4-
WA10Wpcl3uP38ul0dQRUqE??<Tx93uY5Rq@EwOT`En5d8k|Fu|lA88to)l}%gj7-q!u1HAGh(<UL<ewJwo4TNRvy<juv

84 0.7840072 P-
^h!?Vv|VoMTfIBpQTO2$bt$IgR3mTauAlnbhDv%16IK5h==f0!DmD!Om-s-
`Da8Ef;9LwFxKexUJK?=2%8(c3%x=8%T6OO9UyqwIul1SqZj4XskwN$zEFv8IbormhjVyTm@I1Tg2VL_8ri{1-
m_vc<mVu7)v5jRPX3jDOYQ!Jp@!(kiY0d@GQmgUVS5MC`)xVbpD19anH?nmG@A(1z

98 0.7766722 C7:1,2,6
e-
v{68%6Tm;=mI%XUY@)x9mmw&gfhG2y2YOCn}x><s+8<rba6JWYtp&R5Ahd>zI)nmr}0qrWs`N*4Mh+gK3=ub~L*vR$G1Xa(gS&M`4u`7Ff;Tfrd^N^b@uR
t2tiZYyb=ElqdlO?`c&YHaH6PIgk=3iptk15eUxzgZRJbad}bj79MTc&`g*2ys3uw-
!TpMgqZjOJOfnM*Yg(kQ>C~ri9cx)fcIV#Ri(iTnsRwKnYDTb<+y(X0(|h&Q{P_!Y%~Ys`HC^=ahWUTn5`5B&`{0tkg8h;gJI3<Vn8_r8#$FYq3eI}RVEi
BYdNzAinRqCe`k6KPSyU|wP=m$Lde4DOV=ygC@JjsJ_P6KUOnm7C?m@OG@5<*kGpl|^X+8NncfKKf1f`0K>bnbsO`=Kkc}Jnu)J>(;sEI*Sct<Mo+ww?

104 0.7496843 C13:1,4,5
_yR)rc-2T2avcfN*2)Fp;6&CC{z32WKMe!T)JM?hM^eQ5L(OdtPAGpB;eC$pe)3P-
(}y$w9Hz%Ek_k@<a8<<>;UEG3USNCLxxbX`#x9)$3CHCABrlrWuu`z!mWtv9DVe0@z&7jVIuD-
MS&Tdo27h55E0t;^leBdkn0=xrt5(+&Xtz=N^1^ub;7=h1%OT462X0Xd(5A!|=4Gev<xfe-u#`j`dWAy)`W3MSUyIw@MQKGR!jxMS

112 0.7466524 C4:1,3,3
lpcxB3&*SZyIpDZ$L|i_fx=Jtl?Le$PD<_q=jMvVwhEC2SQHo%y<o8J+zWaGO(vWA-
8JYITQMZm;%9OR9HaQy;e3bvAwbCisorA|{S0>L^&^rKcT2`Kj~P4tuycSIppk$C;(p)Z9pcs)eF{1Khk@(U*DRFR+<j;g6sxToNly3<r7*o8(>QAlrTn(
?s)PG0jYTE+-$F|%Z<~Jtf=_Yr$8cr-?Hr5|@vIE!z{d{H9J`6?9=zQWfBWRrIS?=%+%MworL~m{N*v+uM=8S@k87>-
S+2kt8aNIJhjS$Ki4ou*lzg7j$vfxsKkHiqo}&uL3_qahUj&Z$l^-bZ@1kJifrjG`=;`VbrjaPz6+I#4N;^>Ip{)AgEP99=X;<OrxVPTymX2~AqcE-
)i_0?d=98W(`hddcj!`x5^1<Kp3^YLBK$xWk+^hK|4Fx~a`Y`GMyQJF;-Gd1eHdyJ?!aC6w59E#yF_Xy-
3wuQD#)k{!j4bi%u#zbwQ7dcstZx(d#S<schro;lK~_lLh%&YWkI$<!?2GgC=t-
jnLVXbP(AD<R0M9t@;$74INOURikWGOk(hKeJDty@CGGi(blX*oBZGU{%#sOI5$``{C<F(rA7B&AAOR);*ohixE(}P?PC2bDw+6_4Yh{dE7hO(sdZ@(TM=
Iu$~*X{P#+p_QVvI_YMZ3Y3~#`jtaD7J;;nhy3VieOX_ViV{1DRQS84%MLW;cCy+-
M#1FNq~^;svRm0KXua6x!9Z$!Di(gFsPO4j#jhjYM!O{#TDW4E{y~9Ipbjgr@NBJi;!{YV;zhfnM0T=fb+E(VNTxk%?l?DWx4&(3xRAUfoZh}6rb1e3*m1
L?y?L2

117 0.7384372 C13:1,6,8
c^QP*uQx&y7RtHh3CB(DcNYlWdZP*b1}J3p<%~K6SOO8s>hyFU#?lA~^1WXE78P&$OL$o&Vw?;50wsgrCU4RVL?L6^XbzA40soBqkVy{`yVB7Ls>w0}fVt
4aGp0V%Wv@OX*?+F^C1r&ULFWbondjyciw+p%8@;X<sqgRWxi|Y6^NPvq@7!D5=qc3SGJ&59r-=dGAha6U>=0G}n5IVZ`e6O+;q-
Y4Cli((69up6EJS4%f7E%_g#onZAIo7JTYS~tFq;Ak{uopa5%^Es
""",
}
