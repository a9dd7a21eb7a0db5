"""Points of S^m that are far from each other, found by `constructions.packing_search`; only integers are stored.

The points are the directions of the integer vectors.  How far apart they are is computed by `theory.packings` from
these integers, never read from here.
"""

from __future__ import annotations

from base64 import b85decode, b85encode
from textwrap import wrap

import numpy as np
from numpy.typing import NDArray

__all__ = ["ROWS", "SCALE", "Integers", "decoded", "encoded"]

SCALE = 32_767
"""Largest absolute coordinate."""

Integers = NDArray[np.int64]


def encoded(points: Integers) -> str:
    """``m size`` on one line, then the coordinates [size, m+1] as text."""
    size, d = points.shape
    data = b85encode(points.astype("<i2").tobytes()).decode()
    return "\n".join([f"{d - 1} {size}", *wrap(data, 118)])


def decoded(row: str) -> Integers:
    """The integer vectors [size, m+1] of a row."""
    head, *lines = row.split("\n")
    m, size = map(int, head.split())
    data = b85decode("".join(lines).encode())
    return np.frombuffer(data, dtype="<i2").astype(np.int64).reshape(size, m + 1)


ROWS = tuple(
    r"""
2 7
_1Lw~>~GKBu86YV`EB0NiPE%yE(uWf)>VEmp;1ro3krXMFYo_-0`U

2 8
?!D=hkmzUIan%TOoAFd*k+2VSQZm=`^8aUNa7%?yT%d0ol`56ipN{o}s3C$1

2 9
_y1x=ag<3G4v!DWdUgN*FwIc!tRSFz*Sy!HuRAuIRo^hU2{`g_5f+7}D_ao=T27t1uSo

2 10
lAW|spZmBSTE59?IXT*o^ysJ|7<f73wzZY3-oiCw6$po~G@2FKvO}@o&?9h((`*4Ir8j);%t2yo

2 13
O1-W40+U8i+?|UNN7GPOI8x9y-vL^Te|}yG+U}m6QB4fxh=*$C-69cG_4;FApx*1_R(N~^0h++F77UweGrCtqF=b*V580TDNF)

2 14
S9xS7m-Qcw70#&T?=R0geVLmaCFTu!GWmszo-{K!mQn{$vF+)T@VzanvfYeWi)E*~Y$feg#LOtLb(&d3l-jY((E8enSpWimBk;$-M^f=h

2 15
#tpGS1e0QEh6Rzg?5!!X9K<AO)E>G+;jRv@kvAI*vSV9M<Bqv8X(2lXJ%DKYOW3b>3hG^Hr?}A#G7fUi*ot~ej%Fq9SsKT&(_sS9kqE$cIihDHXs`

2 16
`I*xB_OfB`>SbQEc~v|%tFaQUBpZcZ`+OYcWA+*TD+3RJ@{ae&?-
!z*T2ER0J>XfkzhhB3XRp7mYE8M&PFhnRiG>{$2+k;&OvqYdl}nZ%Li|H}Ng{<BN;0i-

2 17
3E?Z`_lCk0pOPp)CI9Vz+54Ybs82@KrAH4__d%viY4b&z+l!GBeKH)YE2(uTZjG?w2+yAV8%^Dr07W(I`Dx;!icYuK5`TC1#SDv0=$=dASK^V5r_BG`B2#
Nxb=RcmBX<

2 18
Fh#z#1hSQu(GS{2yFZcSk83X}k!nfCm&7C6%9MU++%=*y+wp-d%y!Pn2}fC^l^`GxMumnS<%~lva1zdSh%Q=%_zDr-
klEP7J!;XfXk&p0O>ssW5zDunt+B%s#B%Y;1rbo_(27jb

2 19
f6Y0eq(x8d#w?DBOf$8Yo;69jPhqaoOTi5Ply3?=)LCG=^P`WdQ0G(;OG?LP!bTnXftAh!V1<I)f|w};&9n@2GwDJzYG97Dyxcg0aR7oG(Fxmr@(pL>5XO
R$6t!wrcR6k)FXpCqRAXLDD;f

2 20
^}Vj7Q^SoBKg2DNgBzlT58{`7kP1~6?#%cQ-
ix%4q8wH>n&6p7SY@u8R=8#&PpIozS?9@Ayj+{-RfqlgzSTeWT#`~j<}=pry>m@hjIB*9X=W$MMan)z9!&*I70pTG-f@2Z(PQPW=>3C!RTE4_;v7|&

2 21
3>N;Lcds+O@n@9Y$%?PhRTllhn9m5C)g;x(cWpCo92S_wr;KY82h88r3^2HmlEuA{y65QOR9Kx?0cICTI2jAhZu+)$I+CR_3@V8#-
&%*T8gYi}Q8?x&srRdfQf6hi_v4K>Kq^aXaT6APUkYc@m!Zl?!5#vIn-K

2 22
SV8l+4pd%y^YViq!>^CKh)9DO`XY>nGu2;S-n3xi#?t(YPc*G&NXYA)_fSFu)SYS$C9m6n&GSbH;P<dmG-
9G}Xc@%DeO3aZ!uON}VvRM&*+E&&p`JoUBN#hq6!Q)0aD7>+;;q%u2umtp%_e^GxPJKyoTpVAb6BeSeum>G

2 23
YLigGL+16BuoeNlqEy_>MNv}7HqH;2F8=qW^;##^b%zQHBUT(N##2uuuwZ4h0SiKu$h$~ibX8~m?qj|gN3_@vY5ewnR;HoCr$e1zRJ|a}{l`^iR?C(o^x#
*C`Q+&*ZHavf7=Q5!fwQ<9&SHLlq5RVd4K>V+IT0e03_(&6pa1w&x?c

2 24
Tfu?RhMM=}<8|dJWyt<AWoLSjwZum2q(3umzYW|ug$#s_2$qpULKwf=kBleR6qBeLNy3~qPK{OY9Bx1{FV)7u*qh8TZIhnuKS84%mYn)ZVrzTGNGF^mEK0
6nE#S`ANOe+b-_qE~uNz{sN1bFm{O*u%EN|N+pfjf;_+a|8`p2heAkc~5q$<RV

2 25
Jks9iMs>Hh1ZiXoyk)Q_#6rjFvs|oI?VpP(8A&vShasBsneUv1Q{H^>j}usevO=DsPRBGJz8ZOX826^S%9KC?Kzb(HRwG5h)M+l2PSUnDfoew1t1{4^GqI
%MCv0RvyzBHW^NcAVjiYDx<)>9b%Iy!7%6N_FzuY9e5l)=6JT-wvVWUGefNqW?2-~EYUqb

2 26
11a8gP9Q56+@A2S`6#G9E|}hxjJb>Rfqw!6GWE`8yULF?T;0x_xktIsTrcF3j-1-
r`$jQbdr~0Zfn=CAbvYHbl`Mi@H<8Z*^}m8yR`fun+^c$6nc0g9DoKB6HsyQeQhFd@e6hLU)z5QpgebLz4Iuv$$p7kgrO?;Hw!G`5#@<qe;P3-
GHU5!tk}Il<)E<)uVd@fs

2 27
+hfPsUPc6|zN8x#B*>u{fN;3Jb*p)~T}?cia|UksVSq3Od>=)bak?Q<@ZPVY1Za~j^u(*#SW)VvXmctr{Tzi99PR9UrhCHTi15Q4w4irT%7*OY_Tl93nPE
FosG;{q|1Y=Q<a)dH+Oents+wLr$u}Ni7t9C2n_^a#3_Aze=O_AVCdP4&%JEV;r#9zrj~zn&bJ$FVFC+^n@QV

2 28
&)o_hqIc$1>{GVW(i0bcZT8l=+hJ-
e5AYGIl%WoXmmsU<Dpz&Z1yu1W%ab%Ung!Khgi{7%7_VdcdwO&c(jbqzznB8zwvZ+mZ#uJxhtdxTd$$BDv!BRMT3hBQX~w*26xW$Ugu9xnJ=MyRLo*Y0&-
QiCOEaY&GI2OUx*G_Vl?)<W3#fk^tA^*{WSyAYdbV=*=lOzwR|zlF=6C<LQPmV+

2 29
fv$01CmC?(27{;!nl|H?o-%vmb@L^B)eq)<$PfWu4?&PQK+)Ws=)I<-jM1-
5QdHGlTIzaz=M!x3b8dUU#`FBClO+XL8koR2h|rXQVg~sVWF;;rqI1Dslj~@#8Zlhd+HKMs3=E}%1Jv|2my{83G43}z9WF_Y;@-
j7s&J#x(H!cz*qB1<>0D4%r|glYfmv;mFXk4*?H*8As;K7Djo~JYte)VkYyb

2 30
ym-IWgai{J32?15h8m9Hc6njjs<4P%E~~^;J=4yRBk3VKQD6$(!m}hj0H^{+a;G{DuB4)vg~k%k0!84I`SWykDk7HMD*Ty);2ojLWdK%m5rW_li13bP2tR
@=S^1=MiploUx^+Dk5S+0*6f}uqBlE3L)EyP_PlT2*05Vu>dF?hhf{rw;cA-ibjMXj4YLxilBTocio!C8({?U&gai%P)?LXH!WT8q&nrAEM

2 31
1|s}~pb3+5R1fzyrW&`TtW{FPOTB@l=UiJhy}EZ8c`<~HDB!$cce0M-
%X~KgyQt+;l_^cpRg@Mpi+x7<{pVztBDa|IP(Q~>K~u9_#jWt)vYbcKkV23L?%)uFI0Ka-
czYu8R%8-R@ZLk!2y_utQsq9Q=8%5(1i=kr(@~oUp+D~G3vHo+RSi}T02)o6fw2{w-9-u6S1DU@NYzQSL>kRw*4eU&ec}ILh`c&61<FDfOpX

2 32
A)7S2nAu4Pa^k&%A5^>KcB6Sug<Id&uC5R(_*hv>wzT<1HZciJm|0GUc=AXq<}2)<x3>c2V`k|`VhlviNp)e{>!_ot!Y^=%xdy@ZQIb+YYlU_St=!>woD@
&nI^_K;4vQvgAwaDkgL#1Ouq5?MaR3Hq&IB}RLAM}jNV`wxmX}*dt`DcK-
%GB*``@{QRr4X%!+0k7N+Te7mlce>9@|!Co;B<*9+tMNQ>f)9`LH(b=A5_pjvYgM

2 33
3{`dI=391@Z2_9PbP?RX%52-
@3s3T3TDz=8ajkYDV}(!ig==^})Z>k!`X$OvyY?H5h&9(b)Gr=qA9uSKU?>0~vf3AlqDxP(RlbvP@AcNj^aK}r9wzwtod}SBCaq1WzAUHTly}PCYeSl$8a
7~s0PSTTO?BkWl?v|vl$>O*VY?;Xn`Q>c`_E*TFqfsgtKvThvR5Lb*-mm?Kq!)mV=|-o<w5izsFxuxV{_x;YPex!V<O|~#1wji6Vr5wUG4

2 34
t%S(kH2z{*BO7^EN_DXrsMA$w$IN8PVl#PNzeY)+6U}Qygb-cRFNp+L#G_jaGUV37fNfR3FbNZGc~%0=XisDzH}mIuI|faF?D=)xccU$?Dz8*xl=5PsMbx
*oO6&=HL>-p$j&&=~Co@8I<og`JC`K8o3P)=S3YL$rN1piXv;DI;yK=~U_2|qHs4GLAJ-
gKhHaJF&10YwH#6Vt)*ddhHWze|*Fo~E%`%rSYXNoW(9VX(^MUy}>k!q?#EEU7OlTSiR

2 35
XZ@5uV34(!rAZVC6!*t40CtU;D=b36v>Acxw0r8wngkV$teteO^!K}WR|&e){LX}AyutYjjA|1`U<OF13S6?4`VzQAU3J?fOd<vrLwFt9INarmyV~YSgJs
zmKoKA2*Mkp$#sFpfi_F#U6m+H5?zu6Y2YDviV-
X}v&#3)3VbUy*q$h<#_Z@hbL7BeZO}p<>>C+6U;2Zm$j<Rx9JfutJeplR2h0k_fM)5ROZA79v=2`~9F;gQ-Yocz(sX;9n>w+!{G1|O&mkR

2 36
nQ@otamn_rAXL9HZG<rzqZIf*M`Ktq{<gEXt+W3B^?gC<ldUJ79Q<9n@c)~Xv-A?qu!?CsXX-wYG)Y)xi{!K4gg;bjrjbk10WL#ZV5pkx&xdl~W8zs*MXv
lf4SS2^6c#N31sbn{-
u)B$*MC%a?J4T>aklYg?B|)@B9V<Y{wk%VFR)ry0xkQkFUK*;N@X`6rG(oJ_85d(1gXlU0S}H@8I$}c?8#5;gNew~Pibr;j6a!1`0L+jeDvdU95qf6_OpL
wvdu|J=%Y<6uQcgv

2 37
XJobNdrX-39Y~gzIS-D5$r+P-T_ExI`%GS^0W+ZFLFbTqj-@Td-
b9CE#Wck{c!Xj9gCRiM2XtZBSS4*)ol{GZ2*4EjMcp!JyFt9cQ=MSTb5EI`*XPEZz)9TR!Nd!Zuotv53Ksuz=<OT;N`co8Kz`v3z@08edn#<Sg(fGUCOp!
-DWxz}X<*d={|b4Eg3euS0Pu6ag(&yPIc$hHk_1AHp(M3zImhJj#kWV7C5ONP;??x80oyyHZ|yKLMs(R(*f_hm#&{prhXzor(h)LWn(3~j*j4

2 38
y%nIhPiGU%#ZgqO9Z>+RYBbF4rpb<t$PS@|Na0*hky>Ue?v)YJ`8GqsC}J=+%PmClV~GXAJnTDeFW5*l*KKSGOJw*?HVNGQrGG4z{YUQpcXDMI)HAEgsf&
6F)XoZ=_rTl^?TCsjr!6n7zNx!uEaFnWu9(##3qyyN86f$-sLzb3{ZGVG&Y{NXD0-M48R-
OigW7ZnQI@K?r|)}FYF!%OA5Spo!C?V_@&8l*B^JDWDG3Zz`6&>oCJzfX_ly<LX?3CQ5zlK5oQhNru5Hu5`Z}pFre@Zryx9G$

2 39
2HTmmm|&85r4VZ*e;5mN-_I*hT@xOjca`$zLA__n$tIF*C*pT}-~hD0`<Ct^m>-wBiI~vdr=cLQ`hX7(-
uP3ExXp<gi4Z_ND{oUtikh$*gb#oJ^MFYtp}Iq523KoM?#iG(%L9>br<DvTHab-
f+;FHmu=ksRo9!&sH7Wv+4LPQk^wQ^H2Gbiw4;tY_P?xEv^60f$5=iD~o(;KPBG7ZVQKxmO?cdeLu3zpx-
p%RYXpSz^j$<*sFb1`Y9W^Xb*g(TdFZq`6;(mOcCo#Cb&2{<BUH+hXTn@|Hk)m=}aQy

2 40
e*gnkHla2(J=r^w=LEHv3QFi_GXO%h2bin51{s!L%)1fIy9?2HoG8key6^5udLqb`b-
|cFB2ev2kHsBiyU8>0@!frTk#P$o#4ZX9uQ0=PXvf4D8gK>LHd&8T?^m^?$`OaT=j5fBJ^79PF@S@Vv_zEk9S4tlTHn?4H@Oa$LC@2Qp%8X{;O!sy6~*8z
o0oYsW+iBmyq!EZp**@Xv&W}q4@wsel4o;r+%uc!;KB#B(o;NZvD{BQ5z8K#M9DgU0|9{t^h#o9#Rvz-NpWit`4&ThzXptz*U9|Rq(OIDp}`oD>JVbW

2 44
1hB~S)108vgtmyG7>1bI5(`?Vxxpz!01hGzjD8W<_iEb4E-
8pd)L}hOFbv0I>l8Lytf)Y&ai6&c!&02C5XyiPjGkAoZ`aOv0t^_f%~2LL*dKz*)^Dff5veU&?r0JF-
L`eCZ#QqS>Q+^wjt}vhM8h=9X?d~P#qw+S<>@$rB2$iF$MfVU_;G+KzUgs=avcOX_S8d_fnFL#y)%%}oGmtPDxNe3Oi~Moe+JdlUfo=aMcBzCJeR9K;p_=
zI7}JSb>~xc+f!aX8MbnG7X%(F_$po*A&R}B167Xi>v(1*_3UpG349dip&tZ=^zZ0eoy$*22ZmfAY88y<2`(9n

2 48
%<{^8r4txfW8<l(;vG4ZK0ZiezD&dBK8vaSoXfRkMF6!;He1jp2Cv@hBfcG!C;laXtOb?q(E4e94!S#D=FDj@I(8uV8^3!e1!w<M*Q3c9!$2oCHeeBXO5M
~JsE~5QBksjBC|w=7;UGON-i++W<;QenC!q|u0x$M2IrwUJ+vL#>%!AdH%rZ_gqY4wiVQ#Q_E+NMi<bdY<whmRj!ji%La+;9z5KU13(>kqjt$I-
Yh1(VQR*%NRl}YKs5>=dMExnuFY_CTs5~af{`L8slEgG$7Sw@PpU}YN+Pr3rDXuizW4PfI*4%!lxJv+l4(CLANzElraM=0)%hBpZBL^Z;XH{s>9IpyG+is
!RUMV(RkrFL-8

2 52
-|De)z%-hW0})QcmD!|?Jk=PA2HE}KQ(CGXT2)|P8rVv+FVL$RvU9q`g51DslTN#1#qYKw$s*)+1D69ui|1Z^y75ru|FnB$Y!$gv*rr0-
C}5vTohRYC$w_@qsGU>@fKg&R4ge*O1IhDjY1xtKwylt$ZyS>~g^wtqI;x8W3<#99(`Si$MG_GlmXK*PZX^c{*o;*+J}a1F#kx<k#_cGZ9wWZRlat|sJN6
_QuR_I?>lB1j3^RtUR?x_$M@>&V2<Y8zbumv>n^6O`U_p1UD|5my!{jF&X_m^pI%z}W_d=cx0D-
>uvhGvn&V%YfJF;a>==D2HQ)b)Vz$2%LHU&$4TIPQ40$jtWHvSp#{(ie9;&#9s6>rAD7Y%FG5{aV}+MOcFCOv<!-?mu0

2 56
WlNyTF<BXn7c`y~xFSt?ixq`UADj&AOuEeK!<PJw=E}VnOcDKy!_1c(Sc4e}pt@?FKP@qig93#*+b93>@Oam7-
6@eP59qdijRFVace^8)@vqNgb_0~Cs?KUpsi}{m^zqSi#>{B#_HIh|%)mA${ZqTAX7I%gOMd6#1Qt<+S`zcRGirCx@o2|4ogI-iYH;Kp*|Mje<^BV7@X20
b%(PD<@7np)wQ?my`|kggGJwhc8u>Tgj)c<z@Rb!j_t-
H<C`~y@7BCo_Tt2^3ASqv{{GJua0m4{RcoY*}H{ljVLuZ$NC<x{Ggw)cNMaQrS@Z}GK1gj@IKTBs=KwFIu{cFWL7~b$7V;>lZ@AC1K?L^kJ(=ec<fDV#nh
fGA0bp%7c=e9cr<7hQ<5AB&YGdUb>McpP<p1)wZpu>G);mC~Yf=)J_

2 60
<p&1el!Vb+w7)gNbiXvlH(p4d==Lg7BAhS^n6NVdKS!&T#99iwH#$CZ!^qwE0X4pqg3|lIIX14I7XjoZ@p&0U!)LYNGwHn&bb|-i+lION$9Kl;(<s1w-
WN&#d}_8MV?B7G(lK^M#FSM;sSdajpI2yGox&dHdXm_6O7w8gn82oP3iY#C+Y}t8ooE_5l+uDL+?B~VME0kxfnn7id#`7qUHWH#3iYW!rzlltC&6K#S;&~
6>Z+FcFV-++v%Nb(r{BAlJL7z{{hKPiCt}7gpM}~Q)8(q`6ypSY#-
2*gf4l*?yr7&f(a1g%;Bm4NV1f1j+=LkoUm)%)ICk3===B<QOfcR@+*Dydq9k7SLwd?2dl?moCWWNmX7HUaqQBl_R#*%3w_7jRn@Sa6sS&nqe87j1ip^*!
p*dDagr^ny42&SkL}hYKZVS*(f17Iv@$jmO-!P1$>Pbw`

2 66
{>7DWd+l2-
f^qpJvH4ux@q||xc!M<W4c_cqSyCZ2bTx~Zzbu)J_9G5V0Zeg4iDM17_#tJ<B=>D|Jggkf?ox*tZD|g?;J`61QDuROu;IEW{+V*Mi0i)n4}R|Hb_|&lA%a
rE=#N+Yj8BoVhQZD)p~fed^Y=<M8FXc&=M0OdW<PNK*O1ldsf+E;`QCxTN^4C5#{KnwPt@fI1&EE8?n%7@@-
>NaD(&kR7094)b<xF~970fu{vLDN562@sXr5%9n+0l7S#iuYuI4)Pq<UB)_;nyBmmYq*GpaYfcwt=L)=Rbiyhj0+uR9R+vvA5@R~N}rVHc5GQ&t<i_+=I)
dwa3!8X5<rbFQu<>4MqmTJUt8=sBA?v1Fp<g0*o8!<z|D)_jot*W<kGzO1&OsayY7a}Q1&ubA?=tMsjdLL6Uk5yk@Stb^Yc4;0?RDb(DTgiSkA<-
=l`+1N(Dz)TUE<n<ol8)q-ON@52e9JCFn@=V9e5<g(D;Z1okR4sFD

2 72
-{mA8pLx9j0f8Ry-tv#=C4CKE(-J?c)j7BHV2%`QdPJ22g+xf=@@KslaKf%_p8dd^i%-
!F*b`5J%^$Oe{2lt=o{_7^S=YuHW{J+1qys=oJ}Cgff0%gK&%G>W9~c>XcNsjm`c{xU#xqu=%}CI{vG;9m!m`I@o(H=YN0Vj1kT+P4j_mBV8Z2U83<7ROB
$Ydf1PhYUbZ9p*JU8OR#*Vx9r=Wm3%fZ9IPqv+`h+a6x7(j4m4!85{z7OqX%}X4?7NQV5V@Q6hzQCvGkcI~#@|sB83A$oQWn*(8olZv>4PwPz+S|LZKIDy
b3oYM$E)k^<!-iwqbnTkrGkjY1b$LeVp57Dk6l+Gi&oxgo(3c4ohk8Te)_@KSD+tEn_f8mK2}#suH0lgdaG)F-
H+D}T5!+4^;yZV5L5i8(j3nq*O+|{pg#OIlWrS_@m#)p7w|G_B%oFX*0ZAI98o=#j1kzKZ;jio3jz9ED15&(_%`s9eTb~H7{t?+H@LxK$h9IB^k9%vV>kN
;h$;iOu$&YZ51U`NC#BK-s^FQmTb<agm

2 80
KSn>A>)!hZ8??e^kOF~(iXp8)B}ap+PR0`ezm1Yld}C@19UQfT0Q4BL)HNPf?Mp0Qf7rg(IK}g6Ek7@ldly$_vlSjoUAM@tDML=fcd|LIs$coxk5A>is$i
tepd0Am4SDme-B#i)r5J%`YPTwz&rZ_)oe)DsS!xm$8a(-s2E&PP1^?&g&Vs7+AR;+<ryKF~et&-
g|K?+o)510zN|PzVe!Sh6tl)m2S`x~vVW{HX#;8NSy9j!1Y>q`Pqa?@XiJ5UoAA=42%Nt&kip?G^xqP1w+vk~?EIQxK5=v3!6`Re2x*JFGS<0)A!W~lTnD
J75Zsk2H-gTIJ_Ynmg8Qi*5_*nLKF5dYdrHLT)ywEKGo2?C=DPSPMmB$tN1^hvP_f)(WL!-
mmuW^PgDj_L(apysKz}wsGi#l7tUS2&qTU}&9Fsqo{7Fi!bRW$iv(xKt0&I##a??HAi^9O2bu11Qy`8}JaION1Cnu;ZGqCFq|A~^iD@~6*-
VALu4ZWMwPu6$%?5H(uL#Fv8#iAfJ6f|;sACL6icM~a?8ngK~|4_P<0c{Q(O1+lvVBI;#V6Qz1><MRK$=<FAD^Uv(ve$ly&J)J$i{m<Sh7Y)IO

2 82
UMEySC1%HM6gBH6fg!<$ROp)%9t;_Rgp-2UMK?}rIzvY2Zu-
T4GX?NNA^ew<v&i5er*4YKL37XqrR{F%TZ6eT$BfM!O5eqXFXsiVF08jPx&PUKs}7utwAU`(Pxwt@W3H#Hy&#OFd_b(va${7s$;?Pwgid0cM)trpjV&aV+
Z73Rmeb!AHsMTqf^xtZam@Hr2{AlVV$nIo-
k83<ZSyvhm3w&X|K$JoH8huWIMHFAw7Ws$z|q!oavoyZfr+Y<PQ3RA9W(l*5K8hiKA#Q0B7BzYZy14n85yzu|AB$*JPXRXcUy1B1y%w-
F}cVU<aA;$A(!SgGtPrn?_4ktqf5U5K4&ho&s$F|NYI8wwV%gtror(3wgfqm@;|n=7MDW;aiN@5UiGco$*AsC&jIJM*qIZh12L9MqXO)Zbij;e0_+dA@nv
?^t3bi0Gp$S3klh^`g@@xR?^ukk2?TsQy^iBoT&t@lSc@hLdNWMceU9)c6_Nco+8iD&#do0rmHy9N5m!5=L(!zM0`Hpw)_%D~0%QZ(cOSqLeR^UFUbFsXI
*%{}o5OJ8V{$(+l3vxgM$h~|om*-?S%V21TJ?md2>y3msp2tqnb>vBkWPSC8%7k!tfa(kObAgy

2 84
@}b2=sxwgH4b5hbZuX;;`MUAt^Ja{=&HqC(w{;aXWxDcRkqgMqmUYZ_O!2PLXkeRAtLKuh++y4d!7bSvKy)fLw9-D6AJ(Q6Eq8j4SQf-
M9CPM16b}${jLD|*+QBPor`)Q{W{Xb@zlRaqV(89aT<<(n=G_qgqJ#i-
=MQQzZ`7$Te32Znex_J1K{(N==(Bt`DsMaC7a3w_)wnp6gyZ5qXOKR{)D<lGy>?A6#EE4uiVS*_;`2GZ(|?@?O91{`xxke^Q3#zIOoJEA5RrP>a#yP%F;@
VzQrPyOO5DwQM+MTl<V%>d<W4Q1z~Eyw_5{X@es`_kjUXJN8NFr5!LeZrS({A_C7kz8bqx}<*O_+YnX~R<&I^|4xPnYa^iUhSA>7*G9Csl9<9pZNK(ON|V
p|=V2q&PvJ_J?(?SF-XZVv9{+Z%*@CkoQZfMpdp7MrU{Hsn<=qc&fb1#})H#@Fj0sf+*Bc?i&iv>}Wt{%Ytq&N)Gw#x={P*`zS_cUeP8;5J5E!SIr&eqj2
=Aj4$_@>|hZ56ic#ey;QX-br|ukXuoxp%KsCnv-lhD7K5mtyZNq)JI!eT1xR|4iGx`9D%X%T-R<%q+mU<kM?wA%YlgY9~1U6yo%WctXZ)m?yKuIo9S(F

2 86
M8miu(3D$?qT%n<&7F8lP#{)F_FmA@-v97_ApEu}pr4vZHXS|wWrI>VipPv&$ziq;t57tF&mAizose)n((wRJ@;e=_5YN_=*DqLVvJ}_5+4Gm-M1-
Be;#;9Vv7+-a1h~Wju0lR-Vit#jKlHkF?J#ExB_b{_1&#+6=)Y@|q{%o>ZL5_Lc6W9v4KX=(djQWpXtE!#+o#Z_>lMJmp70=$m)B;xhhqsF)pS790Ixz>?
bH<67IpRAyds2LSy6Y8Fxgx&f2hRI0kA~jk>;OyMR}6iY3~bqa|Q_}*1x!t0`7l^*%PhSTp(N=jCkNaQIpyjZuJPE*Q#)!CbUf18-
P3e!U1f3WDKe4wePnRmVy&&**kLE0Ym4N!{$rS_B~Z)-
o334c5DRf$cXFJk3l8)r)|}9!qgfeMANRpikU3*<wAv%?+9kS@N5)FbPrvZk|b1E<Eq=ZT5320B(M^<bwpH|v;tyGI-
d3bXRTfIuV>q}reILH#nK($B6m(9KSRo6p)1sjO3H)*@>&sEPyqfxWH+c@5<m9c^OZ0Y{_FL8;$-
aN$+pfNT#^sP3}AfU98O=RO*5WLFtr}vgJLAd)S;2SZuefARZTNvH?IK%ZSibnwM_00&xZIV_~(Rzum^i#Zauy?`0Q>MV|?gUYqJG7

2 90
-kKrxvrT0dHt*(qSNorOm)nl|&tna+bPXrOsgGO@nVfpC*0qh!+gl(7P%!~^nru@;h4}UsnpSCBj4zECMs(yVDq)hi($Su7;w)P7xqiM2?*`(Va!+sIq}N
MzP-hM?hsH(R-
i9&jDuJO4Q1tzwED{i_lB!lB>R4_JLxi;9C0);`#r1ZCJm232UEdFo$~2EpsG^%B!+sz0H4IQWdSX#Jcd{TtjIs{0?w&&8*jk^tqsLD<&(bDoy0<Y-
2uF7R=J4i#y>OEAQ9E`l1{&0gD`4130x2+#kvaeXU^eiz<EHG|Os+{=mDDaUS#EAwH4n3;1)3DI8VKXi!)b5HLaB>dwHf_20;=y#b#jXJtH&l$<XMo`K$W
O7CoptxAI7;DQ$(3Nr=>jsdU8HFpyc9M@mKOA)Qr3;$y-;*w?%oVk>Rzc-
Y)LwCX0a<e?&f(Ym{)s+S<KLMP}^<=QJOeD9u;K9CF(E$5l4oHm93~a0ccit3gRVf?6=YDEmZi+4y!Ls)X)~U-
OL1T$NDGX))(g5Bzaq8hq0hhw45ndv#Rhn|R0}V;aU}vLReYdC*|zyo>%d{fh<tVEhq*4iILj<5u(C>g(wTDt@TR_ZOayvE2DXbeW63I+IoqJtA^>eH9qq
GMGEPHFea{Rq4yN^t6(;!3#^l_HOHuFfH292Dam=9y?>+ZMyZD

2 100
2o)YFV0Zd^B^#a)NthtJwjC}rh_9il8eMihK*9JP6MEVf+E}bu{pQu{#H`_<rK>(g;X<9-
nuY28%xpa!!8{FWIz~|rz^3_H8T4mSkD>%1RG`#2z`(BL^R78x@;=QqW}fpBii8W~{Qpk?|9`R|<n5J(6FN|<X-
pQQroiCB525Jk46Pr#d>=1o9gm?6JH<q-p%)*b>A&@-
LqoO`e6(|AO2w1VU}q&<z5Bgby+!Q>)|6g^NZ^zSoO%`kN89(%?nl~QZqjS|dUww>^JG^#3goqO_RwVJZYE%NPj4E-;t=KV=hTvSy*Xx=7t-^?-
SeK0jnrHp!iz*PDs+SD49AzFF1&nA&?m=Tga=G*FhVuAvShm+#w;aC1Yf_Y9rf^CKwE>S_V6}F<k!fYNR8AqIqScLUl<1+Xjo3TcExg**F!}aF8h!<$Bj1
yFoBa01-
Jj0Bo*ht8OX1nL<9zZ*6`Jo6TBhsf#?W}qtQmsK6btON<6Y&gTn7;BI6mmu5=47h33Zo22ZbKvK}Gcj(3uN&h4fJPl~wW6xZoA8V6N$;SKASK)7T{kY{`l
{$*Veq_pMTyNvfMeDEWD5F45HcmZ61w<ykzxhpmwj~p_GSd5qOpft=k&y0=#X&b>)Eu-CYYV990m0x(o+dLS7DF}A)FPV`VbVnF-
f6xEpM@CiCHDO)5xm`obi03udg^4Z$VwJ&0UB%i%tfY?-BE!g#JfoA$rAKfP>2ONM+U#0fd8rq*WSfTOD%r7Ukv<Mtdq>eZ

2 110
;igW%JVBt)L3KUsg+C^ns4nTSHKEKQScL{1xalUW&INd%)eV?xg1X&|dfQeiT>i~YC!6dQ%GuM0LY-ORi?qNdyLk}!`CUNJWViEoTP#Zj1|fAESa?+zQ^i
(qZe~FVF-%0_7;Of`Xq2+M-wQ7O&;AC0tH&Ri#LOxx+W{(v<Uhk}JQ@i`V+Y}CxT>iVn_c(TEJog9eeg(?4ZGLw+j7!1R3xKhLPqId7P6t<`<Pim0^9b-
M)4tX^TW!=5n?P%a#Djm2o{fddLfT`G!uH@Vfdl4QksiCjFgq(K&zl%efR)kCQq;y@sET(dj@6DA007sKBtXT)Fkc6H>C7N(#`F$+o!TjSTI{!!u@AAU2~
QFe}MA}nrRS0YT#Ke6p5J$Y*p}}1_yB(`|mY;PDYEkmruJrgWCpbS@3G$414bUs9Q=|#dXr(aVB@hs*ULXe}~%iQP$Gvf!KP8OeS$eCuQap^NQ{+*r(8?B
I+8`bWcI1kj6eJ?UdnP7u`oqRD!$bvH(l%3%D?7FuzIJqnH#O&6Xp*ZA9m*_`60=yG!!DvX9aON<I7@q@x8>x-
@}mchFJjV1@hRCwevvIwZc2c*?xt7I7%VumfG(R*S?Y;nCFooQMIFb}nl$haGh+sf$a<Hec&Nz9bX2FP?B_jwKVl_7tFm9_8jmEG@yF{Hd6@tHED?W%G9b
ucgA~9apnxrZ7Y|`m9(yhO=t`L3~HyA5r=N1D&aDfB8<nmd9*xwHMIz7?|cs6j2Fc>+$XHhkm#UmOnSy=$G-
Ys619rpn}^EP!u$jK^eur^eK5y+@#fXf7znk`S&{vD1YQ&u(-4<G4b6foQG4nH(uk-

2 120
1%=fc{OQc2Ewt0ol6ExRUm*#znL?dSw@8k_6;%B{KBG*-RH5TkTk)m^2xXtKy9y%wgMjZ*%P?S7WQ7mp-4{?-j#3#cDaK_fYHI6U#s{5ND~-
iBObPYavrX(>SJ}F;n_U<g)OEwu+H1}&f-`vVuStNI7Sk`7=R4DQk^<M&m7*3-c_$$>9{ehcKptk-af-
}nTO*Xe=ST47;$}~Ad&K4bowP1U=(RqV0oAKJGL3Zpk~nEE>Rx8J$u&%EOegikCE>M__3~eat0f8`$05atF#cHJ0(=>yGaJ@aNIU0KSxhf5K)9Eo8yaJd*
)+oWtD5sogcqiVQ`;QHM*pO7b-
T_Cs+2VC%ZORkO#xlGylSJkHfi4uZX(yGELMu6$nX8Am*YKopdILejPY~tF;8D)7zS*8_Z0~Z7$gYvIC?A_j7S`s?h+^)q<dGTt?&$49T#e8(nQ|w9WnEC
IK|?m{=1C6pJnLPL=IYe3Lo<TrhldOGvK8D285GThYjMOH=+|F)vv}{NW@sYcGzrRXtbbqXepED+}W7C7@Ced%@+D@rR}+$6R>d0S2VGgN^?%w6WM`CA=@
mSP<0*z1~W$k$Wdrwjl~U;U*d%|dW{eiHE!lVYYg13nyywjYYzv3)CB(*^qMfW(AKPY*7VIl4QU<Tk(bFi#nCaaHpiQ-5K|{enZB*_u-MUtD1uiGa}uy*v
fm#_sz5?BC!TRY@t}n`3@A3sgKhk^P093F$XMH?>kW;;Rgzm3R4U4N<^CL9@2$4rs9~Z`K<29kLbjNfT9RDazsVRrERu5SXvD>0b~kD#GCbR9wWfxofBBD
Q<?PqB^_8f+ju_mKUMK-EVC*+)tVDG6vm=Rxe2u;Y1jiWdbO&F4Wa52;UH-{_3-4z8wP5zU05QLfd&o`jeD39SSka8t(AVB^

2 130
?TP^M&N2Iye9F8p^F&!|L<-Jf^*=Z?tRoZ_?Rb0&T(r1mAv_<C83mgZn+hL-6u?eOQBrAZ0?f71NZh9y{dXB-yiZRKWCdACK9^!6c*s4H7Xq^_i+4^f%E`
NGAkR`9B#mUgxz5C$fIBR0nBiCWDu#yH4&lq#CyGzop7F<dW|NdX$K&bGL77K8hv4x*wrNPL5fn(F7McCIEaL2UCJD?dXGn}yEW)S5^Yp5Z$Atsk*A9v5<
NwiteRKNA$@>EYN^ng*9zE@t`z*C#xD@rT1$HhhYZm+$E|NDrMJv%y$EBy<!*f6@c)5sQ#V@Y@odw>197d2Kv1ONllLg=k&|J@{k?r4>*S8}JCLDl-nC(q
VEjG`m=&gRHXDFI$M(83z%Ik*AZ*yYdxN<YluR)Cy<&!E1dgFbAy@<dqC<xF6-
BX5OC;I|s*RoZQ$pd1;Al2Wpw_Mti=h+X*3<p7bH{MaCdhFP!I>d}{^$YVy7Ru(NLQrwA=EG7UkbBJinsfOxC+_bi*k52v*7Veep(?QAH()7G*MvG31?F$
0ZdnokbgOB*vb=IVc$J6T7E~MYsGzAvs9sGmha=-
IQ;vthX4OV#e;8+kgce?8CLQESnr`sQh$O}`iK?Mc__y3T6sWua_kFV#1rIvl6nm)H(yvgYO?_PJ1rQE@z79D12D;fLMPzxl_nv;(NnF)b9_EN-HaIKD0Q
bfwT85n^OLPGy6QRT5Tu^RXRH>jAz~upby!VCs@0=5_7A9XjK5G8aY>EXHq^v(sN6Ed@nu*-
&M4Qz{=pyQ|mzov<V=m3AfUGH+Ju9TY%0+xd!ck!Sth>~c85{19bH+}-ENaf<J)tTx=tbgCB-
Hy@N>+dTcwQWCG4XQ167_w66#~g1Q)_U-^HfB(6Fv6W)0H2@P_byd{7O=T+3j-a0*k&Hf-
Dl<eL=aG!h1;TzUFbaEB$C`htAbnnzRe_zniR1>@+R$m~${Of$k!UXPamWbWS*S#uSdz

2 150
ghlsL>b%s`c-%gXS?JJwst-=1PuEmVg@upcF6_0kyW6CoHY4%}&3e<oLDk7-0+x)yt=ujsHR92AFUn`LN>|xLYm`t3u}LJMH7x4SBp-^6x*jyv{fg-
=sbSSb)hB$4X&-(F>Sm!!2jmRb|8*5#MDEp7A*j2-
)w(g2(;CFSCcX6f2yLXY(`AVTo9V^9$&|$adx4<r(FEY|0)H&!AXUCw9YTnwPrpnkq`Vtt^H>fv8MF+}2pu<a>K?qF!LmGGHtP(nsC`%!LG+yJewz78K=m
Ub)`ViSx1>+eGEbmW*Ebm9(1S1nq)L=!Hx?=li=>lSP{P5HmK3xEdx6jrA;FYbO1#oB;&tQw+$hwJSk$d5^_uuWdF@fPNoMZ!zo0p*IP^PxP3XU1Kdc7*;
Va5Y+Mxx0sR3FRv>NCv*>nTirEfsagOo8jdMBpHxSJk1@`fk?ZPqxClEY^MbKuMT0elWcm9+d!?OSUUvQ`js6%m3rX=N$7-ypePYq!$VBPC#H<-
ZrwSDq`o=w+Bn(-fX}wElO}Q4KMFNChEAyVUVvbHd|1yP*RF*?9aZ6AB7kpr;*k#mctsD2cu#+2N8IT6t99xF44tl!w10l7(RT-IF-U7b)ZXf)@9EBY-so
{`)6HulhG^Rp#A5uavt8$4kj(E`&7YLlPyQkNSYDQgiU?Vl$fMN{Q<y5^}~Q5z}h<1KkdVR}6+dagg>&r<?ZT-
;(j)OvL~+BD;8@O<D9>UG(s)msgD_!##%}No)LsWD9yB^k8z##6dYfU1=%YHm*b*u%TQ}f;a?IfCTA`E6CEUl(ncnoN>!JTJ#9w%>I#s_r$_kltm@AkYZl
nvc@pGjHKq5NlHZpdnwd&P9rTpzbZGG60VvbAYGT5*G3`VV`dr<=Crhi5-0-
*guXfb50W)5wni&p)2XFC@J7xE9?Y$D4PhupX4C?Bj@OhD%%2YZU{nms%5I$^XQl={^1FPbKBt-VLFMvnqdnu4<QqpoMQ7PH88y&%iYJW~pW#P}``2B5_U
_a4!p0vyDqse~;E*@&HRSYNq^;zQqU@(OLI@ZDMSv=$?WyA$P5;MnV8zNz+XmB_1kmht$MS=21KP;T`07VC{&81S(8i0h{to!HtC%lBh}{C1H!Z38ZHSu)
-;6{z

2 180
@x4c#Q_ut6<&SI3))P&jS*--
|>YJmnHfY?oEe#ZLa>gg`*ad~ZYHmFiDROZ&vW(;_>D^*!StheRZlmn8{?axByF~75FX8wUb9zw&LVv09Z!`wFd0jL|2^eFTA3Rr*zT{AY1PeyxO8^ulf_
i>WpG}TGDn}>R#GR<A?G1HZn5>~Mn^fPBgVDOw#co0QIl#%#U5`vAN6Xj3u$%#=`y9Ecl(?f*EkIUfAHjPr&3I88P#{B1PF4QL&?7<7rEyDaYe0bMqvKsR
TX1v4NdrJ}e$OHBpNd~*nnC|3OU1k;Olxwz5|d;Jy~Bbcdz34xX}N(vH3O&u?tdXsmNS8?1Gk7fRH=G;diOCTY(m}pRc)#myjbH{mSAyHlL^TM2jI?o7=c
pt&J4J;USdBW0kfx}X(!bUpSk^&^2sMxYP0MRBru+eusINJQQ_K^ksTmG%^&F%2zpS9Df9iz2VKpny6!e3R**={2<NO*mR$lf-eJ~2n+7M?i-
vq*lG^*V##f5V{7h)w*bmBu5hED$Y<gwuJGCvEz;n4Z^9es1giOwyu{nrM6RgbMr-
T^@yMKiS5d{LA%h;bqUskDGDCvlHo!03X*D9i#UO~g^vVDUKU!DK2`41kvQ)ndO>ysM2_V7xoJEC6j=0^ms1w-
vO4@vx3$;fwemjNP*%;+vGyDu`m&YedMw0$KMq<qEy<l;8XZH(mV6Q4Fd*Eg!R7T;x@906StRe?DZpo6REZudJ(iJ2QUW2M-
(<%1sQ`Rvl+XL{c0Y89e}k0PZ24U7EC!*YZfW6g2_E`XH=_KX@huKqW#2~(BH(-!*nVS+bg={QlyZ-
`9OYzfr}B$5_E0q#^T42qRx{K3u6eyTlR^Zu0c{ihmSCr&A+Fwe)gJIeW5NMX|ycdtrGESJUvP*Y{493$3I@-fa-@Rct6d`FSwHu6GzSy(U-
F<X>FzuCZL6&WRWh1e`yvF+$qffh5UU|KQBvEW*7!8+skf{q+*!{9DEeAByfF(Z}oWrm+6ef-
*Iyh;QvBy`{#p+p00cml{uvSCjnvo=+c&>@DKr%S*Wwz6-#bF?KRtTsh%gib-d7PM;CA8nY+5uBGx;pNXgJs??YTF3lEyjvPq;Pt|yLbc-pBbdO3M+<Ey&
@q@Z{FPXOnim2Fe0t#^vF;w_vy}-#10`yDtoq;dhj(f$c%Pft!L>1-rZqpoSd^K^CMb}c=lYVbyO59+EW~q+?kvzB64uE<hMH&9(ztqI#0~FcfwJ=`+S-
qdFy!*n7K=2`7^mv7=k7g&7wLU%=>so9n&%wQDs;@)re!ZfQ>+u~l3rNG%cUnqS|>vl6NruYuypOq_jIz~Mc3r&t71Q~J}NbbzXBWaMe~D!OD!m7mcbHzd
gbx?

2 240
RZOk_zh-Dm0p8|du6*+xDgYe+@6*+XIZIbv+bob{!b-0lF%M*Oy~<1H9K@WF^yAjyFnOrUBF`6U-
aV+PYey&;j>Wi;DdJ;!h8rRA8h=*(wTy=~`S73d^s9=XR-
z9rvr0dcvNDe>j;YzW2tLve*{uDatFx{DL7AAd0p1#)QiJmx*8k)H@6#)I3>?<s(1utvBG2iSBEqPtmAKgFj>SlC$Fx^nCDU-
6!b(x%&+ue(Lp8M+9K>X9s$CB)O|`*nvNCbga#q>6_`xpl*{lO#*BxVddgR{@8h@$+OLK=c2M=Km^s9DXtFu!8zh;=T{~_jJQiBcSDgfjF5iHe*3>+#RFn
L%s-Y^$xBEnc!Ye(4Uayqz>$F!-U+bnRLKDDnM&+wd#y~?#1<U5>^s$KEYvr55iPR)-
ja#klt2tF?GCsX~O*BzaPh8y1w=73iHOLKY3`S4*53{;AsRZLR=L78Yw{~;Qmu6zyS*8d#;5iBcsIZLUcCDV{&KDANeF%O)KLp4k1<U3?;^y4ZX(1xhX-
Z1Hv-aS}WmAEJvaym$FDdL@mdgLMT=76dKwTyYn2M?d|3{-YsR-*CJO|?IhPR()Cj;SX{_`%W-CsPAph8rp3V|iBnA@Lf2`S7)jhc$|zpYimovr1N?4=s-
@Ka;XD2tJOf*|`0m(hu3Jzh+fTt^ej=XiNd#Dgds0^BmQO9RKgr+blUtS6#0ikYmD1y~;5UWOJO6OXnQKFnRRj*5MawsLLYHYe(KasHwP+C>V~#O|`0B4=
r)i!ECZJ_`z~k*|-B>F7Vl`dgRv~V|l6q-wqmo2M<eghc$LzVGi`GL7A(wt^XRIn6m-
i*8ft2^BgO9<N)u}(1r{g*5T=uSTrKfmAE3psHsSA*yoPLCDX^WS6xx!aGb(QLp9IvWOHP0wHO@4vr4L6@zReh!E8>=2tIOFCrACCF7PK)h8x!%orYHZ-w
x)0`S43~dCH2QVGaybzh<kmQvl{*n6v*ODgaW04dc~^<Ny&YFnJ6dDjpYVSTx=+Yeyo&SXQ`@*ynOO+bqYlsiLnPaGXB1y~@w<oQ#~2wHV|(dgLkMorbCc
A@Syb2M@K3dCGQQpYaS-
O|@2{@zQbAKa)<)_`!~;Cr1Nd(hnz7L77!dQve#DXiWbh*8i@24dW|#9RCq4CDS=esiINhkYhfzLp3oEoQz~{OXuV}(1!HmDjw;TsLS3kmAKwLSXM}HC>U
}&S6$mIIZMJyuN{zMWOKdBF%KNXoRLfC*5NRD^y4DW7iy@>sHtm5-aU@RxR59qV|j)fDdHM`R{bIIhc)@|wT$$uilCqI4=uAwR-&>pk1Riv*|-
Qkj;YzK{h!hgt^dDfRZIci=3r<{^BgJwu6*y))rTDa*5S~G3>+fQ>6KVCsHv5>BEpWvNN?EZS6wC3$F#yqQQ~l%WOG9`&+r_?WNx(>4=qi#s$H@&anr$U*
|_+@a#q=_17I%jV|jYy*Bu&vssi5*hcyQeOLO$Ac3)u*t^YxptFr;#8lRZ6^BmUyQiJc)D|qApDjqO-
3>@At7iw5ESXOICBEoVyxRBWAsiNB~$Fx4RuN`oloQ%E7&+z0soRPH{@zS$Os$EXak1WA#Cr1cAa#kl({hu!IorZ=R*B$17R{h@&dCK|lOLGiVilAW*Qvk
natF!+h=3tn!4dW^RQiBmJ)raH&siGy*IZHmZQR0weoQy*?F%RTBWNu66Djv{=^yA(z>6NI<SXPy|-
aT?UNN*?@orZekDdOgUssbVLdCCV5wTui@c3+?I@zPDTR-#VLannDOCr9|fj;SY817Ok*QvgAkRZRaO8lPxP4dd4Tu6z+JD|j6L

2 272
002uv;cNf^OG6)%006bT;cNf^wY(pb;cNf^OG6)%002uv;cNf^wY(pb006bTOGDvo002uvACmw8wY=eM006bTACmw8tStZll6O?n005GA=1JyB=1Cg1=1J
yB005GAtSzi9003@?RMG$dZiwbd=1Cg18n)(18nyrcl6O?n=1Cg1=1Cg18n)(1003@?tS#nA8nzm?8nzm?8nyrcZirOUl6R~v005GARMG$dZiuWc003@?R
MG$d?h_BsY>UaJlFd-FuTOX7X`fGl-
|Zp(ck`jsnTX@&>W2K@%>7yw(Seob+>bjr+8AN8hn)K1L>I+{bTe#}fYBby+FXgbQ{>0G^_Q_p@T6|c^seUNouT}0zQl|dZu{7#Mx?1mCjLs59?&<E-
O>VHZ$m%H66_Dplyo;)lFhJ8QLuOAmte7e-|gQ4Cg)+Zd1D41L>D`HjLdA5fG*-R+FW-=i439BXLlVL>V^a%Gy+-
`FMewo+>gb_k_6bMx?5MdCjPc+;x9LnBQ5@+Z$rU0tsBR>3usTa@T8J63{mFcV_pQ2zQlCs672CXY>PKpZZc4_QLu>`X`iuvArc|}Cg-
0_hnxl;yy(S+jLej4fYIVKCZmbDi40#XnTQ=37J2;MGy<mT(Sd6jByc-8k_0GOMx<A{+5t+H;xEZ<-O~P{k-R_2ts6N-
^_Ne!5L<4{3{e^$ouLGgLOYBX?i2Aalyu3aZZfb;uTO~@mtaqUArjvKck^E?XLsY~7I_3A%>Ab7FMgHgByh#Y+8Ccqd1LzFyy!c6bTgD|fG!@(CZl&oQ{*
{C3uv)P5L=Qn^sX8nV_y7jLOXQmZu=-%x?8D6+5xs|9?;2cBP{}6k-Wh+^_NrR$GUFJu}ScxouTxu=HZMN{BFL)Mx<{0*rrOAsYWLL-
O?V=H<CZe0$y)JY>Vy_56@7u$)=LcX`io8cjY1ePl4a<nTU7uq0{`{<L2sy(SgkUS`|AumFC=!hn(6NVY9`B`r$+ufYEd_Y?O()9?RNXx?7S2*rv8>SGgw
sBQ4@DH<H0N{-
JL}3uvty$GVa;Pqy%+V_pnV=HYbc1d+bPlynm856`enH(8R+mtaw_cjey!v3}p}d1EH$VY54W1|CEgfG&*8Y?OCK;xyV^XLpGVq0<B*9U1C|FMc!vS{22|
YZ=^+Mx>GiC|OFCSGn2&-O}PO$!$N${-Ke)^_Q(1IYn;FPqq+SouLd-8Xk-
n1d&2JY>N`?@i0)cH(72nX`fNBi5emPv3?;EhnyzopG?Jt1|GcVfYFT1lxvB(;xs0snTUxDUo8CI9T^sR(SbAqrs_L5YZ)YP3usg1IYp8)u}KhHV_x*G8X
k1${BA-!x?67hC|R~@sYcoXBP|}#$!)<l0$!24lyvSB@i4GV$);{Hmte0?i5lMlPk|v4XLon=Un~S6<K`B5FMiDZrs~DVmF6UHd1KlbpG-
S?`r*9jfG%`1lxufJ9?K@9q0^a&ck}9o{NCf{S{2cO%>CStJ2;i*VY7#v+89I^#fAFeY?Oe}bTisqiMbxj$GY{GQ{?cZZp^Vs=HZ>8^sc_dj2HZF*rrCLZ
u=(wN|mWbH<I1b9?)+?Kgj}K56^6i?h}&DP_xOVcjalHuTS6YA^uN+VY7K-Cg(&KJ9-
8lY?Od5jLh0xcShngq0?t~i45w71R)(6S`{yTGy>d@#m8$I*rvK$k_0CHwrW?oH<BYQ;xBJQ!8ZP($GQt>tsC&9k~2@X=HX*r3{k$sbm#<;56_fz66})Au
uL~ucjcF0QLx|b-vP0HpG=3GCg;59#f1hQlxu*|jLasZiMir5Uo4r3i3}Eb{N5cIrs~mwGy)`WJ2-
0@C|O3Nk_6fTN|jf+$!*=z;xCcBKgs@~IYsrCts4+qZp=@%8XldY3{gTmj28rv@i1(Q66|g=P_s8#i5h92QLrHrA^x#`Uo2;Lck>o`1R>+*rs^+#%>5*A#
mANApG<jU+8Dg(J9_%zlxu)4bTcNScSat|IYkR-
Q{)g^k~6VM8XjX_^sYiXbm;tUC|SB&Zu{B+wrZ(H$!#Mo9?+4z!8QV3@i3Hh?h|e@uuRFOi5iz+uTLQo-vLj7

2 338
;hw27$-PyQ0Knq!)lVYEo>3LC=FHnxY(36sRVbOnh?V&!;l?coQF0NVY1*kuxqK$%C<nHoaIBaX)+7n5q^Efz-?#Q-6B9;-^ByIAh3$Uqg|LTHlQ-
@|zBDwU@k^BMjAd#PkUk@BqO<SB_p4jy&_@hs9-
&#p(LI#6IQHw7GEEj(pfi+UM=F*`fObkD93v7F<Ped9%%UXMUb4EkR<NJCsq{)~;6&dmEf2VeYEKa3;-89{^}bZsa5#z>J8&CN9-
<H4uWckQ+0c9AIGb*^R4eY}q>7t_qa9E03yt{yxW{h@tPjC{#l2T;n)$hX)(+$n6x)7xIUCb5bH0V1>D=cK6NW#k`bZ?h2;6>Trbd-f$6ibu=Ksu2-
ej4f+N@;g<HT=S??q1U#ErYiC6DbaS}3}Ql<A%&C=Y;M1FN*$V-
lx%K?M|i1mS%@8uOfyHk#T%VbxsjbB|d%+|4U%EzhYeICXg$5=48{Mq~7U#Qfm^ZqERVOA>V|96_;V6+MVA@?}e;98~%p7g*=rU{<EGa{cpV(4*N5+*e?9
(h<nbsS;VFVOL(*u-*@Kg=!=+Ix@TP(Wif;g;V2P7UZOKN82&lGe4-
Y@30FWVVG@1CU+m*B_9oa7WQr#BXxZ5;V>R;=i^AjV#Ltx%Wv=aP~<#=fBB?mEVc44PE&_e|2N!UwLdFC7iBlpeehws?P_|EmMQDd<s%C$vT{lxq!R^t%3
^`90u0_e^_Wf3Ed(1*ubSi8$@l7cd=gFLq=ZPT7eHr6^w@gE?P{^RccjNT{wGdc+_1tQCHmWYnFgC+wo^X|qP4_l@;8YifRd%(`Q`0~6BgLG>z5-
^7oigw{K+7X6Xgn0h*L<+&`T%?&StBpU!!IJ9^^Q3m@*ew$GO8i(&V?DTulg<;lE`gQ&U^~>7IvZ6zMufWt6T!>ljfwyuGkog%lUcLvm5;Ed0NL=^LhdK<
<<sa!q@lK`nO8ifqka-AV!|O9~>5ddTM&zM0atG^!n5E%VthnR1%qt-tq0yj4YbI0ywR&ZL>ZWWYBWtAaTO-
Td*FiM2^ic{jLJwE}N`!4q+vd{J=)jf#}h&=~lYYU@+G4h5_FH-OiJmgSi5rI~(88SSr?$I~0gX6yMSgojq|GlAav8Y^fy2bPIT3q}aE>1rp*87#e{mLD0
dOP&QoZ7{yo!%_xV&m}}|-
ZT)jJDY>*2>d>Hu`8*(YD<E#kFiSRMqyL0sbbp;Tg9F?z?@JEaVY6{x{Ycy_vZ{_El~gS9A3V)CDSHie9#3$j#Lw1<N<mt>WOz1l!)@tRsZ`#6R=H5Ox*R
0h$uI17{4_8&}Z4pNXjv&g;gWl0(n;`o(g8tZA=2B8A(&eho_k1A8e|@nLB;e0hiueeATS6(QimTBLNc-
g>AgQwyHj@b<miB5fg9*T+1b(e!a>imX5wH_W6EvQOogdssV*T>L1D_@`+W_#h6z-+_V?lEuUxPyLR>1-
Y>6qgZ+vluaLvbdyk74+BfDxXbhH<PvY8!NaLWVS+F!O9Bm)O9^$X=xqVshq!r?L6(olR@!a})q(K#JKn;?=Xpt@db6$-;Y{Y@K!xl<r+Xvi$d-
GOI{iTU9mCCHC^i8PaB3<UJl<N(C#0Y=+ei2`RlNdfy^Imj}Gt>RwZq^uw`1xlyCI4b`C4lbxjQhIoL()oi9dRNzl;|PF0=|e`7h{`G4-
c97qd6OL_ks2POBS0@%pWvfZ3_I$go_osU@zrh9YbuBc?mPDQw!>!)mFT|OuREb-dSS3T93v&9st|djL(XYLHC!ZC0sewM|k}ItTwRavv4ls7P`Bb(C_Bz
G=1CfY|UniARC%>VAUhRO$|+vN(y48F{Lb<DFZjLoP%fkF5)E`?|h62jZrQfb)grubGI=`X2g@!o@nCS3OH(#wRlS(A>(XDNKMsA9;fgn?Nj~DWFw!C=4a
m@VZ6hdS}r0#Ac*rR=MPC*HbE6X@;1wz{5-TC&frLRThGUHK<7WVDI#N>#frD+Gt#&QA@*>8<A`zr(=KSqW57nA2vuaDlKgJ^-i75Qtk9tPGKsX-Ig#?t4
}NA9Bl;?|+?o&+m6U!1ghikD!8(SHa_Z(wH=7yFk6i@0m!$>nGpDQF{IAhn%?$30k~VDf10KqImjK3>OG*op(bPpT#coF$fI1d^Ee4V0O-
muFH^zLCcI!Aj&Vt_OJ_|z<emf?REn`SXqT6*ad7n|c`sc%gLla=c$!|Flw|4~eQ`Fd9ZTZVqgkMgxA0-
0J0VA4k|5x}gVz7mvD)JswG5gSjlij!lzJFW#@{=<cZ@-
xa^Cm%tBg{Z)Bs26wlxrpOMPX2{yX$oxOJmPU+&sFKHzk@QAk7ny_Ch?A8Sj$(^SGCl#JN6P!^yh6L7dXk{l})`b&wr~JQg7!A8rQz%D#9NS%!b!#sIv4o
()do4lhM>#V=8b6a0T+Q||h%T$A>^O9>@5u1RjDb=4QFH>nhHJI7HIa`9sX7k>&Ye`#;VY_P;NW2=X5-
8y_4FS@;E9^n%$(x@s@;<qhhuq3Yxwr?&yW*+tV(1Y-IMb+N&Jz)e4q^;WRV_U;lmSGJN)=<5NvJzg{3NAT}vEqTyL_Bh4

2 432
002uv;cNf^OG6)%006bT;cNf^wY(pb;cNf^OG6)%002uv;cNf^wY(pb006bTOGDvo002uvACmw8wY=eM006bTACmw8GTV2C^zY+Sps8#tbRA!8X+6j??v!
6JB^kZ%a(t(ZC&^U^cb^FMbyMw5fS}#qgLN1te%>O`{$O%MfPQ}hr|c$EsxlN)<qXw{crW%7wZ^n?RGJLj54%;qU7lew5<*om=3(NXRIqR#WW4(cIc(9Zc
tjq&VX)_7ED)7dECvRlzVyRq>9zO7>>fvLW*eMg-
?2X$Ms`doQF{d5aQokERTh6g_vQL3M~aAp;S<5>VGDQxdw*||)Gk5M61^f_);Ll>T~Q{qQ!m|i)dS8XcZLiQ9ju_Kl+=vkUu>7cIL+>qq0igqz3+~LS#u}
JtM`du2=<GttYr+`@kFaZU7nxK?!8qp8lE0sRIrfXoJ0Ew$CEEqctqkupHJsv)bA6qfS@BFeTo<+f+5~7{$P%~fPsGkSrgi<sxs`X8}rqPh|mh`wZ=@32^
#t;xpjDa;S)a=pY(VEg@BQ5)Gog+?m{A6D#xzCT~XRgt<c?eEBtG!EC%{sLJPxZ7fJ~`>>jz2n&g~eAx^>NMs~E;uY?5NkOU!<RThE3&LoL>^zR+4U{-
7^jN+k_X+1d25^G;D+vY<Ma(r2H*)~-OiD38%byKWm^dk?ut3jh-VKVN$tIp<O9$&0aa37pQ1@<{?FI0%T9=xAV8J#Q;6S06_-QRtR=-GbW-
Y){5azucEf&HiK+N@U16jK}XD|UD<3hYZcv~UR;2GvK3czhr1!Rep$i2i$jk!>u|LDB9)-lEnxuE3+NCbX^4BZ<`mYpT@w2BAU=J(%gW2|E<wM{SzqWS-
x#!R5M%OewE~{2_4rA(N}=e?KzYiFphV<5OT(l+<(`p_7-w$TAXZq0c25LlBOGr;OP)tM_-G_z8=w?M{GSBOrry=-
GlHBG3Y#j=O+<f&Ez%CR0|;?5yPsD|U#`_7h7vOpjEW^ds>^RlcKPpUo0NtIisp;-
IWgkl<vz1@_02(W{8N;zMDu8J*Pcl~vUF`d+^DJ(w3t_rw(8xsqlZWS${TKN`A;wAN93{2`D8-)yVtfx!3W2GzNBh=U*OKNevNi2j9uZ;~w0zb+EJ-
l8hUQa_`v+DlU}BZ({g2BDQzEC%VdzVyRqM{W1S>>l5-W*eMgOesGaMs{%fQF{d5e?Q-
BRTf8z_vQL3!Rd&D;S+m*VGDQxLD6rL)GpRI61^f_CbUvNT~XBoQ!m|i^zSm;cZO^$<5QriX+3luUu<76$TIGfa(pEjz3){Br;I1bbyIhr2=?9I?M{H8e%
^z17$$N=BGCR|r|f`!e*zR!CR3_1crWD))rqul_7k<n54%*F4BTNdRlZ%G=3x>-RWWcM;-
FNpIc#LS`w1Sr(W`hwED&L^=VG~a2^#t;KNfg=;S+^`pY(VEzb=t&)GjK=?m{A6+Dop$T~RCit<c?e`d(|QECv@!LJPxZxsnMx>>eRbn&g~ewAR7pMs|<{
uY?5Nfxsb?RTc~o&Lnq+l++!ppsAO_jN)Hxq0czY?v##$+vdIRtM^%RC&`PfiC_r!@kFd;4BVg1t3h3!8lLXGRWXp@9$!?j$CI2x`w8MhFI0F$)bF29=VB
uu6S07xf+2m17$%Op-Y@=OSrdSPe*)~R+N`QFh|nAJ)rm}x3hcGUM~Vp=2Gzmoczhr1dw-wwi2gy*k!>u|);R7$-l8V7uE3+N)dQ{2BZ&r~YpT@w>9s-
&J(x#r2|E<w-?5tHWS&eZ!R5M%aQm->{2_loA(N}=^zY6jiFs@*9jsthX+4bMp_5-
QIL#7ka(vt7Ll9L6S##MobyJC8_z4fYtY!2gVKS>hqhaP@?!Bwda33CDtWP;?oI?fn9=tD9h`THhpHCT`-QN?jfM0&zeTwMWazx%Q0-
vYsfPsPi6jR!)R?T=X8}lo6v~UXSOF8;pl~vUF7fQbLJ(#(Y_rw(8Ax>r+WS+FvKN`A;kOWbC{2_tB-
)yVtxpnvD2Gu_nh=U*Og@9oTi2lDWZ;~w0D#sGN-lEz|Qa_`vEBsS0BZ&+UGTVuHl+@!>U{;sHbRD6Sq0h)N5^IiwB^g5ytM{jj**1%;cc1tPBOvWgfM0?
kgLUZHj=Lhz0-
sqEfPR7f?5rkJR?Ude<qRu!Opo>xOF8jGRGRc7pUqXiqhT7J5<;uakl^B=tWU?2WV{9T;zQA^h`ZG9VXzsUfS}#q?M@gbe%^z1{$O%MBG7*Vr|f`!sxlN)
CR5dkcrWD)wZ^n?_7e=;54%*FU7lewRlZd*=3x>-RIqR#;-LEpIc#LSctjq&(W~cTED&L^ECvRll~u!M>9xM}>>fvL_r#oG-
?3&JMs`doKN<wyaQjhvRTh6g-)#CSM~e65;S<5>h=X_mdw*dI)Gk5MZ;~Qi);JQqT~Q{qQa{~x)dN#6cZT%uGTWf3Y%AkaUu<bTbRF)LUoglrz3*~-
B^f8lRS2hy2=;YTcb^R0@kFd;U7nxKt3g#U8lLXGRIrfX9$)(j$CI2xctqkuFI4AZ)bF29fS@BF6R{X3f+2m1{$P%~-Y<UwSrdSPsxs`X+N{-
yh|nAJwZ=@33heqSxpfH|;S)a=czk#Pg@B**)Gog+k!>PfD#z|ZT~XRguE5=PEBvj{EC%{sYpTO%7fM14>>jz22|Ju&Ax@g)Ms~E;!Q}+rkOZ%URThE3A(
MB83=qyFpsAG99jsq$m%@zV?v$a=IL*E9j)U9gC&{b#S#t>Xi>!%Y^dk?utYxENVKS>htIp<O?!Bx}a33CD1@<{?oI{Aa9=tD98J#Q;pHF~a-QN?j=-
GbWeTo8~azx%Qf&HiKfPq%c6jR!)D|UD<8}my!v~UXS2GvK32^t^l!RdH>i2i$jpY$xzLD7+I-lEnx?n0xkCbX`=BZ<`mt<co@2BB-JJ(%gWLJJh(M{Nl^
WS-x#n&i5POew+T{2_4ruY{}Ve?K9UiFx$z&Lm(~Y%3kCp_6GnjN%e&Uobe$LlAO&+veFeRR~#g_z87WiC}<VBOvWg=-
GlHgLML*j=Lhzf&Ez%fPPlZ?5rkJD|U#`<qS(XOpo>x^ds>^RGOn<pUqXitIisp5<;v`kl^B=1@_02WW0#G;zQA^8J*PcVX)Ns`d*b)J(w3tzVsB~xsvz9
WS${TW*fSRwAMcw{2`D8QG2WDfxzEv2GzNB_vIh#KNg6Ci2j9uVGAtLzb<c*-l8hU61}6Y+DlSDBZ({gQ!j~m3=lHgU{;jW<5QuNm%?-
%5^JH)$TC9^j)Nr`**2^9r;PXsi>!B_

2 632
002uv;cNf^OG6)%006bT;cNf^wY(pb;cNf^OG6)%002uv;cNf^wY(pb006bTOGDvo002uvACmw8wY=eM006bTACmw8tStZll6O?n005GA=1JyB=1Cg1=1J
yB005GAtSzi9003@?RMG$dZiwbd=1Cg18n)(18nyrcl6O?n=1Cg1=1Cg18n)(1003@?tS#nA8nzm?8nzm?8nyrcZirOUl6R~v005GARMG$dZiuWc003@?R
MG$d?!iN-e7cuMBMrBfVrs3s672oo^}$GMu=NODI#$suHJ$;wa<5_ILtkUI4pv#jDCwu-d3qsqa`yQ&3lVROugluj^dA<BFHXNLlBMxoJm{cP+uKq>_-
Cj&?A$(+<Sq5hfo#r&3f&|R>`k!*Z)F-
rifPyFnaJMoosDHx9;~g>k@KB_^bbdl2OOR=#vK7tsa<U029^)MQ=m*x@*A^ECRB&T_M@jMm`<w!rLFj3nn>2eajE*AkILP@@Wn1V<DC*(_E}dA`SXk;Uw
YB^fcsd0>ujPeUojZ|SCET707tuEjVv>_-
)G<M)Enpl6@xJC_ktYk?v2dPqTjjM_<4@`wjA3n0CY*gug`6pZ51(omj48K^w|s%_1%+qZyx82zw@Lv5<Wwyghgq%BMnJuo|Ub;?h^wb^})E5PznfM#;Gs
VHJ<-Pj!<Fay`Y^*4pyf-
*cPYahlSsZa`p$yXE)yPV{)6S9;{O>Zw#G*4Dh*e2OMI|I^qFRSE7_22A1(atzS$~4&+U<CRBMk3S6ftXt7oPrL72__3m$sQ8Xqg^dIVU(XqcRZdwnbJm_
GoB_vWo2$)#L?A*d^9Mbj8f0HtL3f<iB6tb}dk(%bYifJhlEad0`>wM4>_k!dT5^~JXULZ#%_<3>$O5@ut0F1Xjug{ZYlj<>kY5@F(^x5?83nG(uk>MG0z
w=zlX1CVEk5&d@kIExJ5IQb89b)dK_F1X&2MmlOp@lC9fcvO_6_cVZq0Z<5SCDnV0J*zhbJNX8-)A8a5<b0Ge7b44-
SW4Vo|RKX66^yY3qD9|Pzv~=I#w^#%V7b!j!>T*LtmXq@~K(G*cMqGd3xWAjtTiRXE!1bosFBS;!~~CZwzC8^bfgl`Qx55I^zGWsa=#F`e_fptzWdS@*7R
F+N+1f3S3#%m`+vxTT=L8_3n{#ugfMW4B!@v(Xm0&lBEx##227bB_yuC_-
9zg6eB*99MTIifow8*_97$?6tYkIZ)N7Wc9z%eEaVve6@$<c34I*w5^^*!qTfd*2!@XNO5-
Kc0CcxLQ7~<rlj_fbmjC>Q3?>W_3nFcZZyp(QK@6leX16Llaj6DjaW&n)5IWMu<DKrM3Z_>L2Ml!FUwSVHfCN~86_Z}lUoq$bsc(xu0J%k<jV#SbA(-
Fp?!moRghiJ}-SSCkVro-F?i2mr3qH7%u=V(%#;MUO%VGaTa<88py`W>Z@~NjgDCt=phlL?@jtK|L3lWiXQ8e1t4B+Z?FHS+yZd&nO#1~+!+uN?b2$-
lj6eGfH<Sh#_f0NFI_9EQy>`hPmk(wGtc9tm;naCm!V{&Cx;!{&Ck@I7I4Dd&e`Qu{D#vT8ySE6j;`f2e%Q=qi34&<{;+N*gw_M=(WXtApSTT%#~nn)@<k
5>AgaWx}A@Ws-
_9byt%3Z|*@`SWz#p@q@+fCQ+2>ug@qq0Siosc&_`07pfibJH`oA($Z%)EgN7>wGZn34P=f?u|4sULd*I2!?V7wj3qW0E|h&Q81HaZ57XfY5)Xz3?}sM_1
$fVk>TfzK@42UajBX}*2CSu`ks%<<DKxuE;?5Y5?c0IUwZlTj3Zcp(f5G+Uoq=!qAiO)82(p~jVu61yI|k$Gq>Mo6@%0p=m8w;Fzxq(qTlX~%+HSbx!L%6
0Cct-+bwOINx`qrmj7)PF@6jY1bOt?ZyxpClXs*x=ZwGee7f$zL#Vfwmq#NF66|7Xt-
DBT{onP$I##gt2wnlY(JM8cLtk>QVdGiEW3~=fd3q@6r{eiEA#`%~ugeP&Z;Td;+Sc?RlBF+Bzb&9s@m)OV_-EVOQb9hGs5$K1fo$Y0_01#?&V>ryZ)NOF
u>{xc8b*p~osF5u-
teu`WmO)m^be8qoq?V+M~(*^sa?h$0a6dYY~co$@*7j2Oi+i#vrHybm`?Virz!Yhs{y60>wGNa=mF#t&=U88ULX>3%+GQLM<)1r0E|lG+bxr1w?41WY5<e
!F@E&!{D$<|k>Lv>lXqOn8FRn$k5*>4*25z}24RoN9bynVE;_05?xprwp@jzwj3cOjF9?A9q0SYPqAhj7=mA%dbJGC1yI>&^%}C#8ghdiQL#Rn<X}BW|?h
~Gst-H9C10eOm#;H&W2wwk1FVr=jy`YXzVdJMeok<Q>hlSV{r{V|8--~kgV{&IV-tbc`o2nkH4DfFZoq=M^xp4;^SE4%N0aEcmlpY3_4&<$0Oi+0`O|vFc
Xt4@hrzr@YRsN-
|Q8e}LZ;a}6CMonEZd%c?zb#;_528Hi2$&@#QbEFOSjOz!f0G>2_08PyGI|Q#k(v~;u>>g+=DCV#6@x6~82%jW&=LuKqTdp7G%$|&M<xh{0CY;@CDLu1w?
0uYmj9FL&w&gP{DurBZypOGZHS~c8FN7laj9mvDm>l424QhE<DC#X(#2N|?xhN*UwQ`&blg~gF9?7HUojPvUeb#`=mDv3jVu7UMW5g9%}61be7X`oy;rxE
X}I0;66~IpQ$$E>10V}NI#y5$_@M#1FVxFnLtl<ipB!1lok{Ykd3x9uSsnQ_-;0h3osDNVA`h+7o2ued^bc<gV}719xpDd9sa-na|E&+dlpgwN@*AyRw6B
N7O|#mom`(~@S=RVrRsLI2ugmrBk#iP{CMgWylBLnHLDHa852C~u_-7>~uD(8#SjH41fovSo3o;}RGJ5tRZ)Fs+Py5&H=DBv3k5-
yUDm)`V`krw$9b)js(#5Ir5?TtTp@sSLblj+a(f5D^q0Z}UUea~J82+hmbJGAvMV}!NGq)j_>wMH382;oFFzpF_ULfv`G%#`ox!DMY0F1UACDM~*Nx@MtY
5;8&&w=#r1bGZ5k>T~-
ZHQdS=ZrxNghlSby;n(Tmq*?5?h|5aQ$)Cw{oe~d#;LIN_@Vzr(JRYgy`XZhpB$$<W47|ChlMEVSse$<A#{!jQ8Wt?k#p*F+SUx<Zdxx+LDFEX@m<6h2$<
X3uD-%-
s5ulPf0N`b3o_jB&V}|Ok(%sHPx~nn8b)@OV{)0uA`eq7WmV!+4DgZjV}4@HM~?a9SE9xp|E=*rY~lK84&+myw6A$OvrO8nXtDOAS=I=is{vb5Z;Y?Y3la
1m7K_@}zb%rbFHSt@pi}W(QbG7<+uQ8iK9i_9_0557<Sh!_BoEGou>@~r>`jVk*X<fc-te7`naCcjt<q&xoq_ZZk@E)}o-
;>|0aB@5#vKNh55H{TOi=P0Q=lePhsCo@rzx0D_M@e(_+hI7*28hBnn;hz-
M{*tE;{3#@Wu97R}B(cj3Zxq`SXDLSb)*@qAg!B>ugt$i#{0syI_qh07u_v-
|jQF=m8aj)EoDL9PBXd%+I3V?v40)j`_LS+bsZewj8g|ZJSBKF@Bc+Z58y{3=sr*lXq_(_1(Yoq&DY_L#TYZ?!hAsx0aVjt-
BKJVruolNNfGy2wpl?u=O>b0lLvEVdFzza<2|nS;S+ur{Z~fDCu(c`7|MP-tc2`XEz?KQ!SgSoq-JSZwv<<V$8X50a90@I^qVF@j#RwOi&KwtzRZoc{)wA
rzvQ$3S6bF2%c5`Z;Vki_3rc^>U1V4zb$TB(Xl+}V5|?KQb7oqB_!<J!faT^_04~i9MTHi-
0(7bu>_Ht6taqGDH7(n=mG0|Eadls<P*>m%+FpR5_0%?at22x+bsZ$O5?B3lVrC(F@9<Qlj`)@^zQtIlXsEf3nIVsT*(=8*29lhX19;ZBR~dWE;=1z5IXi
*sq*fnj3c3i2MmDwsDCdAqAj7$6_Zzxb;0NXyI^zE0J-01ArZ|;L#TvB5<VjhNoi@gt-
J0Mo|W~%xRe7R2wujiPzp7k|3xp<VdK4^j!+I(r#qcVr{af&*cNj32g~1!A`hL7XE)+gt<sySV}A4xZw&e4o-
?^||E;NAI^z0i55JTiw6F3TtzX)!hs8~^S=N|N3S3)K_+eH4k#n!h_3jMd7K<h+LDG_?(XqrApi>W`uD<wZB_tFhK9g9+3o?Oh9Mbk8Bo8urPy26W6tZ@f
*X`!H82%N5EaVA&9PH2%G%%vy5^@NJj`>F>CDH(NO5;&5ZJW0~&w-Zzlj;m63=#Z>ZHR9k3nD=bq&69IDm-ziX18%Q-
M<E5(#7MQ5IPE`R}Jo^blhKh2MmA&Sb#4GUeaGN6_crNi$3T9MW2l<0J$NU-
|o#wy;pp?5<cDXx0Y$RQ$!N%o|OweNNWQi_@O#hPzuXo0lF{LpBzJ9j!^QcS;U=5Ssi(L*cOfn`83~)k#kWr3lR+9>U7%HLDFtoFHXc4V65?7uD%GE+uIZ
)!fdEH3o?I`<Sq6h-0;qYPy3OY>`iu-
DH0k+A`fG7naJW(Q!QmxV}1<qk@NZEV$4U5|E*V|#vS@;@jz_hw66~2Q=r<bc{;O9S=MN=_M=-;2%f6}Dm;%?nn-
aqBS89|(#0KO@Wl$Isqzw9bljnZ`SXATsDIJ-Ueck?>ujlSb-
@_^MW1ui07oI1ArUjT82;;g)EfzX<P$LMG%#Ku?u`hBat68CCDH(lwj5C~lVnN3&w*+HZ50eA^zH<CZHSTK_1!@XT*>E*y;p=q?!n#iNokiyQ$+3)VrmOM
xRm|h_@TzBu=UGf|3%R&pB%lQa<B5Kr#oY|SsjOkDCv#~2g@OJ

2 812
002uv;cNf^OG6)%006bT;cNf^wY(pb;cNf^OG6)%002uv;cNf^wY(pb006bTOGDvo002uvACmw8wY=eM006bTACmw8tStZll6O?n005GA=1JyB=1Cg1=1J
yB005GAtSzi9003@?RMG$dZiwbd=1Cg18n)(18nyrcl6O?n=1Cg1=1Cg18n)(1003@?tS#nA8nzm?8nzm?8nyrcZirOUl6R~v005GARMG$dZiuWc003@?R
MG$dE!v=*zPLZnkW(_OP^b`F_UqX#)pn;0`B`->AF%<ep*_jAXe-
^1BGi|uYPu}I2gHk@ojgs^OvXlNBl|UfPz@&U>mfvXqdY{A9Ptz(vYC#$Zi8{?X6`nTX5hs)TeNCq2pE^oB}YG@MUQR6PXaSie%&afuKkmP5aIw?e6oizV
^o*j;aNVO$v=ZMd>k7o(si(9mh>C5jK}5Hyp(ZXR5zu)m^epn72x}4JR0Fe1Za@8IQug^^h{8#pvXd(kk9JOWDlo{?}3FAj`hHfCn+r}!Ct3FrY{=VU_|(
2%D;M&zVAdjCeo^x#Nz;p#3(lt&ZoaxXQOcZOjsO<Am51LQx7_agePSO-
W2bF`c$d5e!}~5jWC_#+hW#E;}dbn2;mcNbs_>#$Xzu8%rtC^?*jSvN`N10!MdUfs(OC^jwEXmm(HPdQ06CvBpEb%Io$m6U$S=T!<^PO5)BrO5AKF+jJ~$
$ihTz6Y(M1X5^T`;++bZ(uA3?N=CIQxpqxTS!7z|h&Qq{g5L*fqC(_k+S@Q>`buHme|5TwpH%XY(-
H+ZYX;x~w)Ia$<i=bn}vo1`=x|iJqHGi=3+7Rm@yoFuEM3CeTbU5YKL~D<sR5x2fXvarx>mLP}JQ^Rm{Fjim$OO&9^h~f)U^haSa4;4#WDi+%5q^aeatc6
kCn?j^KcS~bTF~YuU_=O;Hb8okLJ;iUvYB#4l6-
OKni0xwX5c%>rAumL_~&UbB}c(tyKrs8vHi`he%;txQUa5M@EriBe6o4YovWAKAEv@#$v=I|gyS12E{af^mh|OJ5&il1wtwN2!Ma}cR)v25a@&>dm(E{{u
o)+X+~&-MIot#dp-pz_J!2}#5)JBd@ezh>bU{iNihcSBl)&WW?vpSF++d@uQe-Lk8c)2%Cel`DJRAUuJlDzW&Zj}8nOt!Ew5Q~EAm4Z%t?)XBeAt`#-
V_mj2CJ#If;|O|jWA;zC7sqz9qf-
c2;uFJi`@cHIHJq_%rumA(<NYIzPQ0KaI7+{uvhS;_Uk9oD~YEJ2d0bCAF=;bU&6_@nA9V1BGhSCmPIVU`8#!AojkKHv^hp--2}^kPz~A;72ZU8UBkR@9P
xBG8!5b$kD;u{rM+m!xses%1(?L;;YIwHa7sA)&BF|{P_1A$zG#ro7Bigir;8DOd+d(&KylgDEh|5vS-
7Sz<|d%K_+&OfhHbv@?A}ghj=GY3j~8a{%5It;#W$r(mYWC|X)xQkKcTyDlRQrX&8>nWD5O#XZF~^o0H=gahcTV2X(HiS!eKYSgEWNW<<`=5P?~BB8?zDp
2M9`l;gml`q6$`pf&h*rmF;OUp>(hr*?J@y%!S7z{PLkqiWbA1D#`Bh7LD-
{dXtR4N*8v52KSV}92ydAFb5=`T~ktI*9YdXyv5ors+T+*0CvPE$?P&%zgn4GkONFu<agj8h~cg9#(0D$oA@H@?|}xZS4n=t1&wpho#Q2)DzW1ek2m-
p6K{*%{;$Yg%l$OVY>O@0U}Hi@KhJQi&QnmR@T3Y9*)1!HS@Zc>i_+mv0jpoaH%VwKBXHg;m#LOT)ISHrbzft{P0_SDx|bvS%Yd-
*ChryAyoIAYyl><V6d_J#az$=~j~AK|Hj$biJIGtKmYewJm(Sa{!Cpm=lRUBgGg5*g*jujsZG7+@09k}hdCp^0X(At{KAtzgean0t<<>5Wuw`ls<xGsn8!
1F<abB#*TSAyPxsmH1`)9=EAG!o+a7xGoGdv8luu`DNzG!eT>dc(*S#<A#d+c%wz>eA0)6~IUS-4uz8rh(`2%E~khHXL+L^|3nR%pcI0CqgrHxn{gL8WJ-
kOQ=*9Eji`cpg&^#&~?#Wd|bb5q|nqS4o0B`*L&7V;tLJDzP2xame@{?T~dM{;xQqH3BrtlyvU`2MD%*A8S8FUiGSaf&g;cYZ7TOUyD%Y*?QdOG<wG)1Px
!ZiWWU%);8|)>T(b6dXscPw&-?(`Uq@492)ME(D)>uqpYr**9RI;s+UAMCep+x#Nz;pzgjmF&ZkURXQOcZh~XTFAm4;1Qx7_a?}23p-
V}bq`c$d5o#Xp*jWFXA+hW#E6K`?I2;s<Gbs_>#Y>PDl%rr`X?*jSvq6!~t!Mctls(OC^p>%5!m(C;^Q06Cv{PHw<Io!jXU$S=T7LC?65)F*L5AKF+2KTn
;ihUAnY(M1XT~pBb++gOguA3?NzPK&gpqw(SKhKa;_Ulln5L>4V*)7#}AF=sabuG!Z0jr@sBGhOr-
H$B5m#J#HojeD`i=akmP0>uoPz@vdHGf2UChzMZ9Py((M39cU6d|&iX6|l-
ap=W2Hj!rF2pC(mYGgm5m(L|fPXa}cZNn&}Gg5xt5aO==lY@sb09kyp;aOu;m)(OjKAy=x(sg_s8z~#Juw|C?yp)W`<<_OWab8q672udSM{eOo`)52FIQs
->khM^)Gd%Q6kk6pVLYJqD>da&hj`i<>g%d3+z>X&=rZ2%>r$_i?8rfh(zVFJvdXlz(5&il1UiIOW!MbwWR)v25UyGIPm(JYguo)+X1P#oEIov&Cp-
pz_>T)W{5)E`g@ezh>`UpxFihb^rl)&WWqpUCo++Z3{Qe-LkR%pD%Cel3DJRAUuL8Zy;&Zo4enOt!Ecpl_;Am4o0t?)XB5q_Ka-
V}m82CJ#IV;lvIjW8YTC7sqz?U0W*2;n%Qi`@cHlyuAe%rrtr(<Pvs&QrlKkW&g2uvZXUS@S2-
)pp@d2c~r`H%b3gp*`L!nAF{m)IVufYPw^?`8$iCx|g#qOvbSC-2^p%yoK5j>mlS0UBg6>L~C?7<<?t5kD*jI>mO*xM{Xaw1(-
Y<$OQbCkhQQ<&BOFea4=vuLYG-|7BgfIataZCg%i`%KyfE2TF^hCr$-2z<|bf7LJ&4UdXjQQ?B24Onh}zGap*h9%5G-
h_~)fdYGlD)X)q;6vHiPnZNu1G&8>dj@EuYDlY@EA0H=JiAEuqFm)(8K!ePljE{cTX8!6>XP@0zXN`Mjl2MD4H;gml`jwDuvf&ig(mF;OUBpI+7*?Ro)%!
S7z!<?Z_iWU})D#`BhjK1*^dXonCN*8v55^R*f92#9yFb5=`=CD#^*9WSXyv5or#3(!*0CvAx$?P&%Ojwy*kOPR}<agj8geR@=#(3|6oA@H@e!>Q;S4o}Y
1&wph;}a#FDzOu9k2m-
p$X$!w{;zC{%l$OVzPQsRU}G|@!7y;F_Uo`$@T8{<C(<j4AF&6fi_*!q|5RVXBGj1FBXBIhX;zj+ojmzFbzeqkvo5qbPz~J#%Ya0B+7K1q9PwSlyl=debT
}I+rM-
`#tjHDMXvevc;Y9_Q#N{~q{FiV_P_50w46~5WU^l*Kr;8RdobZnI5q^8@Eh|8A+192nKcQK;_+;iLpu4{BHb91Lj=JpLPG)BAl6;RB#W%`snjZ)lrAwBZK
cQ(b+qh2xyKs{{D5TA;f+7&&QUYy!hcN)BgiYaDovUdggEYcnH^9<$gyZGb8?#WFY716qL^|3nJlDkI0Cqv8Hxn{gw5MmIkOO!g9Eji`eArVD#&{8aWd|b
bf<5|FS4m?W`*L&79qij;DzWX5ame@{IHGkT{;!mDH3Brtwtw#e2MAvEA8S8Fa@(qUf&gEOYZ7TO+~!c`*?I&GG<wG)J!4<8iWcf});8|)bU_d9dXxGHw&
-?(?vrdk92%pn(D)>u8c(j9*9SsJE!tpX&Qm|naI6XxP^j>vS@YQ~D~aJw`B{t7H%S4jU&7uiXe%Rd)IXQ0mPKR32gG$>x|dDSv^lWyBm2vMyoDz372f0y
qddHCazzv&PG*`BZi9~(JIFSXnjiS*TeOy&!Csfo+qkj)MURs_*jqDFf+Fx8uKjI%dCmY?giRl&V^nD(eak+cH^456d>rN0<xH?;Y70bbjK>=(TS9SOtjO
yhm^itSAG-Tz#O25Y1ZZ$duu?NT46|@Bpvb;xS#;{mobYlA?}2;l)6~F@+16Un!CqOo2%8$&pu0j4%D;wfvYC#$6d`fwX6|l-
X5hs)Hj!#%2pC(mB}YG@m(Oj(PXa}ce%&afGg6a-
5aO==e6oiz09lva;aOu;$v=ZMKAsyX(sg_smh>C5uw~`eyp)W`R5zu)ab8Dm72udSJR0Fe`)81~IQs-
>^h{8#Gdx0<kk6pVWDlo{>db``j`i<>Cn+r}z>cR!rZ2%>U_|(28rgc1zVFJvCeo^xL^=S9#3;n$&ZoaxHxqFDOju{5Am51L9EduHgeOxE-
W2bFWe2IYe!}`xjWC_#`*PM!;}hFr2;mcNamWHt$X#_J%rtC^H3IqfN`UVI!MdUfA8UU9jwGsjm(HPdYZ51gBpFcVIo$m6G<tUF!<=8T5)BrO);5N0jJ^-
<ihTz6w&>*L5^QWg++bZ((D*6%=CH1tpq#$AE!vP%GORz(5L@=^P^i^*rwrLGbuAyU`B|Yo$+iKj-
H#&FXe(;EEWnqki=dr62gFRqMrcjZHGfbIBm3(iM0zIgM35Zuqdeu-
L~C?7R5x2fkD*6y>mO*xJQ^Rm1(=Yv$OQbC^h~f)&BH>Ma4=vuWDi+%7BhttataZCCn?j^Kyjx>TF^hCU_=O;<|cZQLJ&4UvYB#4?A~$cnh}zGX5c%>%5G
|8_~)fdB}c(tX)tZWvHiPne%;tx&8?Gz@EuYDe6o4Y0H>GTAEuqF$v=I|!eJXJE{cTXmh|OJP@4Jowto@*!Ma}c;go*=a@$sgm(E{{mF*{m+~%+uIot#d%
!PL8J!7Fw5)JBdD#?aybV2bEihcSBN*Cni?vs?j++d@uFb6648c$MWCel`Dyu|>DJl8xN&Zj}8$?S0aw5OR|Am4Z%<aauUeAun<-
V_mjoA{}=f;|SSjWA;z1&!8D9qc8Y2;uFJk2eBPIHHT)%rumA%l)97LPygjkW<c6!7vb83KXzc)pl9)C(?B-;Z6spp*=TA|5V+N-
Yb~YYP!@vX;zD%W5fA7OvbvGvo1A%u=3pm>mj^_+7LvL<PKfK8!5b$bU3WYrM-`#xses%Xvf6m;Y9_Qa7sA){Fe-
~P_50wzG#roU^krbr;8Rdd+d(&5q{a$Eh|8AS-
7SzKcS$z_+;iLhHbv@Hb72hj=JpLj~8a{l6;yU#W%`smYWC|rAynmKcQ(blRQrXyKsUcD5TA;ZF~^oQUZichcN)BX(HiSovSy%gEYcn<<`=5gyU)p8?#WF
2M9`l5&b_!q6*=Zf&h*rR)uLXp>&n)*?J@yuo=fA{PN6&iWbA1p-
t}c7L6*&dXtR4@ey`{2KP!A92ydAl)xmPT~jaz*9YdXQe@gKs+YXQ0CvPEJRCAuzgo%ckONFunOxu?h~eaS#(0D$t?(l2?}3~6S4n=t2CH+=o#O?KDzW1e
C7t*l6K{_<{;$Ygi`_KKY>UhNU}L_x(<N}MGOWQc@TB(ZuvaUIrwk|3i_#yl2c}=b$+rJgBXA<rnADa<EWl}2bzhx4`8%{ZMrgAx%YaY~-
2@fhM0(l~yl))wUBgahazzv&j~AK|ZiAX1JIFSXmYewJTeRD_!CsfolRUBgMUR3a*jqDFZG7+@uKk2fdCmY?X(At{V^lZ5eak+c<<>5Wd>m>E<xH?;8!1F
<jK{3VTS9SOxsmH1m^j4cAG-Tza7xGo1ZWJiuu?NTzG!eTpvau?S#;{md+c%w?}6FY)6~F@S-
4uz!Cs)d2%8$&hHXL+%D>tzR%k>z0Cqgr#N#qpL8UhnkOQ=*XQSXCcpe;x#&~?#Qx78R5q@O{S4o0B`c!kzV;uW(DzP2x+hX`0?T~TE{;xQqbs{v&lyo%$
2MD%*?*czXUiBYqf&g;cs(NWLUyExJ*?QdOQ0B)Y1PwHLiWWU%U$XA<>T=dLdXscP5AJq?`Utk@92)MEY(FHQqpZ;Q*9RI;uA5+ELPssyaIDT#KhN-
_3KUSND~Vb2*)5CG;ZFHkU&1#@0jnc$-YaM;mPOP*m#KAMW5Wl;v^lz$P0`DMu<|4O72dpsChxp&<PM`e

2 1362
002uv;cNf^OG6)%006bT;cNf^wY(pb;cNf^OG6)%002uv;cNf^wY(pb006bTOGDvo002uvACmw8wY=eM006bTACmw800000|9=2Ljwg+00KkqXjc1N0jb{
Kra@dV$06+i$0004i06>l>bC>|Yjwf@Njwg+00KjtCjb{MB06=osjb{MBa@dV$jwf@N06=osbC>`?06=osbC>|Ya@cd2jwf@N0KjtCbC>|Y|9=1g0050=0
6>l>jb{MBjwb<t00000bC>`?jwf@N0KkqXjb{Kra@dV$0KjtCbC>`?a@cd20KjtC0094g000000e}Di^47wQlqjfeBhzp&XJ({1yfR}(>bTiYiHPyyYTOj
7M)9Fum)+BagYPMQu^PVpnT$Ru@FX2j!C0~_*RMRWyu$SvPQJZrzah*s6mZiF<hz_}yLE{aD$;qM61^tP={=b|IbKYA3LM=N%PuwIri|fNNIV<4+qm2uYG
w`+jX4{S24pm{4H9NvKv93<VG3A(s0S~16E1KE&EV68_Z9shEzx&!_fPtv9NzQ~=yBJ_am}p4RAkNPPkUDwQV7<BE#8W9BNY=hkQmli&RO1YlL?tS+5A~s
W~Sx-yMS@>I1zzu|36t7=yw*|<LpuM6N2%^R8Li{-vx#ASbvkAe+X@@nu4PA|L9-
k)1N0$=`^R=4{lMkFuc=EUezE+f1Zb`lv<1(#hR$uv%6<KWTyZ{JnLqC?eMlqulaLmB*uvb1df57BkKrHO#C|`je8H5)AVde=}X(3ARKeW>Ky8k3l&re>3
!QWXs}{d2r!zb-
>_eABf&NWD9)p2GdPxPN$YyQ;AWaHjl{6b;cE)g1E6n8TPQ{Y!g;FLFJyJFo%>H|rY594)l)VHjGwcNfi%kPC{%FQe^>9InK9)>O;xhKYr54eqIWa+Z|#a
(gjer4gmS+6Q;2X6P}SI9NV`GKyUcZ10Zm?%4n>3dWyMLu!=KxP_1`M;$4Xr$ieS94>6?l0j@zhMF012#IsVTTOu7i<rDxZQUo$EM9$oAw$gvq9k$Wf!*y
EomM~cd*ShplQl4jRRED&<tec@<#XDr(e;D{@!tzA9{_uI=kUu;pbv1O|QFuApv6CPJQ&l{PN7|)CvL~|mf!O6Eq<nDcxue|i^6Nq{!S15vQk~9u6+ljIJ
4k^NoY}Z(lBh!%2nVF<HM9rPK>bNJccX#pPmLu#`M)6;vX(H2weGu1zu^K`GXLCL&5ZmLg!B|exDNsDIL_G`UPQF8xLEg+W?2j$;<hx{)MT&_O)-
8u%6200o7s8o5$Dy=@3LGQsHPJQVT5}($NId06B}d#GmYMSHjXC9TW__ac0T-bf)1TR|7t5#F@sY1fFuX0YqADOqfnj-
7lv;G+J7uWZO+=Z(WTybT#1v+I6AwzZulbFa+&PH`{BeI`BkTCEv;#XKbA<6|)AW?L7qr`);Ny)t>Kqns_3Bg!7lI|tXt18C_|KZBAy1)@Bf-
l0*fFDL&Btn!N$Z9{`kOSe^X;0UKv97mpY>ROSoqP16E2YWGau813F-
siEzyaM39$O1<RJ|3=y54Hk20*nteZ0!PkX87uJ_i2(;;?^BNgq+aOc)nGNvMrlL=?UCj(hqnpqnGyMT`k$nJq{0l=r`=y&QQ9TQRW?R^h9R8Ol?A^L^%s
DN!@e+ZLOawMo&(o`LOIsP%~v_%NyTbL<zUo+PG;-
c&)I8Nu^k$c$oC>)<Dxpg*IShw87Zkg9g)bEZWec_mhnbX@2Aa~VPtzE+R2_(xop_8vov1L{L&_=bH?cu4z&l_iL=rD{Lyo}yk!O2Ov91(q#Q9}$96NrY_
sn>#SZp-
q{+lfyEAeovkb30Ho;cNCS{a<fNrPsRr!g*FF(VKO!V+665rY2m%E37sLbYM+$fiyM}*sE~Yfv6E*nK2u>v#PSbl|?JlqIb;)krIkqe5et}gmOX!t#@z_u
qr5^NV~r=MKg6+|FWWM4n=(hn>tCuJzyn!_21SFIkjCTcArE}>6>>C4k<ozlqgt|-7Ii0nVDS1yfU4+7Dw4ncXtmRYTWEpx(=aUX(BCpgYVaZPvyS-XLG{
V@Fe4}Kc})SDNw{tyuu6SvO&FSLEbdX6mTu`97LRJMT&RpD$<8w?m{Nb7s6-
5IbO7c_T$|XHPOo*ri>q`xWgN{B}XLVYG(57bH*EwW_?}@|LCC_Enp{57t2{D4{onZ&_mNrqAK9Hf1Y_&Y^97HJ7riVv%8tXoLB%w#1xu>?eI#rQ3i8p+&
Opo1de}V-4qB<v;)Q7jeGHEEemW&7qlf~ARLW47USxX_3Etl>3t>5m``F>_|Ilo->{*O-99!2*fCw0GdOCKw-
kE6`kTy64HBB6z^;GdpY^DKs0Y!A?a^=tGaoH__Z0)*(=K;%39trU9NrA@7>?J+k1|v}RAe(4v4mF`uJ<Z?E#7vG-RcuHaOWzh&RHUlZT6WvCj+OXW~Lhf
MSpSf$nJlV|39bZ7>E|z9TTq%6M_#ptguzBA^Lj@SbuF{f%k2#awJ%%E~_1W#{th3v_<$ErDrL1q0A}-;-VDT$g$_&Z-
gibC>&wdM~XIAs7NF`ZkZ{yED(+&gC1yinbRfl;E2^$Q=&cy2_!YfUu>^UPnxR&&_+vU6CSC<G31$&=rDBUM04I-
KQ^~U91(+Sue=Ns?RR=8sn>pzk~H$pC3dm<Aem;+jl@thACwBx{a=x_TPV8xK8C8;(VL4;o%^wtTG^yME3C@+jGs+&f6L14*sG8ze^(J-
XU^qCv#L%(Yq~4bUWhaJkrH;KgjW&Ae2u>Pt#^>{P}L})xI{tDMKg=10ZpQ7^16fin>x2V!=EL43m_`;IkltNieN-e7i5X>^430bY}cr5-
7JvLXJ%Z+M9pJH7Dp$riHHv!mLn9ax(;8Vm)$LTeGn;qPvt@anT*2L5ZfJ4Kc`O8*RRA*L_PHxvOz<Yzacct?2pq797JT4yLET#)-
8FT?n2r!={;w|$DvGn_TwY$%Pz|uT65u7xWnZ}+qfj-
mYEI`bH?Rx24u`l^X+C{z^;KEVG5{#Sokk@?a`3<&EPG13F`eI(=LgP_fH01<RSDA7>+48am`dcteef}v4pATQV1%0(;<p--
RkYikQgecGN#^eZT4rx+5D%Znpx%kMSqVCI1zu60l--q7>Md5<Ls{t?S1jatgx$6-
vxUMsDP86f%lVAnu1;n0T*B8EnwNN=`>j;@sUxq&_gY<Ue(~ZfnkTLY^8MK#hO?qO+;rsoLB(6JnNc*6A!jYQ3j2dB*u67{BePu-
4yt+O#H>(bA%6<Een*l=}RSJ;Nx?}7ULFf3l*&P7lPX|m`|Rm2ry<?Ax~d#-9F0tD9&A&&BvB(w-
kmz;AUpfb33riAC&ej1E7($rPoFSK898&FJy~PV+2oWTG?E})l<s&bYQcLf6F!!C{&OrfvE4GXU-eCO;t`ol||JoUWm;HZ|!!Ze5mg@e2qc{Q;3l8uqxPJ
xJ17(yUdHH|FT|`^16KmWyQBVJz(2}3n11F$4aBwcAvbl7i4!2j@wwL(p2Mt#{n_wOuG0RTbS31q0H9%9$ggJI8GTLZ-
m(P*yCZ=xpm5@s7Tzzl4dEj)bDcLgC3ZOXDlW0Aa^UNQ=-E6_uDnbp_5UvPnuQzFu6-
+?crBEG2~}$7|(R&yo@5GKQ>9Z<nDuOQA70X?RSRPS15jxZp#iaC3a5)jl|$)nlB2{u*~6WTPOpdZ%V4zMgzimo%=6jb+Dv8PidwmjGxt0HV4Y>vy6c>e^
)3}aM$HU@1U76Yr0KUvc5C;)hwcSgja9vid(+=?>K~VP}Nh2a1TMw*k4Gy0ZqHiby$P?UX%_+!=GivNy94g+l2MsieSe|T_%a}ys_z<E~}2)s94Vx<AFK;
rDsgK2;?dR*NR^=$gv(>>?bG*86c5+M~c|vpD83e%BWbkED(}r*Gg!2a@~F5;D~1|+YUYmE2*trUu^f=%Q>q8QL?dR6CN<RwV9ccS3J)fL~|I=j2gE_BBa
5|ue{{$eUy4A^z0Lek~CK+f^D(;4l&z_lqmAn!i{h+sBI(DyfSBIq&eA7V@B$@YTSv4@#3Lg6stz@gYTE!(}lkMDSfdT@FbaxJ}I&-
9Z<noyu#P7Jh8oM^%+jS6mY*G%rl&8(+uRhD$=`ki4-
Qyd7l!!IbP{KnLOPSOnV9(ri{xjHR2n&;a5mJYG&KG+#DN^4ib$y4H5=qG_rr<W?n#1s0U#RSbuN_FLx6z_Z7|H(}j0({U9yT9Nza&`k~jy^bhE9RAh0@t
io3q&F4>hE#6WH)`Sx^igF_r&RLKc)>oN3-
f)u%W~SNvSzB@P<^H>X|35epfo&GsSsCbe6N2OHQS();@y1k7SbyIIh4gK$lb(MF|LB^6qVy+FU**%E4{qr+r`gj@QM53;f1X~|AV-WHhpLoXv%AHbsM!E
TXFX)6?eIM7W_@#Lwn?w~1db%ei3SKyft@4kjeAV|J0WaH50}&QAROsS+nnl=bH(Z$>3s_oR0(2M+cIdd-
>?WUnx{4eUvDG9GdL*Dqi1@*mTXDu(o}LJs8})T9ez3fTbQ&(2;|oLDRo~nI8NfC>?hdv=iiZgxpgQUpDEnLHdk1;)bDPY*Gia(jv{^GAa|M5+YZ9_)mE)
tp_2(D%Q;p3uT8OK?cvZywV7vasl(43yo~5Dj2cO~-dn-RQ9~RNeUygR3=<QGZp*3Hf^AO(^3L0db2}iJnlJV(P&46crPuvmZ%S4ty8Oa<V+7Hgb+BB*v6
iMLbYLs2HU~BmO>==XfvDK4aMv5U5nq`xl|{3vvcAm+E7PKPe5jEUid#Yj5yymbuqv&0a1XyRD4<BY|FT6hby$4`qH7LCJz$$UNyF9+C42SXcAq)5T_$%A
L{90OY}XDc!i|v6Sdt^tM9rC*q&X+Bow@3`mLqp}@#0^h>{LeaeGq9P(}h9;*MhMc5Zh;SJ}FMp<FCP3L_H}`Jh4NS3+7I~?2kd-%rj(^E%W5N)-
6Sfi4@v0hhP%D$DtR(nLH!xw1f&AT5~ngHR9z)AE-z?mYF3-+#Ka_^6iZ|0T*U{qV(CXp&HYl@sStHr`avCuS+nzfnlO5AV+lKc~z8JO+-
6osM!F!nZjhJ6A#1`W_^v9O17{0{Bhhli3a$ve_|u+bA+@5J0X;}@o3ZZ;Nusx+ng3|jXLTa7lQTbR0*D`CCzBCAy4?vny1S8p^ziN&Bxd=qi2RdYLiLp^
X>YZG_rvmnxQ~ZSoojySbvcC(TEc+3F<Q+(}jtR1K%yt<RJ;L`k^T}4Djf2tecNAtiq}1GZ;^M(;=?+)`acKc8wzyGNy3n)>mi5B9D^^npr0USzC_{8v(n
30l>)afo<v}r{?H)?R^~+QS+-(4>?p%sDL5*h4hnBZDD^1E~|1RSf|ew9e&3FrDwE7_!}w&DRrUD$g$$06xb*U=ihIHM~WyMVb&x&Hdm-fED&y)DYa;Kjv
|8|;E0*iCGkE8)mBrYUu+2^HO8v~uT4*y6CTh;OJ<ppslzekM04mcbmg~3-djI5ue=-
)gKK&y3={2lk~FE;ev+~K^3El8jl>|CX3z@KP%|HtTPXcsk+rJWy8J$do%_+7i%+CIv6fodjGrs4%J|CdO>=+Ce^=P6kSOIv5npG{Yr3<lPC+yHE7M+xgj
bOgcBH=g5yyOuP}Qw>knlmyD4@7R0Zm0Si>HJ7qHFTH!=IZvw>&EHC3_1XieNdlquGh@L{1lElqe1<K5}p{Sd!f=yfT@YT*lc?ow*iAYTS2s4;`Ui>{PlA
gYRh~EqcEF*Md*w@FZt*!q&1a<F7xbyuv9^#7@0x3+A#x6mUV_G|Zf9E%O{iD$+%Yck3q2hhXkPIbIjSXT#kSw1oEKri?Yw%N-
lJAE>y)YGx%zB;y;8^6hiR|LA6YUJEBsp&Bh<4{jIBStip>uS?KFf1aW$;JAz(c~xwsv%5QGSSA2PnZle{?eN4Dnu2p^O14o31diM}cliiUe`4JfjeE2M#
ola4@n|gzARHI8C1dK5jXD<N>3#L;toCA7CC!*m->~@4W>_`_p^)7^GdS2WU6^{mYLmAV4HEjB%uRpdnxVk1s0W|*sDN+>(TMHQ_Z2fAEqZry1K-
mw9Nr1A242_44Dc9^RAi4bR6SQ1GZ?XiE#9v8Dti+(c8%TY&RKBhDyW$|B9CqMW~L_tr=)T68v#Xs|3Ap?f07p4r{)-
l6M`KRuMAbK4>_!`Sbrh<dkbx?ZDE1;b35Q>X3+L6u*@HnrPl+Xk+oJQMgu;EV+1c`i%(p_Pib1&bYRs}%J?=Cvy6Ysfv6}{kSH6v@1SSSl|@ZePC?BF)h
u3!e5h~jcBDcD?>KyouqsoCknq1T*k8Cr|FXNxi>G}BUX=2>Jz!<Uw>;Jj+k^`scAv*equF;4ys;N#(o~MySf?@S<AKKkTbN9`_#4*y*NUOcI8Gj26xi7I
86a<jxpmm%Vb<Kl%BZMF)bEmJDYcl0a@~U-Aa`dhCGo=dE2&eWp_BL9HO5u_QL;~(?cp%FOJ-+nS3EJ~yo?ynbmd98BBVbyQA6bJgKLJ@^z7|-
Zp&9Fev(fF4lyNmY}fMEK5~%HsBPUWM9pVrT*fD`V@4K7mLrLX4;^2j6sx)peGr%3EqX!%DSc1n5ZjrI!q!gG9Z)}~L_OE9#7;w%^%=53?2o@8G|Xg_(+n
I$)-
Ahrck9|Rd7th=$D!#xXTu}xOndg@T64=T%N^xL;a9lBmYLhQB;)094ia<5^X&#?%uRtEW?sOqSomQIsDP08FL&+H3F^(@EqaNK{UFmW<RSM@23{#R^bZ)0
tebJoR6VKZ&F8U%(;-p_Dtqn9igMlRGNzCiDyV0~-f(U9npxTWr=*V!<^Dx~0l+vBf0F7XSs56J?S13yuMDeF@y4vMsDR%Edkd3Nlb(V10T-
HrUJKc;U*#=e@sa5?Stc#AQMAxQfni?N;J9?+hpKF)O+>|-
SSA3wXFZ%)6AwJ=nu3j&wn<S2{Bb14clr3Rft}qHbA(L%#om;+50@<q;N$5_C1VzDbHx_p7lI2FtoEL%+cKC>Ax{V}W?0JlUvJ$$&BrLtU6_VImTb2aG_n
m624p}{f8u6dSbwMoVG0v2a0f4U(}njH&EPH3cXIt8`k@@&_fP0?*T?h^tin`eam`PAR~XIb)`TtIQV1gz6E%u*)>qD1kQkE*nLFNaSzBhN+5EeJaq{K<f
o=akI1%V~7TZ}FQS%dm<Lp#VRju*Hh4ff|-vxgNZLO1@qV)ghnu61xCs1GIr`Zo~=`=9B(@jydAV+_mUe%OZj2(xnsM)i-
#hPTN07Yj#W_|7OJnOIdb7;0ni3S9YB*r7_2v32XJ0XpGO#IXIY)B86+ngXA=}YPy>XCEBR0-
*Q3l(UvVpiKSny25e2rwhTHU(dAqh~WXD9%aidcT%znlFvS;AY`#3evF5Z%SJz1E9irs@O&Yb+DcLFJz`Bq&-h*HV2HK)l-2q%I&j^aMyoVC{&p-
<wftHvc7A&O;w_IGx*gkid%$NZ|#I~zWVPta1T(`Q;0~rLC)A;byxvSyUY$ngZf^SNyEdRWySU1D)QTeT_%cP$4cp&iSWF!s8}wmj@vo@&lTf=2;`+_OuA
n)Dg@Vx>?g>v9$k@pC<z%LpD9O**yC8YBs<Ee*Geo9l4gD3Xm@hm+YaD}XDqE<J_swR%Q;_c_uH{$s{&E7wV4whFuBhgnUYsLj2c997|+4Uw?-
nQeUz`f<n9xQdMNblf^CvCS18+wvHK1&!i|(D^425Ma4@KCq&d7YXJ+cS*-
v9e@#1RSiHJt=p<WcL(}jcYm))@%zWphEJ}K}dnT)|$vMn7@Jh8mO*RM{#y=wIt%rg{lzaiwioNLnzi4-c*yLA%1Ce3-DnLIgO={*V@-
4jfEHR7g>%PvSf8@b_E+#G6V+qjK68;=eWqVxe5W_{D2*{`7*r`hq57t1ibEwZmmAV+~=qAHYHbmDncsM$?KJ7r|20K1vOW_=S6#1yajjh9Nci3a>}+&Lr
b_^^LsJ0Wv~v;))hl(+F{+nnIz7qsde7H*9?R0$V?_3CJ_o~b3xnx`R8_|GH3%KD*@qi4;>*fB}#hCphQG_v#U`kO#efgPHmSbtdfpY;<ikoeJv(}fA@Ga
oI{iH!r_`k~|@39#sKDL4%9tir6Dk1|htspm5o)`Zg`uJ<Dq?aFqI)>ks7aOaZ=XT&0pSzDS}Cj+~Hj}03Efo%c6$nNNO>LjP;QS<G69TQYft5Od+h4iR^
A^Lv^lTvMAs94feawIwaG3p(D2;^Isv_)St*83@S>?b%*;-
Zmz*!Jh&pDDR@C>&U~+{89l*GkmyZkc`In23%d+YTUinbWOZ!uQoy%Q>Nw2_&&)RsF9`wVCbV&_>T2XKks&j2gU*=rF;_Nx9xzeUwo{91#<UhSv-ef^BZg
sn^?yPXzMLnlE!ZAerH7_AO8|Z%U=t{a?a)Rwugrb+BUu(VM0wT*9%IHV1TIE3APuHWE#9aMyvT*sGZ_8@dr+vc8o?v#O$Z%?B&fid%fBkrIS*LIn}Wa1X
F5t#?SfzcDDFby)whMKcaXeFdUxNy9y0n>zL1)(s_lT_$#)IkoAVcMn8P!i{X#4k;tkkk43>q&Y;*nVIUiC$OEl@#2;vcXvkdU!m+&(}jHyX(F*2LIT%<J
}D5}XLG?=PSWGAJh4PQDNs(nLzN5W%roqdLEhxMWRxxQi4@i?MT!!=+A@b=nLNj#7s3i0BkZ(<HR4)xHPJ{s<whT<+#HsfB}a`p<#6)tUJL)|W_>MSCs3g
pStbu|7t7E?(@n2S;JAODqAF~qj2(GZSSGW(J7t_$07aR?nu6`{#1v5mb7)GocliX4+&SG82v2`v#omp3v;!>*Y)J8FC1W5Q7qk}R>XD5)toG@B_3D^UVp
b*1W?0{__|M%wHU*)OU6?aC*fF;hdcSIu%uNjv`kTP6f8v^<sDP*kpY`q0a0k(dEqeDAGau6~cX9*Y23{QA39uNB*T)R-
R6SH=k20}@R~R!GDtj&7uJ_&Q6E${?DyYs`aOZ9InL8qnr=(`4Cj&))aq=4hf0F+{$nF@37Tc%huM87{9TTjuRjm&>dka{9A^L&$ZLMu#Sf?(lawNwA&lM
eh_#35Xv_+xJDg-HY6xhhI;-YVaC<*7^Vb({AC>*FrBs(@&DYYyRZkdA~Xm^exCGp^hnbT9EJ_yxTHO60T2_#RNs{*f0OJ)-
u&_*%jnUbl)bmc^I=rBJvw?^JugKMw691-nzdMFGNev*<jsn;cTvHSAQX3&kqAekSO3er$Bk+oYW{a-
$Ys@S^xi%*^V(VJS?q&=~g%J__*E3ALZ%I!^akSKpw*sEvG<wX%+PC;wBv#MT*Gx#ghcBF(?krI53zWNczknm8|t#`OYLCz?ki>CoiMKkicgZiRtw>-
n2n>q_1D)J?JquGjJIkgvLiSR^DK5~>O4k_I%a4=YsT*kaInVA+x*-
xFh4;^aUcXzrDp<e7%Eqa6RX(CVMzWvvN!q)I4XLCQNvMuAU#7?}zDNwROy=n{QG|UumLEaohoNF!fck3$BMT+i1Ce4RnXTv#O7sB@A-
4nEg%N?eSHPN`k8@V5-B;#skB}a3{8;|ns%uVy{24ujlfgNUEsDN1bVG8ZhkoYfmEqV#+&EV56iH-dr243VL_fHs(DLC{GR6VSlam}%Wsprk-Dtpr*QV8A
Z?aGRBDyTB1kQi<DXT;ucr=*%$+5AO+j}7Jif06;fI1w0#>LghiuMF*d<Ls=kt5WgCdkd(5-
vxp9lTwqOUJC&inu0B0*{@&aStjw3=`_$oEwWLx;JATdUe#=+bmE7qSSC$G#hRR00J~>Bnt~G#JnK;gjhD7bclrErB*xto_^^SU#olv-
O#Ceil(!F;C1c>@=}Q*l7H)IJto9dz3l*48o~he1W>_Il2r%6~%KBe#U6{?sD9*POhCr5VX3%px;AS6`_ARi?k+r4Q1E4;JRwqUSi%(+&FJxNTT*6Oj%J_
6()l+}VHWIUpkSKwuC{$<88@lhHPC=DLO;uiq%?H&icBFi$Z|!`ILIv+Qknpf7Q;4`kzcJWfi>LpxyUg;seFa{Ww>&*yWyK31)(zW)quF+!$4VDucMrU=S
f|odj@!opG3w)i_#0c8OuC`W*8A6r6xcXU9$jyQ*!CG9Vb-
~I*yE^3+{DVLDYew^l4gS*n22)SCGjA4XDm~q!uKnwHO8Tn_uEgJRsB)2OJ?oiFu5`0XKhzJbmhE^7|%a8Nx34VgKJSk<nHZvhS&7$ev)p>S12WRPXrDzK
5}f=^48rfkk6=XT*gGrXJ!^hC$M8i4;_{xiHN!mU!fGMEqZ+rm)%e0LINp$!qyPmnT$WDPSPDv#7;y#*RQfcLzVRzG|cRezabn%WR%kkck9+IyLIkD+A?{
cXT!&#={@%2BkW9j%N<&C%PzRX<woIGB;%Hu+qiSa<!}xX

3 9
+)U1*&(>7-ewYx<&mf2^^ZZy-->K6q!1XRD$s<vWTf(T`W2NZE03Zj=qHtXI$tAS!untdnwQ#mM6cJ|l&fnWwhfE|R

3 10
gSmO=!?W|aZBw=Q8C`nikuW+@J>h__rMl`TGfZZ`(&2;#EK@^VU)=PMo-gh0y;s#QHt1bU_Pz;UP}fN&uiz8Myt>d;N>W6*sKf`~

3 11
g*ZXi<I(nD)?fV21=w`QS|p^T5>RdtWYv(Ae#x@<%DLGZZ^)3SI@lv~N+&1(W)W5lTT8;4ah7`J!9oZ3?knj|U8P|IoT?TWk;ITjBW6xAn>39X

3 12
#!&X*Z5b$AB#S^LqZ#4l?bGAD`dsfL32$6AMf$tl=P`lk9*=bxfe5n;=UNY^yYC!rq`zwjSi$iHi0Jfedqi`ekOOef{<b@%2+Upedj8B(uTwfQv-
{8oIly9(

3 13
o!VntAU)JIo4l7Cwz>XIs#wnz%U5I)tuP_Ntf-
hW$|L!XaxcCJFrxg=Yc)GDndY7F)MZ?_ibefUg45bIHN%dk*UH?~Ih3$1SNW^Vv}9W3MCp;aCjUw!xsS2UCmj`HBNK<U

3 14
DB1*E3o8ypvsiB`T<!)?iA&ke>!s!My5ijMEO|EP73=STmieaqy8q13a5|!Am_gA}v^`|n>R`FUKRF2ZWw(k*niCSXwZ3-
e@}t$rb0RtKRs8OSgW?zMcB_6_;Td6CG_J+s@rLB+GZFY5

3 15
&l(O~|M-Da*&vo*9nwX>w?KcS3p`2j1tOl#_X~1xNA$~=khs(kL2L5-vA&uZMd+;{c#5PRZnqj?k|+A~AgG50v(4tQj$t}7)j%rr-
S2b+WOlDD`z}M%578x@xt-GfkN1yJ;I9*`dof7rG53xNo=c{g

3 16
i4;3A?`TCbWT=oynh~Wo_A`16q4n5vt^h-
#m@T@sW+OP2A;k0xDarLyZRH2Gz$VjnRPy{6SG||j3Cadl<Uto98!wci^R`?L2wYIl<PzKG{I+qM7WHx|?uTFtMP4DrembuhdvLi5<HKhDv({F%%}qHs)0
a-t8{omt

3 18
ckw1?^#7l=m|;oo20(N%vcNXn0WwRYPd^7S1k|QkgeUU!NZr<pXr8wb`oE0M;G11HOgSzChZItto%B#osuz<rpOBpB#x9we3Mm59o|)yiDG8Muh|g8@z@i
{XR_LnNW_48*<Lus|II%|F;%8mdP{aTI8yT8nSwpENIy7Y$+gS~{eAo^PxFRZa

3 20
)+*qhHUET1(?C*8n7E7FVAs9;_2?jXSU0%4gISp7hHtmhwBOR=IsNX9+v@+x#{v>^B^3cSY!&_1XpE{IA*mbXi6LjKl<EU1m~&R*D%Bui%K&`1dXPyiOdu
{DsK`h}eWqv`Ex)d_Xh(G;PvIN<xu>G2VPm{E#W=0<peREF3m4#spPWR<JI7NEu^#0EM_680-&W-scix#(

3 22
x4E0&Az}I+!svm%biUB496?l2+`jYKT@R2R*8i!5Jx5sI)mon{xh8Svm56NwmQY*Y%ild%N^*b)ejDh`hDsovW#`!H8uzbQcfeUfEzf0a8}g>oVeBZK={8
cwe6m&*mYuTj?Nf41Hy80V(V_qcDl6=>MwHblcLMn~r<ka=Htv7|+~yNkmQ@ZNp4OP(SGXNqOZKG+-YG74Yx+l(CKrc7D-o#*X>NSN

3 26
BZ<P_BMegC)#(8o_lk@qfHS?#R1Dsh?+MR=EddYhJ@~U+^b}%M!7S&xf}RKpLDJ$B3?fvI+&xZ4`4DNU80WY0aON|5>Uw(chvr}GDIYX%(8y^2o=guOZ^l
?pwqATfhAze&POj7$_E?r79Z?s{CR2j;HOYyr*fFp^Y}Ql4iNI&A&=~mqU0Nbnw=2^W<f6H@RJltxjJu%2j}XTzfpQ+-
R6<X)_5m19*3b5BCL*8X=G{lX6kS-)gSg_h&bzoH_Lt=@X5(ry

3 30
$x+(`;8yL?^3Jg9%8d2yJRmF;-wxe|Un@4fC0+9*S}jf=WSo4(bHmM_j5$dR1LEybwWdTIMh(t){0g8c^-
iEJRJHpscpe@jm;*C+2d{HTOgok!Y1O#yFiC1&`2JG6=S0-
3mnc#&<Y5&xx0p}prRg|C+}nMY*~!lzV34{lTiwU#<#hW0=NQl}7}{w2xOs*3^8p}P<xcw0$uMiQVD^eyyrL1orsoXEB|X2xy`fhNYcn*APXi|IG4*QkG^
b%&<qJ5!|Hqx7WVP%PwlEZ?>sGu}$Ny&6TkL0JoZr#7Ms368!|I5}

3 36
_QzUCP%SG>+W_<rU-
Wi<1-}3%P|1p@GYbb0vVG9;M8%M@sZ!1L)4xqBP__C+R=JI6$?6sTVGmMgc<iXSIIq~#eh+Y{P$_&AL!bRc8eXYZIt04^@(gO|$>wf_0BN}a7D=uHl-
bcR<u-esd;*MYi$hlWc;lDCOtj=pWWU|%gp?!mR_^kdq8YPBnKk2}$wC|cEeZtDDNW|3l%>fV*Hzi~*@5~AX75_|aZ;Ecz`Ibv-gY7Qo7yTIOiG6#e<mWO
EACA0PhY4}C`o(N+aSbQ7GImhDfqp@qonEQ69*1f-T04350~um2Q&{nNj-H>3_YNl{@6$z6ROdq@#T~P2_J#OkDqGJ9uJym;NT`fuKvZ3Ncz6Q

3 40
sN5%xr5y;|uQUjm5Hs=<O!iyNBz2blCDJf&Xe3n_*5?Z!_rnI3%VZM)IkOrPG7Rn`&1#6m@3sn6*2qHSq}0f#54M`zZj?~=t=qN5adW!pnE>3))ey(hB$z
8Xrii~K%nEK8)GMAD;T4XIgeIEf+e=Yf*+QeCV#;6irp7S5$2rhP^eL|-eaCBL2u#Ptk?gEe$s&43+g$l2YXW&~l?C*@x*0ITwc6vD-
J2}h3qnTdWAo#VN97wdNWB376O%3o{4OVOv+(OA*F{S_pThFL#j!6tjy8P46WsRUFXB~mIMAr${2+pnq`{FJNMesIa98T`j9lRU-
6=P}eL<bEBo3fOtCoTfpYrE4#Ua0LFU2!I=En+50$kom9VP<a_?Xhg3E<@<qGl%|%oi&_CK$5r`-|7o

3 48
y<~yJX#pF|6~$p)UKe3J@4sSYE!HgX+Rs<b8pj-^Gaoq1uv-tm+gF+$-QUlxbjSoGGtCZRrx~r&AO_ot-
}~lCxSdKPC{*4yIVbN#J@T*~R&<WmNW+f8#l(_HlVuD6N=q8-
{=gxs`yeC1rAP88qr}HeG#&(WIr6S5S~ZfKi8}HQB(3}F9vnYgmE!%v#A|mA`<nwBBj*yiK2_ycKpTeU3bm^RS()$+{P=Wh3nIkBNDf)*+mP@%=|*N6c$x
0=jLhf)DK(gvcUB(4RJ#Kc$Lu_*Mx=`OI53|hFgv542wW-EAQ2BtxWMa~R~bYkY!6di<5I{MiWK6LUgwHDh#sY5?!}|gONas>Q150N9{sf;BQAh)t$nHv#
O}ig7ZLE}f8gAAG5Z5Ae&}S2Ta<Oik=uLo_>uYJ6g#T_#xLj3*{<QYy2n5r6=Z5K=I|sMkd>pqvI54xe>s$1=qE7&3U0?UnG>~&#`8qd*QGy0K{xQ_

3 60
#e)X{XAi3y?xK-a;Pd(jtr{?k>nOt#j3Rd^slcpZcr6}P#7~_XNjC$UvCuafj5cobcgMV&zZm9QmBn<y{Q}bnP7d0BewY!+coyN(fKi2CU-
|79I5v@+TKq1?+R1NL$o4q1X?Wcek0#Lpb~)xjv!l)qo#rx|z%IkZSQfvts;6eq6c@O|F+Z+aI?Wha4n!y;);{#UTv0OE3~)iy3)_zB>&P$V^I$5+1ipv_
Qy3?eB4b0r#2i&BBj>nZ#=plg2)--hK%1N2_mHU)qTRvG0%y`K9oSyd`dpy*s2l363T>niS=P}p&AD|mI`&pw$)CM0?K?u-
^1i*EIV>F;=ltdyfnK6f1)>SNX4lyvhS^f=Ey8GLd*g_Q(BRVcQ_0#w#-{h+Vo4xQ_$tZBUC`dR;@Cr}^*-
3+yOvoO<esM!s<(zDuJC}K9PsZ?f(=8{2^5Kn)=%mpb0&jTDDAhmww{wDMgHM`U;*{|%{mm*HQ;<>#<Cp!#b8(<2^b#@<W~}>p%48GJ&GpMsR^20<qu3%5
Vwij=NGtNA4I+LvSnQ(<M-Xb0d6J_aNRc%bHLJ<=I~!yz(^L%(i9~y{sdZ!sr~30<9u}Z2Jui6^@#~9

3 72
br`t)Bo)(pe9lt3B3`Nv%T8y)xV#Q4$n2|bdmg>YZ$Qqx3nx&q#PRwLuYw@(39BG9xI$IaA;6^-
lxaB{*#HN^Gn0rKu@Pj@h{~R54bHP+z&!;Q5RYFm$rZpF&c~FpP{|%aS82&dwF*}RaoRDHTFM9T)U`YVkPV-h0I@-
|1pTwUd^BVW0u{TB4vEV8C*^P1$W)}x15#7^i?3CmQV%K;+NzF9hwUWCv$**`XWAW1*l(H!ZY1~3{ltYW;V$P~uO)+<bK982<L64|wpLA7UK$9S-
9h{zyG2~OT@1WXIVf0kjpQxr+0}aT1#E=NFgH~`;h$~sztVbiMCM2e9X_;F(a_~LWCnmJ#LDq(%Xeq@4H<kSOgslpr!oe>&>+f)Z|mwA%(5%l$)VQy^U%@
%MxORVdnHb7s5B7}$inRnAGo!uACW5cH`w1Ws+6hVcQ~}=JLyeSjIT1#!|<RhT|&v6FdCs2t*RHNZB@BAKj2Eb63H&|8}O}hmGEDSDkACHxa%LsBQs^2Z~
&)41#2GX7e4#u8<xW5twumQBqM-Pny3>n&97tuWBHchwc(kEQ}P>4*P^E<8}HDpixbIRFi?LfUt0JF0{!e`Z3eARN}Xrq$Sr<7;bgS2hyP0V3tUy;cG}pr
D)J3K8|+7u3O|$ZE>fCFzHtx^zQ-O3;`6!6I-vi)0}4$xAz^erlq)|9=9S(zjxlNj&0z|@9aMP+Qr*m1#1TjI!F|RG

3 144
%|K$`K%D~Hor#C)n$?u`jTS`8FZfT60|y>z88e<SDe&L=0TtJR9u>gVv`p_>o*>OY{v<%1c@>?BYzmsyyfuv$v2ic>;*|pjV$K;eAq6S$DSZJIKq?*;5v8
<D$1|5t_fymnS73<Wden};SWGnWDlHXT6qU8jH3l%xkUo&Hm?^nKz_!gMo}rN#Gryi7z+(O+V|IBJW-
4q7bLqS_(Fd_{{rKXQ=geZx*AF2D|LQ4y;_5&uOtTTCX|TsLEbjMHcpz6`azJ|2%nn#g>!d0zOEMId&@eRya88guN4%IRGugnlZ|9z&Eba-cmruttazKVF
h~HOW>!jAwH1SwW&@jvSwapZjN4#j(kg<?HZ|7oO%_hLMY>Nlc$qp$K3>NV<>s8)L8l8tkr`nws>0>R(vc@w1N70c}Xu)qeA~bUYuMvQZV&5~r0^7i1hw5
W?l=WsRM9OpNPma+C9%}vgo-yal-
}=`N*Mk4*z}4dF?^;Z=Im~IW39Kycsh@ZthAVPFsI$xt*3#>w>}pFg%lXhSaKUg+Xx2x(KuI&%VqS0O_fstHIn0+&dem}2sh^17DlO}zsIxTjH3rZy>}s{
mm?=lRaKVtVo}q8&KuOIe`7UgW*X+p-
56TP{BDL#PdAk~&W9g^b(>Lj3&H%E;Z>&erk;Z7jjr<}sfOD@A*X%d(2hnVcBDEE&@ihz<W9eBXheR5k&Hzq1Ey(F(k;a%lkyA&}fOApqa|0qYH}NSGY>W
9W6{_A!3>FW{StXqo8l8E&PB}9F>0{G3m_BbgN6~MrQSN|@A~cQsmrps&)Da1+h~KH7j=zR0H1Vjj6<gNQwax5mFwe{Rkg;&VxkG5y%_cxekr-
lL)DibnX|OrWj=y@;cp#~t6<aDT%nqotFwZpxOET<gxkH#Ka87W+kr<w#Guc2%lyvznH}Ti(^yv@E6{;e&=3;rfStVoX7o5{KPC3p1xh`+4m_Cul-
ph^rQSN|q$qv`-lynEt>s2DP^y%?6r`lub=3<9Lvc}E;7o07~Xu*-jxh|1YuMvQA-pg|X2ho&tDHAvG@ip}6-
bxj!heYOLofcUoEyx#~GXG9FkyE)YZ#kGga|7PXfQ(V@{v^O+V&Ba`Yzk&7hw7b)v2oD{M9Pg8V$SEx9%=&zDSiLy-}))=5v5GCz||fVz+wX1%|M<YW-
65Ror!rB(FaeCjTXE$=ggil0|(-
j|LWI*Dexf$OtbG=9u+_;39Qr+$1`cLhAWQ0S73M`*3uPQSWL_g%lR<R6qQRdXx6zykUnruVqTFLz_v5lDHF*K`7V@n-
b(9L56blEoffCsdAsIfGXJv1(>E8KZ#iheZ>+g4fQ+vZjr`urK%M?1GrwZrn$>IyV|It?FZi)>bLm9N88c$e{rDbg0Tn5I*AL(Nv`i7D;_ATF0^2~Ho**;
7l=Yg`c@<-JPmVA6yft&_o-r9S;+6gQ*Mb2RAqCeD?^?7>Kq}(u

3 192
|FXNldGl3IwJf99`X-
>2aTXh!^GXy6cLP68D7L@4*FfLwQ*7P{<65>C=TP4t^wD}z(zIwSI1oyOsTu3*ML++ttFU?VT_?3HU~2j%<z#Ud?Dq3Y!LfG(K}9IGArsd?BKK2lO6cQSA
>ijwhOYF{nA6g<wt6@a6%?r%yd)4Oc9=BF2OnJFUnI72HvPLC!>*fNvL5K%XK+#2jIKfWLfp1nQH~M`>Hr!#to;c58X<CobuySP_s3RT0Zm0ehYYK*OVeE
^2H9Y0kLl%P4Ylm{iTuH_*hxV}DZe2Tt&<}69i>X>8LuJW3@(PQE=!ox$nUm#SLPKI@YuX0%rthGq#g$!N{wG6MdLR8Wue2a7$dSCuP0}4zXy!2N~A*E?)
FiR=Edp&_yer{j(Zv*Xwh{ts-ySE%ruH;5GTAON{yl0T;T^FWuZM$yBs$CuP2$0=-jd%N~FFcLHLZW=EWBO5(!a`j(g_b2>h)5s-
p=wm@aiPMJP2G5p;OvM6>}$r?jf~S?nrEN(NGx*WKFGaM|!|oe<v|Yqx8g%@#M`Fs=utU@(5N6e=c9Q@tKcVIIG?yTAcWRZoWuqu5K+pp^#M8=H^m6bTKr
KTe7Kzq;5--|Q*B-UzLewig|x-
ya#TdQl86Xe=&EN`=Vp>+4tMMBDJ#if7C;`QW4;q1#H0$^u2>JyB($PT?3MnUAk0bWy(tz9UMcuW|177XRkOR08+|=H8Bbi_K`!2{@{wc9_gGMB5N2UnEM
6`QTjP!>(na$^yF_XK=44PT}a>LflHEbWuV0>Hy}&uW=Fy8X=B*R00V6_s6QEi_MrW%jZQXh#C=e|G7l8RtTrG*0)*gu4hUHCM(z75R-
7(A?2MAm1JwT$so-Z`B^Zof=ysB+OQNV;<Hn|K}ca9h#K#UH5f%GRtQ;30Y*f$u4lISDo9!E5R;H5+SJ$Gm1LDj-
x{3|`B~6WH{Z<`+OX`^ezIUNK}etB9!yic?~8clMJUVXSxc(-
M7008w)s++S?t!gkS6eK*WD&7l}Kxwoe&}A&`}4b%@)ZZ?A0buU@(GBpW(l^Q@!G|5GO?2G|P%-T;ciPwsN7{yBx{_n_fLp=-
f`>QP`P}LHKl0wp+d<5(%$y8afvL2>et6a)jpIm@bRWR$K`<G|P6F@YqD#wsK!2q#pU;n_k1NMdQi>QP^j27$Z*Mwp&8nzXx<t8anC#?)I;7a)cTo_ybe|
R$TYTXwi$!yVuL-?~8~Uyi5PNSxZ(3rxVt<w)w7SDIz8-
kR}k5WA7p5l}MFjGwI17&{6qWpwEI$?A6+^twQ3npW#7B5p;+eyVo@sr?gfGyh{N_N(QcHrxPkjaM=)(DI(g`YqynTWAEP@Fs}JoGwC<q6e`-
VpwE7?VIDz9twJ75H5j|sc;)Yl0Y<z_s`pt-DoCdjQkb^++SDl`@NAGK-x_1@YnzowH{Ubq2d2<bezKs?CQt0u9!#x5zqg;^tFVU*yTJdlU}^^0qu8}9?D
h?{8=G+!K}Fa}KTdZ8BKNJ6-|W{wA>bLWwin}CnA0vxdQtSz6%<$IN`*KOhYVFu|FT6t2HBvMwJcpH4Yd>raTeud*h#;-
cLTw(t&`pe*FYf?8L!_T<627SE=y=E^wEZ{SLW;MI1sjaif1&-
yd?10q1(1{2Op#!JyDxpHvL88nU7J}vK|;Cz9Y6<jIO^27XKPLQI78R=H7CIto`@{2{=|<buwttc;yjv%jdh-s`sa~|GB(NQkY5x*0-k<@N96|CMzi-Yny
AgA?0K52c|Ht$sjZ7CQlS9f=!^$zqer?;<K$ndGo8V0ZqHW`X*p%OVgv+^GfXYkLeqmD7HaGiTpoKQ*0vlDZk(B=TITw9i_Gx(zKY<3@&<6sTma%$nQ#pR
Zn^IMLz*epq2V2T_;P^6bbW6<z$cPzq%;4!Lf<_-Uw4{ArmRT-yi2tO6VP>Xe`pShOP`Q>+7i*wtC3#

3 264
_I6qLj2zh{pvI&V$z6EC(a`w}-j>nH>i6*`Kj-6!$aLu7ZUhk4g$(}!`J)C{v(SjEFR-
%a?mxNKnmU_QTw86k(Japlh0R{}OmP?<>9Qf(@ZzbZrw8_SC)<o1T<oC6h(5_(2lLU;FE-
wm583MX9d|$H7$3-V@F{Kt0sVyx`ltD$cvQ2{P8lz-M=9<<WviMxlT2J&G4s(Zq6vk~=;2Ip-
zDj?S6cAmrl)m7^%f{QJ_A;Zg59Pk!(e6mjy`k9fjCaNU016Y>F2>RnLQt2Kl;jE!U?>pa(34(t@2d&60Ms-xx<<#%iH!tmFoFpUDo-
*KbkESE_J}oI06R?3W=u&bmJ%6U^!guH=>9>FE0o4B55x+76=d7!5AHPIExq`lKb!}d-
DPP2VDB6O)q#<(N9hp62M0(X2oTzq@<HfFVivedorR4w2tWE7fs(K5FJ-qi@c_%*u?b~s&qaBTG)c!n*_sPjW>=yvPOY8Rp?z;Kh5dq;hvd2HlaWIL{-
8GDbjLwtO%|0Wxf)vX4tvI3cSnP2b`7a2R>ca)9OE(Kr$|M`Sdsf*u)Fzbwj47TG)OfR*OCZjW=?^W&6WmRp_IrPPu_N;hty0!7}ORL{&ca%3eSEtO!#L*
DZ2(X4pqOn?Vw-
2b^ma_Cw3t)9S%x`N3V*`Si&Bz|AgoWZ^Qzf6V`%A~ptLw#4BUY|f(hlq$S!mCwN+WWjS^Por1t`MuG|Joz}DMN&Tf+_<48BwhL;028d|tO3h|*vOm+n&>
!>A6%(Nbo9H->DM1v*BVeyS@;Tx*(7x1q!VB{c)>TK`3x^F(a9od@g^1s<A}i+=-@bu5Z03W{{nmS23QANh^tL6vgXlGxz-ZEn^b1SZL_4L&kQfqUiN!37
#_5aA=(#BsihDdT3Cy`3+dRz!u+aqej-
}fJ)fHda>0!^f5);$qo`Hr7Z^XyXTss0!38#<KK4Xaj)^JKQw^*L?owsGM?7ZOH6#kWYZV8aqbUbI!DZ9x(uzPb$o={B^%mH~T3B^Mg56r!!u(c?jy{byJ
)dR!T~}4;f5%R_nLXj27Z|}Z!U;rG!3D}*t@5l0j)~VTxx;4I?oyjUmFfqaH6->!Kbq6(qbd2pI0E_f(u%;%&O2n`0bqa3`ko>-
AL+KlUI=W?M3R&$Kj4+mji6+~sS{75FE{zU$YDJB!U9E7U)kKa2HqrHR2TpgHGHfAWcS#}$Z(qISGXTsMKg5t;iu`>u&~z}0bqeMGQ?!zAL&Xv24NyLM3Q
XPqW5ghji8)9!5@{+FE<B5SL{!t!UDUkIG#ND2HxDFp(fn8HGEY5tmgm|$Z%#CoCw&+MKg>GsYf4Nu&^oRA6V(vfiwS~WZ}*`N;}~eA~yP-
Y}LGNY|dT?oIZ13mCrxm2SU-vPot?5yRAO`Jo(6B+@ks++_+!aRQ}6@025RgW*0b**vMq}j0?NWA6!?sDdkX4>DS?>bwgTMC_4-
3R*S;?rYC+PW&1s!bI5YRPPu=_s~4lF!7>*ZA7N+0%3i?*ysAF-
*Da2TRQFR2n?deUnkPp*_Cqx!`D1Gp`N5+pEfv9Kz|GQ%2MfskC_D8Qi@aJ`rYC~ks&vBqbI6W9n*=?ds~25YvPOT$A7Pn2Kg|~yysE+pHle`<RQIj&Dbk
LKnkTu#WxnoG`D2yp3cNKWEfqhS2R@@I2Mag?Kr+&boF2|QfinSM-
pTr&N;@CvlrdfiY}G`PYcN0HoIZ`9v0SMW2SP75#0JP=yRE_kBu8J_+@c2F0PR#5RQ@%5C^uyHW*5kC;iFf$j0;6G7bxMUDdn)Rf6M`3oE|d7w!|Ol-pK}
Glqy7$lrf_BWWkM~YcRnd`MobUv0PW|MN+~7#0EH?BwYsHBuAkptN}HA0PU>jn&`-
IC^wu4bo50t;iIWX*BY>}7bqWCGQ^x7|DS;~24UXG;TB3eqW6?BylrgN!5?cdb6=c3SM0G|(Z~lvIG)4?KK;9`p(Z3p`XSt+tmgpj%Y#(@oCqj4IFDu*sY
l_XyUdIWA6OSCP){l4C);%6S@`yLh(0%>q!XaVFE%1+`3%v}9e2SP@h0l`@F|k}=-
|k7`lkn6{{n>!P8rcph^w>EWvgbzxz_GKG4n6eZL?fk=;5@EUiO8}S6UDqA=>G(bmQ41_I9TSH==mKpvGM6B5Bdd(a;C;!5HI+>h}-
XlKT+W$aEMV2V4eNg$x1x(ND7Gv(R`{X2qLS?mtH<FVoKqTw9Y&w2l}ah0US~5FM$d>9XG?3+X63rl*U%ej=tPJ_D+Ba=~-
R!(f{Pqo}JFfjF{8XTl$0>E}PqKK8t-
Kl(PIQw>!2a&{@wM?9J*60K#vYZdup%i9XP!DTHKUDgLa$o&TkE_FaM|DS)%&O4kQ;TE>U`kvm&yls>!UI>&ib6;e^Kj3RH(a8C|sS~kWKK(^f$YI0=`XM
A;U)dx_%Y&=|R2Ts5IFFj>WcMgHyUcX-SGeJ$P*2wy;infUj2tK13W-_x$z6y(U^%1{-j**mFE9BFKj$5H76|bsZUpctIE(1u`J?)$d-MMSFR)G-
O)rS6nmT2x62Q6E(JV3Zq@-
=LOmXPpdoo`3@Zwim7fm7B*(8h{rw0m&c)`hCT<l;u(aGMH2lFp4<A^`!57`z75Y}!47#}!`23Yx{0sVXPvgR+acvMX<n^c-
QM=27(&kWHllT4(f7#>V<q6vF4sipAZ-z67K

3 312
>qQhz)6)e!XP;CfA3vxn8#hT6s!;1s@8Ii;cj!bV3IKeb>*caef#q{xZ3vaHO%z2uGDNOdoZ(uIpB@t^li9N^^qLSeF^Kyt!~XmI7duZ$BG>}69v9{BJ&J
_ZU&2Eb7@-%)T<GRwz_$VC`;Rizw+I{6%od|qZ|=QU>!H^1;!`LQbDMlWC)OtxUCueyj8>7mfbvKx_MNu6(lx|tKPjmbHWS3}R!DJ~gwnyz<-
uX5SV{ZI{^b-_7aG1~MES_I4Vq-
~ceL&a=O%P4ppLBha2m&o=lFosTP>`qSKrLDx4RZeTrLSg`1Q>`(2|(z=ovqag3eF&y~vvu#wo^@1A!*+L;|q@K@wnG<xnvn^c#EpsB`wvjlVGV9c=3ArM
!4es7B4=E3qe~>lNcA{^}H2_tLGhMzg)g*0sngcZqumqY$gpcjxiLne3iyW#B3wRd?F*3jU0D7u2E*ju?&l-VMBbo$f-
v>uKg03|c|*W7<=$N$6B%K{ggM4y=;I^f7zJ$qjKi4_S`6<4t{}C?eV$M^K~4`buFVlA-$`EwT{q@7eM)Lto#<L`-
g`c`I+`ki=H{gC=)s?3VMk*!}zfJmp4O#I8#oV;bNIpUCHLe#>0h550O<TcArNdfv4}Yvk>Uc-
AfQ0mL0e{8R%RHr9r!B^%7HqLNS1@(?#HFa~SCf5z6KiPh)~X0Q2JwZ`#ieHd-oMi`a`>7v!Eu@0ENjGx*vA6Bg$QBpD_>btW}gSEZ=O3_}V!2m8ygYiW<
4(!Qqes3$&_tVV*&|pdQYp^{R51mr+CPvcPp2lk%l-}-XC~YFtYVh|j0nT0DlbqSf=)`@F_5juWS-yWmw<vV8#}Wb+Ki`ChcjIHl8TcZS`<avUi0fCj{2h
dgKq$}d!m3aq(5+)5xB}&%h#|;M+_crB|J5bxej~8Sd}&%BX4JCxRRQ#efSgQ1KnEQyZW0|4e|<#(XDjN=dM5grcRox)W2$}|BcBT<K{-
s&IRPh`>&$w`kJ$Pv&cqs@j&~jm#2<6vD_fo-DJ<2wH?Ic8(Bv3PbHJSa#nOzL3U%TO-0Q>9=HlMVRc@N*Z2$*=xBx-|fTlqmNEA#|-
3C+}YG`*v`2p6x#ZLcB`l@-xD?pDauTaaTM(vL$3Z>%p4kiPyn=TElsj@`dP3U-
w?=6D#syJuhmz%sTLEU2HoKC%37m0TasoV<VUI@4sIiW;SEk5t&+a}><fEc`2+AXHCj+m_U$Mmd8;V^-
vw@Yvcq{y5Uk!(gGJ7h{id;IS!qd)~odJWD|;L|*&jpD<#*2r4mA!YI{9AfG~ye&Z$b^cJqLcT0q+B@Qo_x;KKD5FpC?6_ObVfkYla)ka72Ov1d{E?dabI
*;XX|!<*<#2-5$@BQtDYV7RIT_kj&`&nZKT<a6D<RH}J>?K5+(29Y)hsWY5$<N!{fIU2>yXFOs4YJJWBlY8V-
S;rvqG~5T%Ur??CcU*`4CQ6tEuJ1jMr+xR#lb8yTRovXT^s2te6%r@;OIof#t~DOc$|UtG~6&r2+$-MMnxG-Q8Ep)|IRvwKx-
Jtj}u>Um9=97W8S4kZGv5R05Cx6}9%pAXW$VY3(c(jZm7Pz&4xQ?o}4M4F6e~{xDC)KX<wh1SMP-sMKYzF|>Bjy<R-
`Hqu#0a8gXFAo>K+F*>gtOd&C8{Q|esj$`M%F|s(N{@$1$Jn>u<K1Kj&@;B}z(rLEkx5WTPy|^jKkIrtS$VUYfK4#JMfDziYm(M2N9xgqYVge<2Fe}Okpy
;h$)lz)?&oHv6!Lmsdw)&sI%{e8ZPXeBGof;|CKQPnWlv7|#7=HlqjsD;PEZDB9CdQONv*jBK_yW>=?LZs)VeOD?+%Br5KLTq^NMct-
&eRVF6#smrL|9Pq_E$tCO!9oI({OFtjw41NGA3~}Q=wSLIu|b5`r$ovOXYQo!UK2Gcj+n%b%wm)U?8(PI>Opn+^gjxwOPyg$Nuq`{=A(ayI-9p5+oZ#-
sFeNNg_aON6LO{*x3&jPQUj^Rm6`u%2Q#<UM!fs#TaeHqZ3qZW6L;ceF(QP5j#fr%#K0+fp^F)*#D#bVg&J_djL(T1mwE>0;`IoIz03k^2KDL@Kfi+rOQj
m%{CHiryCO9w<(IQtjC8%2tEBsO+qa;U3DoFrqC+@a|tj&aBQIKB_>YkWXTqlgC1p!VjGks+vaNjwr|eHWB~?4sPf2@NTtm8_`o7SMlVaFha4!oNkhv`fw
-{cTmbIGj-Ix~dY(2$?hP>3&ZLVXeg;{slw*_j(+VL^Co!eh&ZscEgrK)XuGnkfTR6EB<W)Vki&PU}umP(9m@mPuA~`ofzUUe7MSK|yyeSnjhiQ@@%4M$d
B24=R!~RBi%>lbB%Su7Z5B!^^9~AyvbE;|s17CtiRU>-fit0K&SiC4#QY@kU#&6IozEIJpK-
0+f0_x23P}1ad72^Ioz)>eie6y6!rvx*m@l@i&O&D`VZ5JnG_eMzM#T(trm~R8?1&P@ZO%aJGGoLl|^D!(!ja=>}ZNu}+M?M_$=5DX~go}6(U^0>YyeOwD
pYSViHXd7iqW$0h=1(oo{;3o7%<>%P_L^Ert_{9F6P#HtQec83W5Po%1IO%Xr{Q+sy;=_RJ3dT6n&z=v#XYvf<}!I}b@~S{i_kqR*!bp=Stx)KNRLw~d2n
&poF_WzGxGWBu+%n+qRBTW_mVUKH`A`L5jagoCuctL7{6lMGv<+FL*33p(lEZ>WV*Il(T<?kEZ8CK#IKUbysnt<Q$U$a+fU2>B0Yx@F0n*THIa1K>DxLZ$
Pbk{A;H+8_24Ib+X09E=3NB&phqRo;Q!O({TdjCe(uaZ5G)Lv$wV|v8xTabP@GOfp(}d><yDs-
$fhIt=DuP@6!}+GAp6mF_v9eiY{4E8UQVk`AsZnh_&8IRaCTb|bn#Ftjs5uMh;DK_qP=wqdr^zGHU0FYYNwCzyJ5j2-
AG>W<GL(N3hg$wuR1;Xp7^nji>{}qQ!2Lex6-1iwMS&uTot!r2gTeq{4MS)83!hjMzDUVr~|XjH}g_De{IPe(W-
)9mj6`(WL9(~$?6eQ{0#r*qdX;TP}6rW_aVq=ei?CNfhC_pbcjU_2;EZ}U_InRRY&>B9HuWHm&}N}cf|2#1THHJqQDdK){)iuvIn;-
a2w%tMq!3UD(>&qcL}rT*@ev<*T9JB5A#H9*C!UPj7-tc

3 360
qCb&ewC#4vkGSg;=ohG(5#i8~`34xt0;Uoqf4<~1<}Kf_nW>NHZ_o>4c`aNo2KxgDATpbZzxrbmdx72jl*S%la0XAp?d_tRlp>x+S!WXc1p;nMapGu>H0^
dTA8cV5$Is=}_MgE`J_a`5-*=lP$QAqeZ=j+-iZ!(D73+_<SY_xJFmDmz=r;KV?%M*U9L#^dAy4KlaTl4X^_*|eq|kXS{r3j@WpyAjo$bH+BLjPZ;-
8epu|04GUSsX;V!4ze?gCk7lC%W^m~nC9iqJIepXVQJ8!E@oKeG0p${;=lW!c|%1qa9#QPgVQgmb6?`#&?2bq#V52VXD==+F^I#UZQv*y~1yibwxlPbLT-
*|(#&Q|rLB9w5J^CnH2nLpt9vWk-FsM+hsC`7TS<AO@>CuaKb@5vSN$d<$+6J~<^z7pmh3>gw(+YH!gdYZjN4A_SkjVyQbC+(!sEUchglOcIJUaYq&F80c
7K?;bF32l?nW{#owZfk7P18qy(8XI60+kuUX}htj0b`UL&=;LT-qK?R-
dg?=LgY&qhekomDa6B1ryY~5nHr<m>n`~8x%j~$qC%o2*w;gg@|IWQY43Sd97!uiS|A&6z!IO+ulmLXBpSpI}_&20NWj_-
91(Dnyk@3`pDRRqN$x_Q{^0iudW_~1__T}autKuS~VL0TRlys{@FA<jcOgGpsa)ow=!wJP~8RmC6%U+J%qD5epolJ9&A+q6D89rqWi64UDHFWG8uX=-
a0VM8JW#pPnD_{iKxSpIyBYTi-Qj_-@|Gn4y2@3<H*FbM}=x_KxRtNX<v_~5bG|6PhlKuWC?qqo_&yt3Kczoi}^gGrmX-
!VfvwJHbEE0ISCU+GbAt2!VClJA7{*jW*$9rx)~B}+azFWHum?kwu+VME^gmz8T4_{b!<I~roC4D1HN$DZOdb_e5EquS<F=f41EA1K%FIXFb%sa4iRk%}V
m88B)1xpz|KH0R_R+~ht|xvC*3{>r|)AUCE=B{8=Smda&l^9!^ny-dNPmhl#;fAS-wQRH$av}mTs_o%VD&%jCppGl}3p!F<dz}_jpU84QZkzZcGcFIf=>l
ATEsG1n)(2(yQ7|93u5+wdv<THUm->@3ekLYJs3uBQlTrY>x0|@#An~LDgV-i6H-TZ}q9$;)aPr{J-
qMQ>Fo<?ll68)!`ZcF?9XpWB^b}!5lVHn|)<<&Vb!A%NaHs8Yen<gQM`}jEOuPc@ze2iHB1;EX0i}H@|`JmAD7%%U*JKj|UC=|MRcDMnevDx_GCrDjLtrS
2?;@?49+1$Lcy~QEUo4A8Xx%bs>2hp`E;Q3X>QEy-A?^r0Ng!Gc{!p7UQ=~W%~78MfHmXI&mmFa0}-uq!go>s-
>B)Is<gmYN_uPbWabq$X11;8_t=+N)D`JgZf*z3A^JKn4NPbT=_cDVmtQ|mxVCrG2WCnLPF;@`ieWk-
Way~W=#`7X68x%VrPuaIBq;Q6aMd<&BA?^xJb7pfii!p0>_YHu&u78UL+A_QSWmFbt2+(-Dxo>n^=`aKNn9?Zv{9jJB(8mpt)0Gj8&DG(nhydOC@D!Qpv-
VTw9mj@Xzt{S;_9OX3U!mZro-`BaSLPY+`TC*TGN%18yo0pc#OxN=ZKV7{{>Q<KV-CKY1j@eP<S~#?5Peu2rw*1e)SmU2b)SIC7*FeDD12A2p9?Usm2Eq*
N8mnC;<5zYEDG=e;0A}aED!NyyMBq6%mj~z1BJq)m9OcXyQsudK-`7V~K2qG|TC?EDzPtX)o0n=ew+<ySKV3t!v?%in-
CKbT7O9r;S~yIXawbvaw)`<avAXxD)SF-ms2rb312CgqDZjwpIbq^64D9+nT_xsJb_X4(;n&yi=f41&SE|-
UIXJu@=g(>Qk&509%oyYvxp%G_M^zyx+~mTo;K-&-
{>nl`YBgnOB{50yL$kr6^9xMZfej<1mhtLVOqZs|QRI%<F+WNJ_oz=rU<xc`pGjEbqh0;az~0wDYTmCar~!P8Gm{0tauAF1FbVmf5l0v=tNT0NMusR9|6O
*t2p_T8qqiqWz_qOuzop{eL`~V;-!Z+#eYTspE0MYPOVtO_t2*HMp%zhZ*jevbZV-
g@B}>A_;|S?h?kpA+(I%FVmz9<2pS<4tI~tx=2sb3Sr~!m?mLabzau9V5&1?n05l86I(DwPDMuynyRRlZU2p>--
0it%ez_nBBT}UTLL`^3nL0aP9eYRysA<n(UOV#-<)o!`>p%$-@RmI@>ZV-
G6D5mdN;|Le3+qA;Q(I#qd64MqHpS&UjX=;_}2shkE#pRw>^b`6$Ibj~miufI<T_qZ;89)G<;nyh;$H%-
MSE?$yZ*|@d=g*f1M~JQ(%orTyBpbr5M^)d~0yRQJ;K*9D+s;YxYBige4fIUcL$g0!Y7XjFfeqbTuN#ipOqW_X30F@=F+aBaVYXP~U<%ZmKq1#aqg?|q$D
SU{^b-ccquLs)iumJKA1Emh89)GLsZ}bv$HzqA88DXzZ*?N^H0K=UM~G78xvJmSBpW_bAU9gG0yVz7mdcx#+s?NRy-Yt{4fM1qfAZa1Y7Q2uv}js5uN!hE
&%n0)30JYYp!L+7VYa9oU7`apKp`o=2Ez0c;xjp6<5!CK=2TrJ0A?9L*YDxiMBvBA)<svUBJpo^Y53>QQsqa8<QmKvK2jtbAt*;xzPkc7rcB_-
w+`FRWoT+Ov?vYq!J<R67O83uBcy>1awe}ErpHW|vAPLYN&_)Js2pLoEM#B`DZfA={m-LaiZx6Ukzb-
eSY;UK>lBZ;=r#xW(2x<~9L#}15+nkqaTjM+->~K_q|k@b3uAB4Wp&`q0|*BDBLjtgV-mmmu|1Ia9$=KlV!3SHqMYsRlC=B%68%|ciqOmwXpV8>8!9<4VH
h85${@n|!A<s`1qV3ln<n3POcHj=qCan-80e^)kGK`<2l*Ju5#cazfkEUm0;cZUXI78s<}D#lhtgaxZ_xFe;LV$g2K)W@g?`=qzxti+koix-
l*ZzpY~7wl?d@J;`~7Z9S!eD7%o27lapIV9IWXnbA8eoJ!udAe_MbnpIO_ZO-
*;u%e2l08QPh?pi}G?1`#;TW7%ve=2Vc<kC=^D9#UWJ$vDpY8ibnyWtrWnu*|%Lt+1x};9w0$lo49?pLpmYO2hmH_M+nt!QE#CZAO=;%g!FC@5vM4o=~d$
hJ~`X8mXOgV>gp2H-us`tYZhs0B)AASVyVUD;xosd`aSd$=2WBF9jJ=<*Y6)F0Gb&<)<vmRydTHMY4{m1-
VSed<Qg>Rt{O*(At<@3!mT75rc59=LPP>JWoVYlN%7mx!J@rPOxF$cBcy-w>Q-tFrpL5sj@hppN(0ZpPeln=EM%bdSmR-
~{m)&Z*FZoawC##DUcixG=oeUJaYySE`3C4V?;g;Qf4&^d{#g<vnW=FX8q(jec`c;SkuM8lATnij`UC?Adx0YZK?P$Ha0anGY&jlalp<oe6B44F1p<<^r<
fA`H0_Gej~!@^$Ilxo;gew)J_gDl3Shxa$Q1<#A&8qMcFMHvZ=hblsG8^(73*<F7|HntFmLZ3<THQ1?%V!ZkLa1HAx|38TrYVo^_-C}n~ESZ{rCC=-
TZrjo$WydPr`5p;-73eo<@`+USksyZc7CM?gFQnb}uyTm~oFC<<-Z}pXcF|Hs3x5Ke7s7`}oKeW!WK!

4 12
Lkhq#r{s5SLEpXgK+ahkiITq{BdJizb4V8&?)tOeh|1E$|2ghTygZdHU(NN`v9Czgw^WoqG|fTcS`F}&<=-
Lx8^fUroGP$H_AOFZQEz|WXzi@`G%{yDT=o!JUm7LFZ=p5~1iJY7w$B9pKt{R1sm``W

4 20
E!i)lrv3Op=F(B%#ipIh{=4f2OIi%)@gjLPhs74@as>ill~CCV`b42Ba32*Mo>`PWiMT?>(<!wt+n6~E=(q(A+3fztd}&G*@&?K#PaR;QrAnCYx*hxn1ut
lzeCf|ZQ=dHHe?WEF=IT(~=OxP+RUxyI*Z^=Va?*Bg$_{(-DGD$isG&$tbmM&~!sc6?xW-N$aO>)$-
vhX=v_gGk_USeNLfdd*q3Y=Hf3b}D+{47?CHj>n{bq6?7$wSO_0EUg

4 24
qf%HvHN%f1vFd`RNcIWHPrn8qmZ-A{)HPT;%+P?evFvZkr%aD0tjoI$zX-Ur2dMcOLRk|#<qyNavd55AM!IGWf8dX7S_H8iNdQPaq#lgMF;f}{F}UdOsr$
+oe%mp39s}YIadTWEjwpB?V@wp*P_l3<M;|7vn(~9H#2rVtr%?(quGc~rauba7&X{A#sL)oqam2exHP8zS_9LhNdK9#H_4V=1#hDb@QUOlXJSH;jN2IF>+
D%ygy;b}AH#;RtQUgi<`rsoj!i<Mj0<>P*R2}l-v?f6lWKN}|BK!FPRGthUBr^Ir

4 32
wmP9)&gWDBnZm~cdKMW%|3bY}9@cYQF*2Yv$>pmc$y#36kq}QvsCVH0fC(NE|0oRHyecO|k-
I{{d{$EXZzN#81IJc9*`S!^*39A$zc2qNz4NPX0{gkbB`AtB)5)kwSI<Gp2n!#VKmrOSttXr78I&L;hN!wJh~vOA2t55VWl;xByyYVoZ8B>B>|BU5fXz4G
%c%RaD+jsMY9QFpEM9BRKPocF7-EpwG18m&WEW89ZuLm#Zg|GvlqRR1?=v{oPPBfk9RMu~%{!YVo1<tY^gxCjAH~<%^Zuk~H|5-
jKKN?%6!iJjrOapbE~0JEw=oU=f1_S94)0C5!3Ad660w6vqB_L6X6Zd<(-pM*AW*{2P2#L7cDjB1)da@F39^B%I!5XU50`rF@B@$P!3;tM3Lk}r

4 48
(8wkDn{ZbLx9ASm8=f!KwaFe3l)_Z9%GPHi$iq~#hf{SCOeCc%cqBo{L;*lStXHx!ZkmxBzTYn?=t8`_C$lKpQu!yXqWilK0AK0w>e<Jl6F9#!eH0*yCe;
lUy76TKoAHK3<5_LnY%TTh9Sx>Y-AeI1wCrawXP*QIx<JSCQ=V}v2Hyt5>J)$2w#l*Bc4K@{4?pTQug!Sua7g|$A_F2N6RfyvD*rnT+VjCei3mY4?g-
)tD0Rp#5uG;fm^;bnTvfd?e!wTr00J>l7X4Z*W>_!*n+d@UWQiyO_R<!<!sl}1Ww^+-`1>GK_(||HhTfXA73$IKE-6e}o&>GfhB}!<KCWk+(-
xk!?FRYmHPe^pNj`;~(EXtZM*OeL8)T}(P4kJuYM(tU2O?4W<8aOEYR)+uBk?N*VysA^91WoRKqg(_e`=L7&BZPp*80sI!j%X|D_*((04RJNBkmhx9?O_8
6W_vCn*X%8G&-IWAvdV&C~pG$au;nZIO{L`(Ud^W3Lf~_^4p~K`H#b}IUO(gB)-
8#IpWXQqeEBZ*<AInoJIX18P0auEFm!%sSf>@i98u=iq)(gTl7BCW(X$?4MPsuKAZXmBSuTxCdvD&

4 64
!yey^Zzu-oWdz{fT&wcQ3%F1F0!pCy7*gTC(*qg(T?Ak~xK|6hI@ZZ5a5e||2%Y{pLi2-
W;xBdw8~kQ2$~p9?Z#f~lLga17st_tw_6{Ry9QLLXyt~iSh0Cp(KNeKwV7Njxkfo&xA`9%Smk;15u<X%P6%|%7g+lWX#9fN;^Ob_!$1l$$@${zMv1&HwhB
rm)gwnbsS~GoPq&hCHsmXxg0x&JkClcLUTR)B-v_!AEQXYsh(8W^aR6x1ZCgD<D@Z_zSA@m6j=esG%zTCP46}u>^;Z1TM2lW$B9?K@%Av}uf-ehXy&=~Y&
Cd{)b<{?8nLc)o&2mn*Znl=&0`V?@*`>#PXSL_4TdX<~^{kSTpDjcll;4H0V^eDCjf-I{t<^S?He{do0C-
X4+FZXkiztX)d*3PmJ7~c1id>KFTm&=we5|(ZU8PL--r~G3_u1=aAOH^(-
Ye$p;HLUgDt@pTDvJRg7zR=HS@$tULT@0fn5unK|S;JOKzgsFJo8R#LjrYz2eW_7a>Llw<Le1pU(?`)2PZ6f_X7LUdu!MaXkW%x%#JYzB^XqG^3qnCf5dI
5IbRJOhQ^H$HHxMBDD;6|)5*`IjlhEKQ>HWS>LGX148l@n^;=hxh-Pb=cs1s+*?h8LBIVf|UNW}iDRTXhT2EMKEKZ~#F3*83b^86{|^K_>kA@nR9kyO$cW
~7h;#tsv&aSw^rof{~u5qlQn8~elV3HQ}ZsU>^c4%WZ2&HowIj@X}Mfyx;~dKzd#9s`@MKK3WuR`z7Rpk`?%4fr|G<rqk9c9OF=YZLSvy!@}e>`*Z2p2{B
4

4 96
T-}ns9331sl&juDP70FR8oN+R`Vk&yIy{mdY8?hsQm<;`UK6&}q##uXDtJEbkQStxBkF%T?+nk<BJx-
#RRrYC4{kvmjEF7@9~m4Ni9iWITq>DG>en=9%n)<c#wVlFFz|=fGj4kl5Y=83%ChRY%Fay87}5eRgksX_In%!pG?`!?Z|OF`VpZx>YwXk?mKlS$eYPA0@y
&q8&G-
}IAP!5F3_e@mMn*(ToX;RHSOetR(%Ug*vpO87#Wp1R*1#+#Gup5};{E^m&6mrPpD9D@XB8&ZJK9r~tJKF9rQJ>LxGN2`%Ct!|5b?Vk>_OW(M5uhcA|bBcg
INzKI>b+*b2x1lYz&V%LLY?n`xJ0%v;=TV!o3|Yy+8g@%I9PA0>P@eAq;6AxwxQYzV)!t?%4pLEIq6Q21Zk<KldKQauMn^=_6zzX7~-4-
L7XfQ8|S?wg4?k!~B~h44-
TZa0cDSHwOljdE8PPBEd}IdG|_Z#VB1nQ<o9(5d;$miXs{f52J~&Q3b6RNMxH!q6Cu%#c~Ge0pBwx#ib(M$SIb*9~;@kqimKJ9`gq6&b|TqaA)KLFC{v;M
&-cP_0h6YgH#e7qd?*--
!F<9$p|F6uAI8!{WTKgvs35K^~G}J^X+prN#cH#W+Q!Xvibl3P|T52dgbo}aa^Vg`w@RJ5fJcW06H~VRp(5vd)|Bhf!ERaK*;#Wf}@hzSWXkn7QD>aTmI%
9Oh~{Ncw){fI!mxf2hBI&Wa4!8T#5ePH1OW1|Igd{o=(j5ZR+M?)AuAyeDCZD)4M@C{aLX3Ix8+J%f9I5VW)UDGvO~c%huypWa7U?fvXrBWXm$~<o@PUq@
aTOSto<cge&+s?^Cjq=+;EanfHGEq^R5(iWJ+t+Q)SmGS~R#^#t;ZmEMV!KK|#)rynv6L&MzL_hHP}Wxhl0aMInKVf!V{JndyNuT_aWGY9s_ZnLVjy(_DZ
1OdYi?+_9<f7-kMZ0$5A#d09X->R<QXCan8ojx((dL|n`p0YmyT|ImWYmr0|wR6)J7bw#3#pV_v!sSq!Z6I97>DPA0K`pcJYhcVCO{-
X{CK6#7h8A=sB;;X3PoQ3~sV_OLr2;V?Pd_$85Gz^JQa^2S?BkmJ7z52Q_UPUVXcJ3$4Cl2|;KYPUv=tNrDfX=QoS6g#jZ2xvWmGl`eHB(o)JV4etg+rRb
uau;twpWnIKVymV99{)eZ}-G5vfiKo2?^N8q^ID

5 16
nO&6-su-yZFYOw!>qW2)UguH{NM!dEC;qiz@AIs_ULH@`>H|H+b_M>O006wkA}tiuOq9U{U+c;2iQn<vh~!3Z1t84=nFSUdlI%OlvXXTTSdoYb^dCpg0Qu
b(k>lF@CrL;Rj7^ik`NXaYgyZZIjn(j+%1V*<#0D)n9@A+_5c3YDckqJhEg;8E`Qn>c1vOScvgO?dB<Uov$46ZqF~$7yS0+dfSy?c{AQPE0I^ZxjR<lD2t
p#*X

5 40
a|jj=E5<19SNWch^{ip%6B{htyi1oM<uF88?CO38rU(K{A{32B*YTM|LN_YP&l&h8y;Mu!K~1FwZ}=tmvKw5%j-
}?sIOX(C+1TC8kw~KZArTP&+5~4l#9X#J%q1fq9KX-6$jKHI$gDN>QOBLOjq&H`8ycqZNd)JR+9EI1xY&v@gDhmD-|RdlO};Q9-
ZF&SuNUL5i`b>2?9lEb0~vZOg5E&XtHO^ObfTT~57FtQ?*~f$j{5GiO#Zgk64dtlI%js$0W9)jG8mKD_UkLr(c~!@z#A<@vBbTxw-
^xSx6RhWX*|$K1aTG!)bL0A+BmlNquGw*@>gR(+9^-
!?wt?>Y22MRJs~OFLrVtKuI)c0qw2X)2<zVtYVI6x8{#P}#S?_M#y~qJxVKUOhB=h%>_bET?*&h$ZaAx}=Dg0~81;JSjF=zpxG#JIc**7o;2rA+?vS-
C@EfNQ4)o~qmr+9q3je5JY*Voqp4cBK0lOjM*f6Zb3G`oFa}{9Q@l)>ml075FAKR!L$0#wPYcfvoK{YrLYumh7z`O(#YSNSOqrvc4XfEy|&J&v)N4p*sTG
d4PuJNH?AObNdv=r(EGnEE4A@5_hvjAqk(#fVe
""".strip().split("\n\n")
)
"""The stored sets, one a row; `decoded` reads them."""
