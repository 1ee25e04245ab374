package tagginggateway

// TeaConfig is what the Config of the official clients of the Tea and Darabonba families can do, in any version: this
// module needs none of them.
type TeaConfig[C any] interface {
	SetAccessKeyId(string) C
	SetAccessKeySecret(string) C
	SetRegionId(string) C
	SetEndpoint(string) C
	SetProtocol(string) C
}

// Configure points a client's Config to a gateway, and gives it back.
func Configure[C TeaConfig[C]](gateway *Gateway, config C) C {
	config.SetAccessKeyId(gateway.credentials.AccessKeyId)
	config.SetAccessKeySecret(gateway.credentials.AccessKeySecret)
	config.SetRegionId(gateway.Region())
	config.SetEndpoint(gateway.Endpoint())
	config.SetProtocol("HTTP")
	return config
}

// request is what requests of the older generation, alibaba-cloud-sdk-go, can do.
type request interface {
	SetDomain(string)
	SetScheme(string)
}

// Point points a request of the older generation to the gateway; its client takes the keys of Credentials.
func (g *Gateway) Point(request request) {
	request.SetDomain(g.Endpoint())
	request.SetScheme("http")
}
