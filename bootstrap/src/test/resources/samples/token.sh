curl -X GET {{BASE_URL}}/portfolio \
-H "Authorization: Bearer YOUR_JWT_TOKEN" \
-H "Content-Type: application/json"
