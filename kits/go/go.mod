module tagging-gateway.io/tagginggateway

go 1.19
