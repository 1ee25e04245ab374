package main

import (
	"encoding/json"
	"errors"
	"fmt"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	"github.com/alibabacloud-go/darabonba-openapi/v2/models"
	"github.com/alibabacloud-go/tea/dara"
	"github.com/alibabacloud-go/tea/tea"
)

func sendTea(signatureAlgorithm string) func(call) (answer, error) {
	return func(one call) (answer, error) {
		config := &models.Config{
			AccessKeyId:     dara.String(one.credentials.Id),
			AccessKeySecret: dara.String(one.credentials.Secret),
			RegionId:        dara.String(one.Region),
			Endpoint:        dara.String(one.Host),
		}
		if one.credentials.Token != "" {
			config.SecurityToken = dara.String(one.credentials.Token)
		}
		if signatureAlgorithm != "" {
			config.SignatureAlgorithm = dara.String(signatureAlgorithm)
		}
		switch one.route {
		case "direct":
			// doc: go-endpoint
			config.Endpoint = dara.String(gatewayHttp()) // 127.0.0.1:8080
			config.Protocol = dara.String("HTTP")
			// end
		case "tls":
			config.Endpoint = dara.String(tlsEndpoint(one))
		case "proxy":
			config.Protocol = dara.String("HTTP")
		}
		client, err := openapi.NewClient(config)
		if err != nil {
			return answer{}, err
		}
		params := &models.Params{
			Action:      dara.String(one.action),
			Version:     dara.String(one.Version),
			Protocol:    dara.String("HTTPS"),
			Pathname:    dara.String("/"),
			Method:      dara.String("POST"),
			AuthType:    dara.String("AK"),
			Style:       dara.String("RPC"),
			ReqBodyType: dara.String("formData"),
			BodyType:    dara.String("json"),
		}
		query := map[string]*string{}
		for name, value := range wire(one) {
			query[name] = dara.String(value)
		}
		result, err := client.CallApi(params, &models.OpenApiRequest{Query: query}, &dara.RuntimeOptions{})
		if err != nil {
			return answer{}, err
		}
		body, err := json.Marshal(result["body"])
		if err != nil {
			return answer{}, err
		}
		return untyped(one, body)
	}
}

func describeTea(err error) failure {
	var known *tea.SDKError
	if !errors.As(err, &known) {
		return failure{Type: fmt.Sprintf("%T", err), Message: err.Error()}
	}
	var data struct{ RequestId string }
	_ = json.Unmarshal([]byte(dara.StringValue(known.Data)), &data)
	return failure{
		Type:      fmt.Sprintf("%T", err),
		Code:      dara.StringValue(known.Code),
		Message:   dara.StringValue(known.Message),
		RequestId: data.RequestId,
		Status:    dara.IntValue(known.StatusCode),
	}
}
