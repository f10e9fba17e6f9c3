"""Makes a user with an access key, a bucket and a table in a moto that was just started, turns its checks on, and
prints what a client needs as JSON.

    seed.py URL FOLDER

Needs boto3, which comes with moto.
"""

import json
import os
import sys
import urllib.request

import boto3
import botocore.exceptions

os.environ["NO_PROXY"] = "127.0.0.1"
url, folder = sys.argv[1:]
REGION = "eu-central-1"
BUCKET = "errand-test"
TABLE = "orders"


def service(name, key="any", secret="any", token=None):
    return boto3.client(
        name, endpoint_url=url, region_name=REGION, aws_access_key_id=key, aws_secret_access_key=secret,
        aws_session_token=token)


iam = service("iam")
iam.create_user(UserName="alice")
iam.put_user_policy(
    UserName="alice", PolicyName="tests",
    PolicyDocument=json.dumps({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow", "Resource": "*",
            "Action": ["dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:Scan", "s3:*", "sts:*"],
        }],
    }))
key = iam.create_access_key(UserName="alice")["AccessKey"]
role = iam.create_role(
    RoleName="reader",
    AssumeRolePolicyDocument=json.dumps({
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}],
    }))["Role"]
iam.put_role_policy(
    RoleName="reader", PolicyName="tests",
    PolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "*", "Action": ["dynamodb:*", "s3:*"]}],
    }))
# Keys that end, and go with a session token.
session = service("sts").assume_role(RoleArn=role["Arn"], RoleSessionName="tests")["Credentials"]
service("s3").create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
service("dynamodb").create_table(
    TableName=TABLE, BillingMode="PAY_PER_REQUEST",
    AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}])

# From now on each request must be signed with a key that there is.
urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
    urllib.request.Request(url + "/moto-api/reset-auth", b"0", {"Content-Type": "text/plain"}), timeout=30).read()
assert service("sts", key["AccessKeyId"], key["SecretAccessKey"]).get_caller_identity()["Arn"].endswith("/alice")
try:
    service("sts", key["AccessKeyId"], "wrong").get_caller_identity()
except botocore.exceptions.ClientError as error:
    assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 403
else:
    sys.exit("seed: moto does not check signatures")

json.dump(
    {
        "folder": folder, "url": url, "region": REGION, "bucket": BUCKET, "table": TABLE,
        "user": {"access_key": key["AccessKeyId"], "secret_key": key["SecretAccessKey"]},
        "session": {
            "access_key": session["AccessKeyId"], "secret_key": session["SecretAccessKey"],
            "session_token": session["SessionToken"],
        },
    }, sys.stdout, indent=2)
print()
