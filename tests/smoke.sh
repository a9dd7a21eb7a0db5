#!/usr/bin/env bash
# Smoke test of an installed `prefixproof`, run from a directory that is not the checkout:
#   bash tests/smoke.sh PATH/TO/prefixproof SCRATCH_DIRECTORY
set -euo pipefail
command=$1
cd "$2"
mkdir -p elsewhere && cd elsewhere

expect() { # expect STATUS COMMAND...: the exit status is part of the interface
  local wanted=$1 got=0
  shift
  "$@" >stdout.txt 2>stderr.txt || got=$?
  if [ "$got" != "$wanted" ]; then
    echo "expected exit status $wanted, got $got: $*"
    cat stdout.txt stderr.txt
    exit 1
  fi
}

expect 0 "$command" --help
expect 0 "$command" build "x0*x1 + x2**3" --sphere 2 --eps 1e-6 --out poly --json
python3 -c "import json; d = json.load(open('stdout.txt')); assert d['tokens'] <= 72 and float(d['certified_error']) <= 1e-6, d"
expect 0 "$command" check poly
grep -q '^VALID' stdout.txt
expect 2 "$command" build "x0" --sphere 2 --eps 1e-3 --out poly
expect 0 "$command" build "acos(x2)" --sphere 2 --eps 0.3 --out local
expect 0 "$command" check local --json
expect 0 "$command" run poly --at 0.6,0,0.8
expect 0 "$command" report poly -o poly.html
grep -q 're-proved' poly.html
expect 0 "$command" seq build sort --length 2 --features 1 --eps 0.25 --mode sup --out sort --json
python3 -c "import json; d = json.load(open('stdout.txt')); assert float(d['certified_error']) <= 0.25 and d['mode'] == 'sup', d"
expect 0 "$command" seq check sort
expect 0 "$command" seq run sort --at 0.7,0.3 --json
expect 0 "$command" confuse "x0 + 5*x1" --features 2 --target sort
grep -q 'at least 1/4' stdout.txt
expect 0 "$command" class --sphere 1 --eps 0.1 --json
expect 0 "$command" nodes --json
expect 0 "$command" gallery --json
expect 0 "$command" bounds --sphere 3 --lipschitz 1 --eps 0.1 --json
expect 0 "$command" verify F1 --json
python3 -c "import json; d = json.load(open('stdout.txt')); assert d[0]['label'] == 'F1' and d[0]['status'] == 'proved', d"
expect 0 "$command" show F3
expect 0 "$command" audit F3
expect 2 "$command" audit Z9
expect 2 "$command" build "1/x0" --sphere 2 --eps 0.1
expect 2 "$command" build "__import__('os')" --sphere 2 --eps 0.1
expect 1 "$command" build "x0*x1 + x2**3" --sphere 2 --eps 1e-6 --max-tokens 3
sed -i 's/"certified_error":"[0-9]/"certified_error":"0/; s/"certified_error": "[0-9]/"certified_error": "0/' poly/certificate.json
expect 1 "$command" check poly
grep -q '^INVALID' stdout.txt
expect 2 "$command" check nowhere
echo "smoke test passed"
