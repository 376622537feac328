import jwt
import time
def generate_token(client_id, secret_key):
    now = int(time.time())
    payload = {
    "clientId": client_id,
    "iat": now,
    "exp": now + 900 # 15 minutes expiration
    }
    return jwt.encode(payload, secret_key, algorithm="HS256")
# Usage
token = generate_token("your-client-id", "your-secret-key")
print("JWT Token:", token)
