package main

import (
	"errors"
	"fmt"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	sdkerrors "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cloudapi"
)

// point sets where a request of the older generation goes.
func point(request requests.AcsRequest, one call) {
	switch one.route {
	case "direct":
		// doc: go-classic-endpoint
		request.SetDomain(gatewayHttp()) // 127.0.0.1:8080
		request.SetScheme("http")
		// end
	case "tls":
		request.SetDomain(tlsEndpoint(one))
		request.SetScheme("https")
	default:
		request.SetDomain(one.Host)
		request.SetScheme(map[string]string{"proxy": "http", "connect": "https"}[one.route])
	}
}

func sendCommon(one call) (answer, error) {
	client := &sdk.Client{}
	who := one.credentials
	err := client.InitWithStsToken(one.Region, who.Id, who.Secret, who.Token)
	if who.Token == "" {
		err = client.InitWithAccessKey(one.Region, who.Id, who.Secret)
	}
	if err != nil {
		return answer{}, err
	}
	request := requests.NewCommonRequest()
	point(request, one)
	request.Method = "POST"
	request.Version = one.Version
	request.ApiName = one.action
	request.QueryParams = wire(one)
	response, err := client.ProcessCommonRequest(request)
	if err != nil {
		return answer{}, err
	}
	return untyped(one, response.GetHttpContentBytes())
}

func sendTyped(one call) (answer, error) {
	who := one.credentials
	client, err := cloudapi.NewClientWithStsToken(one.Region, who.Id, who.Secret, who.Token)
	if who.Token == "" {
		client, err = cloudapi.NewClientWithAccessKey(one.Region, who.Id, who.Secret)
	}
	if err != nil {
		return answer{}, err
	}
	switch one.action {
	case "TagResources":
		request := cloudapi.CreateTagResourcesRequest()
		point(request, one)
		request.ResourceType, request.ResourceId = one.resourceType, &one.Ids
		tags := []cloudapi.TagResourcesTag{}
		for _, tag := range one.Tags {
			tags = append(tags, cloudapi.TagResourcesTag{Key: tag[0], Value: tag[1]})
		}
		request.Tag = &tags
		response, err := client.TagResources(request)
		if err != nil {
			return answer{}, err
		}
		return answer{RequestId: response.RequestId}, nil
	case "UntagResources":
		request := cloudapi.CreateUntagResourcesRequest()
		point(request, one)
		request.ResourceType, request.ResourceId = one.resourceType, &one.Ids
		request.TagKey = &one.Keys
		if one.All {
			request.All = requests.NewBoolean(true)
		}
		response, err := client.UntagResources(request)
		if err != nil {
			return answer{}, err
		}
		return answer{RequestId: response.RequestId}, nil
	}
	return listTyped(client, one)
}

func listTyped(client *cloudapi.Client, one call) (answer, error) {
	request := cloudapi.CreateListTagResourcesRequest()
	point(request, one)
	request.ResourceType, request.ResourceId, request.NextToken = one.resourceType, &one.Ids, one.token
	tags := []cloudapi.ListTagResourcesTag{}
	for _, tag := range one.Tags {
		tags = append(tags, cloudapi.ListTagResourcesTag{Key: tag[0]})
		if len(tag) > 1 {
			tags[len(tags)-1].Value = tag[1]
		}
	}
	request.Tag = &tags
	response, err := client.ListTagResources(request)
	if err != nil {
		return answer{}, err
	}
	result := answer{RequestId: response.RequestId, token: response.NextToken}
	for _, r := range response.TagResources.TagResource {
		result.Rows = append(result.Rows, []string{r.TagKey, r.TagValue, r.ResourceId, r.ResourceType})
	}
	return result, nil
}

func describeClassic(err error) failure {
	var server *sdkerrors.ServerError
	if errors.As(err, &server) {
		return failure{
			Type:      fmt.Sprintf("%T", err),
			Code:      server.ErrorCode(),
			Message:   server.Message(),
			RequestId: server.RequestId(),
			Status:    server.HttpStatus(),
		}
	}
	var known sdkerrors.Error
	if errors.As(err, &known) {
		return failure{Type: fmt.Sprintf("%T", err), Code: known.ErrorCode(), Message: known.Message()}
	}
	return failure{Type: fmt.Sprintf("%T", err), Message: err.Error()}
}
