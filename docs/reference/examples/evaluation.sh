ORIGIN="http://127.0.0.1:8080"
ORGANISATION="91990101MA0FERRY0G"
ACT="cn:bid-government-procurement"

curl --silent --fail-with-body "$ORIGIN/access/v1/evaluation" \
  --header 'content-type: application/json' \
  --data '{"subject": {"type": "organisation", "id": "'"$ORGANISATION"'"}, "action": {"name": "'"$ACT"'"}, "context": {"explain": true}}'
