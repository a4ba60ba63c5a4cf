package ingest

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"profilegen/generator/content"
)

// MaxPage is how many bytes a page may have, decompressed.
const MaxPage = 8 << 20

// Limits of one request.
const (
	maxRedirects = 5
	requestTime  = 20 * time.Second
)

// ClientOptions say how the web is asked.
type ClientOptions struct {
	// UserAgent names the program and its version to the servers.
	UserAgent string
	// Private allows addresses of this machine and its network too.
	Private bool
	// Time bounds one request with its redirects; 0 is 20 seconds.
	Time time.Duration
}

// Client asks the web. It keeps no cookies, sends no credentials and uses no
// proxy of the environment.
type Client struct {
	web   *http.Client
	agent string
}

// NewClient gives a client of its own connections. Close ends them.
func NewClient(o ClientOptions) *Client {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	if !o.Private {
		dialer.Control = publicOnly
	}
	if o.Time <= 0 {
		o.Time = requestTime
	}
	return &Client{agent: o.UserAgent, web: &http.Client{
		Timeout:       o.Time,
		CheckRedirect: follow,
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			TLSHandshakeTimeout:    10 * time.Second,
			ResponseHeaderTimeout:  o.Time,
			MaxResponseHeaderBytes: 64 << 10,
			MaxIdleConnsPerHost:    1,
			MaxIdleConns:           32,
			IdleConnTimeout:        5 * time.Second,
		},
	}}
}

// Close ends the connections that are kept open.
func (c *Client) Close() { c.web.CloseIdleConnections() }

// follow allows a few redirects, none from https to http and none to anything
// that is no web address.
func follow(next *http.Request, passed []*http.Request) error {
	last := passed[len(passed)-1].URL
	switch {
	case len(passed) > maxRedirects:
		return &fault{"redirects", fmt.Sprintf("it redirects more than %d times", maxRedirects), "give the address where it ends"}
	case last.Scheme == "https" && next.URL.Scheme == "http":
		return &fault{"redirects", "it redirects from https to http", "give the http address itself, if it is to be trusted"}
	case content.CheckAddress(next.URL.String()) != nil:
		return &fault{"redirects", "it redirects to what is no web address", ""}
	}
	return nil
}

// send makes one request and follows its redirects.
func (c *Client) send(ctx context.Context, method, address string) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return nil, &fault{"bad-address", "it cannot be read as an address", "write an https: address"}
	}
	request.Header.Set("User-Agent", c.agent)
	request.Header.Set("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1")
	answer, err := c.web.Do(request)
	if err != nil {
		return nil, faultOf(err)
	}
	return answer, nil
}

// faultOf tells in a few words what went wrong on the way.
func faultOf(err error) error {
	var (
		known       *fault
		blocked     *errBlocked
		name        *net.DNSError
		certificate *tls.CertificateVerificationError
		unknown     x509.UnknownAuthorityError
		wrapped     *url.Error
	)
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &blocked):
		return &fault{"blocked", fmt.Sprintf("%s is an address of this machine or its network, or is kept for special use", blocked.address),
			"nothing is fetched from there unless --allow-private says so"}
	case errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded):
		return &fault{"timeout", "no whole answer came in time", "try again later, or save the page with a browser"}
	case errors.As(err, &name) && name.IsNotFound:
		return &fault{"no-host", fmt.Sprintf("there is no host %s", name.Name), "look for a misspelling, or for an archived copy"}
	case errors.As(err, &name):
		return &fault{"no-answer", fmt.Sprintf("the host %s could not be looked up", name.Name), "try again later"}
	case errors.As(err, &certificate), errors.As(err, &unknown):
		return &fault{"certificate", "the server's certificate cannot be trusted", "open the page in a browser, and save it there"}
	case errors.Is(err, io.ErrUnexpectedEOF):
		return &fault{"no-answer", "the page broke off before its end", "try again"}
	case errors.As(err, &wrapped):
		if wrapped.Timeout() {
			return &fault{"timeout", "no whole answer came in time", "try again later, or save the page with a browser"}
		}
		err = wrapped.Err
	}
	return &fault{"no-answer", "no answer: " + strings.TrimPrefix(err.Error(), "net/http: "), "try again later, or save the page with a browser"}
}
