#!/bin/sh
# Program: mosquitto_sub -F 2.0.11 (Debian 12).
# Guess: the formats look like printf's, so a width is the least that is printed, and a precision the most.
# Instead: a width of the payload (%p, %x) is also the most: what is longer is cut, to half as many bytes in hexadecimal,
# and the precision that would cut in printf is ignored. Of the topic (%t) both mean what they mean in printf.
# Where: write_payload in client/sub_client_output.c lowers the length to the width and never looks at the precision;
# formatted_print_str hands both to printf.
# Bites: whoever lines up columns with "%-20p %t": long messages lose their end and nothing says so.
# Product: the bridge reads "%r %x %t", without a width (src/house/options.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/broker.sh
. "$(dirname "$0")/lib/broker.sh"

broker 'allow_anonymous true'
publish -r -t topic -m 0123456789
subscribe -t topic -C 1 -F '%%4p=%4p
%%12p=%12p
%%.3p=%.3p
%%4x=%4x
%%2t=%2t
%%.3t=%.3t' >>"$SEEN"

as_stated <<'EOF'
%4p=0123
%12p=  0123456789
%.3p=0123456789
%4x=3031
%2t=topic
%.3t=top
EOF
