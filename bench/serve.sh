#!/bin/sh
# From the save of one article to the reload of a browser that shows it: for
# `profilegen serve --watch` and for `hugo server`, with the same articles, in
# the same run, at 1,000 and 10,000 articles.
#
#	bench/serve.sh HUGO [RUNS]
set -eu
cd "$(dirname "$0")/.."
HUGO=${1:?"usage: bench/serve.sh HUGO [RUNS]"} \
	exec go test -run '^$' -bench 'HugoServer|SaveToReload' -benchtime "${2:-20}x" ./cmd/profilegen
