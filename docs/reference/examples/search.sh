ORIGIN="http://127.0.0.1:8080"

curl --silent --fail-with-body --get "$ORIGIN/v1/organisations" --data-urlencode 'q=公司' --data-urlencode 'limit=5'
