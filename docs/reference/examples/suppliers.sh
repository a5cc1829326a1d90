ORIGIN="http://127.0.0.1:8080"
ORGANISATION="91990101MA0FERRY0G"

curl --silent --fail-with-body "$ORIGIN/v1/suppliers" --header 'content-type: application/json' \
  --data '[{"code": "'"$ORGANISATION"'"}, {"name": "Nobody Ltd."}]'
