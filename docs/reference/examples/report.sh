ORIGIN="http://127.0.0.1:8080"
ORGANISATION="91990101MA0FERRY0G"

# The signed file, and what the register finds behind its code.
REPORT="$(curl --silent --fail-with-body "$ORIGIN/v1/organisations/$ORGANISATION/report?purpose=tender")"
CODE="$(printf '%s' "$REPORT" | sed -n 's/.*"code":"\([^"]*\)".*/\1/p')"
curl --silent --fail-with-body --get "$ORIGIN/v1/verify-report" --data-urlencode "code=$CODE"
