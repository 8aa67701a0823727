#!/bin/sh
# The same letters by groff and by publipost, side by side, as ratios; then Ghostscript on both files.
#
#   Sources/LettersBenchmark/groff.sh [LETTERS [pictures]]        (10000)
#
# With `pictures`, each letter carries a logo and a signature, drawn by Ghostscript: groff's file as EPS, ours as PNG.
#
# Needs: groff, ghostscript, hyphen-fr, fonts-sil-gentiumplus and a release build of LettersBenchmark.
set -eu
count=${1:-10000}
bench=${LETTERS_BENCHMARK:-.build/release/LettersBenchmark}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$bench" "$count" --text > "$work/fields"
pictures=""
picture_lines=""
logo_line=""
if [ "${2:-}" = pictures ]; then
  draw() { # name, width, height in pixels, width in points, PostScript
    gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=pgmraw -g"$2x$3" -r72 -dGraphicsAlphaBits=4 -sOutputFile="$work/$1.pgm" -c "$5 showpage"
    gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=pnggray -g"$2x$3" -r72 -dGraphicsAlphaBits=4 -sOutputFile="$work/$1.png" -c "$5 showpage"
    high=$((${4} * ${3} / ${2}))
    { printf '%%!PS-Adobe-3.0 EPSF-3.0\n%%%%BoundingBox: 0 0 %s %s\n%%%%EndComments\n' "$4" "$high"
      printf 'gsave %s %s scale /line %s string def\n%s %s 8 [%s 0 0 -%s 0 %s] {currentfile line readhexstring pop} image\n' \
        "$4" "$high" "$2" "$2" "$3" "$2" "$3" "$3"
      tail -c $(($2 * $3)) "$work/$1.pgm" | od -An -v -tx1 | tr -d ' '
      printf 'grestore\n%%%%EOF\n'; } > "$work/$1.eps"
  }
  draw logo 240 160 85 '0 1 239 {dup 240 div setgray 0 1 160 rectfill} for 0 setgray 120 80 60 0 360 arc fill 1 setgray 120 80 40 0 360 arc fill'
  draw signature 360 120 128 '0 setgray 4 setlinewidth 20 40 moveto 90 140 140 -40 200 70 curveto 240 120 280 20 340 60 curveto stroke'
  pictures="--pictures $work"
  logo_line=".PSPIC -L $work/logo.eps 3c"
  picture_lines=".PSPIC -L $work/signature.eps 4.5c"
fi

awk -F '\t' '
function para() { print ".sp .5" }
BEGIN { print ".pl 29.7c\n.po 3c\n.ll 15c\n.ps 11\n.vs 14.3\n.nr HY 1\n.hla fr\n.hy 1\n.ad b" }
{
  print ".nf\n.sp 1.2c" (LOGO != "" ? "\n" LOGO : "") "\n\\fBCamping des Pins\\fP\n1 chemin de la Pinède, 35400 Saint-Malo\n02 61 91 00 00"
  print ".sp |5.5c\n.in 8c\n" $2 " " $3 " " $4 "\n" $5 "\n" $6 " " $7 "\n.sp |9.4c\nSaint-Malo, le 24 novembre 2026\n.in 0"
  print ".sp |9.4c\nNotre référence : " $1 "\n.sp |10.7c\n\\fBObjet : Votre demande de documentation\\fP\n.fi"
  para(); print $2 " " $4 ","
  para()
  print "Vous nous avez écrit le " $8 " pour recevoir notre documentation, et nous vous en remercions vivement, " $2 " " $4 ". Vous la trouverez jointe à cette lettre : le plan du camping, la description des emplacements et des hébergements, nos tarifs de la saison et quelques idées de promenades au départ de nos sentiers."
  para()
  print "Notre camping s’étend sur quatre hectares de pinède, à deux cents mètres de la plage, et n’accueille pas plus de cent vingt familles à la fois. Les emplacements sont ombragés, séparés par des haies et raccordés à l’eau comme à l’électricité ; les sanitaires ont été entièrement refaits l’hiver dernier. Une épicerie, un dépôt de pain et une laverie vous évitent de reprendre la voiture pendant votre séjour."
  para()
  print "Pour un séjour de " $9 " nuits depuis " $7 ", nous vous conseillons de réserver avant la fin du mois de mars, car les semaines d’été se remplissent rapidement. Un acompte de trente pour cent suffit à retenir votre emplacement ; le solde n’est dû qu’à votre arrivée, et l’annulation reste gratuite jusqu’à trente jours avant celle-ci."
  if ($10 == 1) print "Vos animaux sont les bienvenus, tenus en laisse et vaccinés contre la rage."
  print "Notre équipe se tient à votre disposition pour préparer ces vacances avec vous."
  para()
  print "Dans l’attente du plaisir de vous accueillir parmi nous, nous restons joignables tous les jours de neuf heures à dix-huit heures, et nous vous prions d’agréer, " $2 " " $4 ", l’expression de nos salutations les meilleures."
  para(); print "La direction"
  if (PICTURE != "") print PICTURE
  print ".bp"
}' PICTURE="$picture_lines" LOGO="$logo_line" "$work/fields" > "$work/letters.roff"

cpu() { # name, command...: prints the seconds of CPU time
  name=$1; shift
  ( TIMEFORMAT='%U %S'; export TIMEFORMAT; bash -c 'time "$@" > /dev/null 2>&1' _ "$@" ) 2> "$work/time" || true
  awk '{ printf "%.3f", $1 + $2 }' "$work/time"
}

groff=$(cpu groff sh -c "groff -k -Tps -dpaper=a4 -P-pa4 -mfr '$work/letters.roff' > '$work/groff.ps'")
ours=$(cpu ours "$bench" "$count" "$work/ours.ps" $pictures)
device() { echo "-q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=$1 -r300 -sOutputFile=/dev/null"; }
groff_bare=$(cpu gs gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=nullpage "$work/groff.ps")
ours_bare=$(cpu gs gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=nullpage "$work/ours.ps")
groff_print=$(cpu gs gs $(device pbmraw) "$work/groff.ps")
ours_print=$(cpu gs gs $(device pbmraw) "$work/ours.ps")

awk -v n="$count" -v g="$groff" -v o="$ours" -v gb="$groff_bare" -v ob="$ours_bare" -v gp="$groff_print" -v op="$ours_print" \
  -v gs="$(wc -c < "$work/groff.ps")" -v os="$(wc -c < "$work/ours.ps")" 'BEGIN {
  printf "%-34s %12s %12s %8s\n", n " letters", "groff", "publipost", "ratio"
  printf "%-34s %12.2f %12.2f %8.1f\n", "CPU seconds, start-up included", g, o, g / o
  printf "%-34s %12d %12d %8.1f\n", "letters per CPU second", n / g, n / o, g / o
  printf "%-34s %12d %12d %8.2f\n", "bytes per letter", gs / n, os / n, gs / os
  printf "%-34s %12.2f %12.2f %8.1f\n", "Ghostscript, interpreting only", gb, ob, gb / ob
  printf "%-34s %12.2f %12.2f %8.1f\n", "Ghostscript, 300 dpi black", gp, op, gp / op
}'
