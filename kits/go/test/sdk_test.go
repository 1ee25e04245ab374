package kit_test

import (
	"encoding/json"
	"errors"
	"testing"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	"github.com/alibabacloud-go/darabonba-openapi/v2/models"
	"github.com/alibabacloud-go/tea/dara"
	"github.com/alibabacloud-go/tea/tea"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	sdkerrors "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"tagging-gateway.io/tagginggateway"
)

type row struct{ ResourceId, TagKey, TagValue string }

var versions = map[string]string{"CloudAPI": "2016-07-14", "VpcIpam": "2023-02-28"}

func group(id, team string) map[string]any {
	return map[string]any{
		"product": "CloudAPI", "region": "cn-hangzhou", "type": "apiGroup", "id": id,
		"tags": map[string]string{"team": team},
	}
}

var groups = map[string]any{"accounts": []any{map[string]any{
	"id":         "1234567890123456",
	"accessKeys": []any{map[string]string{"id": "testid", "secret": "testsecret"}},
	"resources": []any{
		group("orders", "shop"), group("payments", "money"), group("search", "shop"),
		map[string]any{
			"product": "VpcIpam", "region": "cn-hangzhou", "type": "IPAM", "id": "ipam-1",
			"tags": map[string]string{"team": "net"},
		},
	},
}}}

// call is one of the Tea client, as every typed client of that family makes it.
func call(config *models.Config, product, action string, query map[string]string) (map[string]any, error) {
	client, err := openapi.NewClient(config)
	if err != nil {
		return nil, err
	}
	params := &models.Params{
		Action: dara.String(action), Version: dara.String(versions[product]), Protocol: dara.String("HTTPS"),
		Pathname: dara.String("/"), Method: dara.String("POST"), AuthType: dara.String("AK"), Style: dara.String("RPC"),
		ReqBodyType: dara.String("formData"), BodyType: dara.String("json"),
	}
	values := map[string]*string{"RegionId": dara.String("cn-hangzhou")}
	for name, value := range query {
		values[name] = dara.String(value)
	}
	answer, err := client.CallApi(params, &models.OpenApiRequest{Query: values}, &dara.RuntimeOptions{})
	if err != nil {
		return nil, err
	}
	return answer["body"].(map[string]any), nil
}

func config(gateway *tagginggateway.Gateway) *models.Config {
	return tagginggateway.Configure(gateway, &models.Config{})
}

// groupsWith are the API groups that carry a tag, over all pages.
func groupsWith(gateway *tagginggateway.Gateway, key string) ([]string, error) {
	var found []string
	for token := ""; token != "-1"; {
		query := map[string]string{"ResourceType": "apiGroup", "Tag.1.Key": key, "NextToken": token}
		body, err := call(config(gateway), "CloudAPI", "ListTagResources", query)
		if err != nil {
			return nil, err
		}
		for _, one := range rows(body["TagResources"].(map[string]any)["TagResource"]) {
			found = append(found, one.ResourceId)
		}
		token = body["NextToken"].(string)
	}
	return found, nil
}

func ipamTags(config *models.Config, id string) (map[string]string, error) {
	query := map[string]string{"ResourceType": "IPAM", "ResourceId.1": id}
	body, err := call(config, "VpcIpam", "ListTagResources", query)
	if err != nil {
		return nil, err
	}
	tags := map[string]string{}
	for _, one := range rows(body["TagResources"]) {
		tags[one.TagKey] = one.TagValue
	}
	return tags, nil
}

func tagIpam(gateway *tagginggateway.Gateway, id, key, value string) error {
	query := map[string]string{"ResourceType": "IPAM", "ResourceId.1": id, "Tag.1.Key": key, "Tag.1.Value": value}
	_, err := call(config(gateway), "VpcIpam", "TagResources", query)
	return err
}

// classic is a list by the older generation of clients.
func classic(gateway *tagginggateway.Gateway, product, resourceType, id string) ([]byte, error) {
	key := gateway.Credentials()
	client, err := sdk.NewClientWithAccessKey(gateway.Region(), key.AccessKeyId, key.AccessKeySecret)
	if err != nil {
		return nil, err
	}
	request := requests.NewCommonRequest()
	gateway.Point(request)
	request.Version, request.ApiName = versions[product], "ListTagResources"
	request.QueryParams = map[string]string{"ResourceType": resourceType, "ResourceId.1": id, "Format": "JSON"}
	response, err := client.ProcessCommonRequest(request)
	if err != nil {
		return nil, err
	}
	return response.GetHttpContentBytes(), nil
}

func rows(found any) []row {
	content, _ := json.Marshal(found)
	var rows []row
	_ = json.Unmarshal(content, &rows)
	return rows
}

func code(err error) string {
	var known *tea.SDKError
	if errors.As(err, &known) {
		return dara.StringValue(known.Code)
	}
	var older *sdkerrors.ServerError
	if errors.As(err, &older) {
		return older.ErrorCode()
	}
	return ""
}

func must[V any](value V, err error) func(t *testing.T) V {
	return func(t *testing.T) V {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}
