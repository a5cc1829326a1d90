ORIGIN="http://127.0.0.1:8080"
ORGANISATION="91990101MA0FERRY0G"
TYPE="cn:administrative-penalty"

curl --silent --fail-with-body --get "$ORIGIN/v1/organisations/$ORGANISATION/preflight" --data-urlencode "type=$TYPE"
