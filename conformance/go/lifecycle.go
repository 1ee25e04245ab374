package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	"github.com/alibabacloud-go/darabonba-openapi/v2/models"
	"github.com/alibabacloud-go/tea/dara"
	"github.com/alibabacloud-go/tea/tea"
)

type lifecycle struct {
	Products map[string]struct{ Version, Region string }
	Steps    []struct {
		Product, Action, Fails string
		Send, Keep             map[string]string
		See                    map[string]any
	}
}

var placeholder = regexp.MustCompile(`\{(\w+)\}`)

func fill(text string, kept map[string]string) string {
	return placeholder.ReplaceAllStringFunc(text, func(whole string) string {
		if value, known := kept[whole[1:len(whole)-1]]; known {
			return value
		}
		return whole
	})
}

func find(body any, path string) any {
	for _, name := range strings.Split(path, ".") {
		switch value := body.(type) {
		case map[string]any:
			body = value[name]
		case []any:
			n, err := strconv.Atoi(name)
			if err != nil || n >= len(value) {
				return nil
			}
			body = value[n]
		default:
			return nil
		}
	}
	return body
}

// playLifecycle plays the steps of a file with the generic Go client, which prints what it got as JSON lines.
func playLifecycle(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var plan lifecycle
	if err := json.Unmarshal([]byte(strings.ReplaceAll(string(text), "$", "go")), &plan); err != nil {
		return err
	}
	kept := map[string]string{}
	for index, step := range plan.Steps {
		product := plan.Products[step.Product]
		query := map[string]*string{"RegionId": dara.String(product.Region)}
		for name, value := range step.Send {
			query[name] = dara.String(fill(value, kept))
		}
		seen := map[string]any{"step": index, "action": step.Action}
		body, err := ask(step.Action, product.Version, product.Region, query)
		var failure *tea.SDKError
		if errors.As(err, &failure) {
			seen["fails"] = tea.StringValue(failure.Code)
		} else if err != nil {
			seen["fails"], seen["message"] = "", err.Error()
			var coded interface{ GetCode() *string }
			if errors.As(err, &coded) {
				seen["fails"] = dara.StringValue(coded.GetCode())
			}
		} else {
			for name, path := range step.Keep {
				kept[name] = fmt.Sprint(find(body, path))
			}
			see, wanted := map[string]any{}, map[string]any{}
			for path, value := range step.See {
				see[path], wanted[path] = find(body, path), value
				if text, isText := value.(string); isText {
					wanted[path] = fill(text, kept)
				}
			}
			seen["see"], seen["wanted"] = see, wanted
		}
		line, err := json.Marshal(seen)
		if err != nil {
			return err
		}
		fmt.Println(string(line))
	}
	return nil
}

func ask(action, version, region string, query map[string]*string) (any, error) {
	client, err := openapi.NewClient(&models.Config{
		AccessKeyId:     dara.String(os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID")),
		AccessKeySecret: dara.String(os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET")),
		RegionId:        dara.String(region),
		Endpoint:        dara.String(gatewayHttp()),
		Protocol:        dara.String("HTTP"),
	})
	if err != nil {
		return nil, err
	}
	params := &models.Params{
		Action:      dara.String(action),
		Version:     dara.String(version),
		Protocol:    dara.String("HTTP"),
		Pathname:    dara.String("/"),
		Method:      dara.String("POST"),
		AuthType:    dara.String("AK"),
		Style:       dara.String("RPC"),
		ReqBodyType: dara.String("formData"),
		BodyType:    dara.String("json"),
	}
	result, err := client.CallApi(params, &models.OpenApiRequest{Query: query}, &dara.RuntimeOptions{})
	if err != nil {
		return nil, err
	}
	// Numbers as they came: an AppId must not become 1.1e+08.
	text, err := json.Marshal(result["body"])
	if err != nil {
		return nil, err
	}
	var body any
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.UseNumber()
	err = decoder.Decode(&body)
	return body, err
}
